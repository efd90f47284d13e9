package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.addition;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageSeed;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * Revoked devices whose certificates end with the same i-period.
 *
 * @param iMax the last i-period they have certificates for, 0 to 65535: afterwards the entries can be deleted
 * @param contents devices with a seed of each linkage authority
 * @param singleSeed devices with one seed each
 */
public record IMaxGroup(
        int iMax,
        List<IndividualRevocation> contents,
        @Nullable List<LinkageSeed> singleSeed,
        Additions additions) {

    public static final Codec<IMaxGroup> CODEC = sequence(
            "IMaxGroup",
            MODULE,
            IMaxGroup::new,
            required("iMax", UnsignedIntegers.UINT16, IMaxGroup::iMax),
            required("contents", IndividualRevocation.SEQUENCE_OF, IMaxGroup::contents),
            addition("singleSeed", LinkageSeed.SEQUENCE_OF, IMaxGroup::singleSeed),
            extensible(IMaxGroup::additions));

    public static final Codec<List<IMaxGroup>> SEQUENCE_OF = sequenceOf("SequenceOfIMaxGroup", CODEC);

    public IMaxGroup {
        contents = List.copyOf(contents);
        singleSeed = singleSeed == null ? null : List.copyOf(singleSeed);
    }
}
