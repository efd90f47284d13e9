package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * The certificate a decision is about.
 *
 * @param salt 16 random octets of the case, without which the commitment cannot be searched
 * @param linkageValue the linkage value in the certificate, 9 octets
 */
public record Subject(Octets salt, IValue i, LinkageValue linkageValue) {

    private static final int SALT_LENGTH = 16;

    public static final Codec<Subject> CODEC = sequence(
            "Subject",
            MODULE,
            Subject::new,
            required("salt", Strings.fixedOctetString("Salt", SALT_LENGTH), Subject::salt),
            required("i", IValue.CODEC, Subject::i),
            required("linkageValue", LinkageValue.CODEC, Subject::linkageValue));

    public Subject {
        salt.requireLength("Salt", SALT_LENGTH);
    }
}
