package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
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
import org.v2xscms.codec.oer.Null;

/**
 * Revocations by linkage seeds with the algorithms named. There is one value of each algorithm identifier (both are
 * NULL), so nothing is kept of them.
 *
 * @param iRev the i-period that every seed in here is of
 * @param indexWithinI counts the CRLs of one iRev from 0, 0 to 255
 * @param individual devices; may be empty
 * @param groups groups of devices with two seeds each; may be empty
 * @param groupsSingleSeed groups of devices with one seed each; may be empty
 */
public record ToBeSignedLinkageValueCrlWithAlgIdentifier(
        IValue iRev,
        int indexWithinI,
        @Nullable List<JMaxGroup> individual,
        @Nullable List<GroupCrlEntry> groups,
        @Nullable List<GroupSingleSeedCrlEntry> groupsSingleSeed,
        Additions additions) {

    public static final Codec<ToBeSignedLinkageValueCrlWithAlgIdentifier> CODEC = sequence(
                    "ToBeSignedLinkageValueCrlWithAlgIdentifier",
                    MODULE,
                    (iRev, indexWithinI, seedEvolution, lvGeneration, individual, groups, singleSeed, additions) ->
                            new ToBeSignedLinkageValueCrlWithAlgIdentifier(
                                    iRev, indexWithinI, individual, groups, singleSeed, additions),
                    required("iRev", IValue.CODEC, ToBeSignedLinkageValueCrlWithAlgIdentifier::iRev),
                    required(
                            "indexWithinI",
                            UnsignedIntegers.UINT8,
                            ToBeSignedLinkageValueCrlWithAlgIdentifier::indexWithinI),
                    required("seedEvolution", Null.CODEC, crl -> Null.NULL),
                    required("lvGeneration", Null.CODEC, crl -> Null.NULL),
                    optional(
                            "individual",
                            JMaxGroup.SEQUENCE_OF,
                            ToBeSignedLinkageValueCrlWithAlgIdentifier::individual),
                    optional("groups", GroupCrlEntry.SEQUENCE_OF, ToBeSignedLinkageValueCrlWithAlgIdentifier::groups),
                    optional(
                            "groupsSingleSeed",
                            GroupSingleSeedCrlEntry.SEQUENCE_OF,
                            ToBeSignedLinkageValueCrlWithAlgIdentifier::groupsSingleSeed),
                    extensible(ToBeSignedLinkageValueCrlWithAlgIdentifier::additions))
            .where(
                    "individual, groups or groupsSingleSeed",
                    MODULE,
                    crl -> crl.individual != null || crl.groups != null || crl.groupsSingleSeed != null);

    public ToBeSignedLinkageValueCrlWithAlgIdentifier {
        individual = individual == null ? null : List.copyOf(individual);
        groups = groups == null ? null : List.copyOf(groups);
        groupsSingleSeed = groupsSingleSeed == null ? null : List.copyOf(groupsSingleSeed);
    }
}
