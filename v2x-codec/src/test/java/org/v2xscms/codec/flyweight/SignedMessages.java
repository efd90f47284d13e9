package org.v2xscms.codec.flyweight;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.v2xscms.codec.SharedVectors;
import org.v2xscms.codec.oer.Octets;

/** Every real signed message that was published, by a name that says where it is from. */
final class SignedMessages {

    /** Octets before each message of the pilot logs; the last two are its length, low octet first. */
    private static final int RECORD_HEAD = 26;

    /** The first message of bsm_cert.coer has lost its record head. */
    private static final int FIRST_BSM_LENGTH = 357;

    private SignedMessages() {}

    static Map<String, byte[]> all() {
        var messages = new LinkedHashMap<String, byte[]>();
        for (Path file : SharedVectors.files("eu-field", ".spdu")) {
            messages.put(
                    file.getFileName().toString(), SharedVectors.octets(file).toByteArray());
        }
        messages.put("ectl", SharedVectors.octets("eu-cpoc/ectl-level2.spdu").toByteArray());
        records(SharedVectors.unzipped("usdot-wydot/rxMsg_TIM_GeneratedBy_RSU.gz"), "tim", messages);
        Octets bsms = SharedVectors.octets("usdot-bsm/bsm_cert.coer");
        messages.put("bsm first", bsms.slice(0, FIRST_BSM_LENGTH).toByteArray());
        records(bsms.slice(FIRST_BSM_LENGTH, bsms.length()), "bsm", messages);
        return messages;
    }

    private static void records(Octets log, String name, Map<String, byte[]> messages) {
        int at = 0;
        while (at + RECORD_HEAD < log.length()) {
            int begin = at + RECORD_HEAD;
            int length = (log.get(begin - 2) & 0xff) | (log.get(begin - 1) & 0xff) << 8;
            messages.put(name + " at " + begin, log.slice(begin, begin + length).toByteArray());
            at = begin + length;
        }
    }
}
