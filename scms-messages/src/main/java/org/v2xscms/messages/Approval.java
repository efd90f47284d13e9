package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * One operator's consent.
 *
 * @param operator the operator's name
 * @param signature ECDSA on P-256, r and s of 32 octets each, over the SHA-256 hash of the {@link Decision}
 */
public record Approval(String operator, Octets signature) {

    private static final int LENGTH = 64;

    public static final Codec<Approval> CODEC = sequence(
            "Approval",
            MODULE,
            Approval::new,
            required("operator", Strings.utf8String("Operator"), Approval::operator),
            required("signature", Strings.fixedOctetString("Signature", LENGTH), Approval::signature));

    public Approval {
        signature.requireLength("Signature", LENGTH);
    }
}
