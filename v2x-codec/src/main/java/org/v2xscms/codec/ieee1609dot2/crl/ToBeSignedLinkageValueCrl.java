package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.addition;
import static org.v2xscms.codec.oer.Sequence.additionOf2025;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * Revocations by linkage seeds, whose algorithms follow from the hash algorithm behind crlCraca.
 *
 * <p>Where something stands behind the extension marker, the presence bitmap is {@code 02 07} and an octet in the 2022
 * edition, {@code 02 06} and an octet in that of 2025. Both are read strictly and written again as they came; what is made
 * here has the longer one, which a receiver of the 2022 edition can read.
 *
 * @param iRev the i-period that every seed in here is of
 * @param indexWithinI counts the CRLs of one iRev from 0, 0 to 255
 * @param individual devices; may be empty
 * @param groups groups of devices with two seeds each; may be empty
 * @param groupsSingleSeed groups of devices with one seed each
 * @param iPeriodInfo when the coming i-periods begin; since the 2025 edition
 */
public record ToBeSignedLinkageValueCrl(
        IValue iRev,
        int indexWithinI,
        @Nullable List<JMaxGroup> individual,
        @Nullable List<GroupCrlEntry> groups,
        @Nullable List<GroupSingleSeedCrlEntry> groupsSingleSeed,
        @Nullable List<IPeriodInfo> iPeriodInfo,
        Additions additions) {

    public static final Codec<ToBeSignedLinkageValueCrl> CODEC = sequence(
                    "ToBeSignedLinkageValueCrl",
                    MODULE,
                    ToBeSignedLinkageValueCrl::new,
                    required("iRev", IValue.CODEC, ToBeSignedLinkageValueCrl::iRev),
                    required("indexWithinI", UnsignedIntegers.UINT8, ToBeSignedLinkageValueCrl::indexWithinI),
                    optional("individual", JMaxGroup.SEQUENCE_OF, ToBeSignedLinkageValueCrl::individual),
                    optional("groups", GroupCrlEntry.SEQUENCE_OF, ToBeSignedLinkageValueCrl::groups),
                    addition(
                            "groupsSingleSeed",
                            GroupSingleSeedCrlEntry.SEQUENCE_OF,
                            ToBeSignedLinkageValueCrl::groupsSingleSeed),
                    additionOf2025("iPeriodInfo", IPeriodInfo.SEQUENCE_OF, ToBeSignedLinkageValueCrl::iPeriodInfo),
                    extensible(ToBeSignedLinkageValueCrl::additions))
            .where(
                    "individual, groups or groupsSingleSeed",
                    MODULE,
                    crl -> crl.individual != null || crl.groups != null || crl.groupsSingleSeed != null);

    public ToBeSignedLinkageValueCrl {
        individual = individual == null ? null : List.copyOf(individual);
        groups = groups == null ? null : List.copyOf(groups);
        groupsSingleSeed = groupsSingleSeed == null ? null : List.copyOf(groupsSingleSeed);
        iPeriodInfo = iPeriodInfo == null ? null : List.copyOf(iPeriodInfo);
    }
}
