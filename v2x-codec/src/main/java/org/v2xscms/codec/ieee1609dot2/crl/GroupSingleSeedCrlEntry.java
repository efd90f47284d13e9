package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageSeed;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Codec;

/**
 * One revoked group of devices with a single linkage authority.
 *
 * @param iMax the last i-period the group has certificates for, 0 to 65535
 */
public record GroupSingleSeedCrlEntry(int iMax, LaId laId, LinkageSeed linkageSeed) {

    public static final Codec<GroupSingleSeedCrlEntry> CODEC = sequence(
            "GroupSingleSeedCrlEntry",
            MODULE,
            GroupSingleSeedCrlEntry::new,
            required("iMax", UnsignedIntegers.UINT16, GroupSingleSeedCrlEntry::iMax),
            required("laId", LaId.CODEC, GroupSingleSeedCrlEntry::laId),
            required("linkageSeed", LinkageSeed.CODEC, GroupSingleSeedCrlEntry::linkageSeed));

    public static final Codec<List<GroupSingleSeedCrlEntry>> SEQUENCE_OF =
            sequenceOf("SequenceOfGroupSingleSeedCrlEntry", CODEC);
}
