package org.v2xscms.application.bsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.SharedVectors;

/** Messages that vehicles sent. */
class RealMessagesTest {

    @Test
    void messagesOfTheMisbehaviourTestBedRoundTrip() throws IOException, DecodeException {
        Octets log = SharedVectors.octets("usdot-bsm/bsm_cert.coer");
        Octets first = Ieee1609Dot2Data.CODEC
                .keepingOctets()
                .decodeFirst(log, Reading.AS_RECEIVED)
                .octets();
        List<Octets> messages = new ArrayList<>(List.of(first));
        messages.addAll(SharedVectors.records(log.slice(first.length(), log.length())));
        assertEquals(86, messages.size());
        for (Octets message : messages) {
            assertRoundTrips(payload(message));
        }
    }

    @Test
    void messagesOfTheWyomingPilotRoundTrip() throws IOException, DecodeException {
        int read = 0;
        for (Octets message : SharedVectors.records(SharedVectors.unzipped("usdot-wydot/bsmLogDuringEvent.gz"))) {
            assertRoundTrips(payload(message));
            read++;
        }
        assertEquals(222, read);
    }

    @Test
    void travellerInformationIsAnotherMessage() throws IOException, DecodeException {
        for (Octets message :
                SharedVectors.records(SharedVectors.unzipped("usdot-wydot/rxMsg_TIM_GeneratedBy_RSU.gz"))) {
            assertEquals(new BsmReading.OtherMessage(31), BasicSafetyMessage.read(payload(message)));
        }
    }

    private static void assertRoundTrips(Octets frame) {
        BsmReading.Read read = assertInstanceOf(BsmReading.Read.class, BasicSafetyMessage.read(frame));
        assertEquals(frame, read.message().encode());
        BsmCoreData core = read.message().coreData();
        assertTrue(core.hasPosition() && core.lat() > 250_000_000 && core.lat() < 500_000_000, core::toString);
    }

    /** Some records of the log are not signed. */
    private static Octets payload(Octets message) throws DecodeException {
        return switch (Ieee1609Dot2Data.CODEC
                .decode(message, Reading.AS_RECEIVED)
                .value()
                .content()) {
            case SignedData signed -> signed.unsecuredPayload().orElseThrow();
            case Ieee1609Dot2Content.UnsecuredData(Octets octets) -> octets;
            default -> throw new AssertionError("neither signed nor unsecured data");
        };
    }
}
