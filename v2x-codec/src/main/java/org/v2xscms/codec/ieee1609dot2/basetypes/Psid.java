package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;

import java.util.List;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/** Provider Service Identifier: which application a message or permission belongs to. */
public record Psid(long value) {

    public static final Codec<Psid> CODEC =
            Integers.unsigned("Psid").as("Psid", MODULE, Psid::new, Psid::value, Psid::name);

    public static final Codec<List<Psid>> SEQUENCE_OF = sequenceOf("SequenceOfPsid", CODEC);

    public Psid {
        if (value < 0) {
            throw new IllegalArgumentException("a Psid of 0 or more, not " + value);
        }
    }

    /** What the number is allocated to, for readers; the number in hex where we do not know. */
    public String name() {
        return PsidNames.nameOf(this);
    }
}
