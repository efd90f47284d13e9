package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import java.util.List;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** The last three octets of a hash: for where space is short and a collision is harmless. */
public record HashedId3(Octets octets) {

    public static final Codec<HashedId3> CODEC =
            fixedOctetString("HashedId3", 3).as("HashedId3", MODULE, HashedId3::new, HashedId3::octets);

    public static final Codec<List<HashedId3>> SEQUENCE_OF = sequenceOf("SequenceOfHashedId3", CODEC);

    public HashedId3 {
        octets.requireLength("HashedId3", 3);
    }

    /** The low-order three octets of {@code hash}. */
    public static HashedId3 of(Octets hash) {
        return new HashedId3(hash.last(3));
    }
}
