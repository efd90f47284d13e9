package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * What is signed and encrypted between two authorities.
 *
 * @param version {@link #CURRENT}
 * @param inReplyTo in an answer, the SHA-256 hash of the request as it was sent, 32 octets: an old answer fits no new
 *     request
 * @param pdu the message
 */
public record BackEndMessage(int version, @Nullable Octets inReplyTo, BackEndPdu pdu) {

    /** How errors name these definitions. */
    public static final String MODULE = "V2X SCMS back end 1";

    public static final int CURRENT = 1;

    private static final int HASH_LENGTH = 32;

    public static final Codec<BackEndMessage> CODEC = sequence(
            "BackEndMessage",
            MODULE,
            BackEndMessage::new,
            required("version", Integers.integer("Version", MODULE, CURRENT, CURRENT), BackEndMessage::version),
            optional("inReplyTo", Strings.fixedOctetString("RequestHash", HASH_LENGTH), BackEndMessage::inReplyTo),
            required("pdu", BackEndPdu.CODEC, BackEndMessage::pdu));

    /** A request of the current version. */
    public static BackEndMessage request(BackEndPdu pdu) {
        return new BackEndMessage(CURRENT, null, pdu);
    }

    /** An answer of the current version. */
    public static BackEndMessage answer(Octets requestHash, BackEndPdu pdu) {
        return new BackEndMessage(CURRENT, requestHash.requireLength("RequestHash", HASH_LENGTH), pdu);
    }
}
