package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageSeed;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * One revoked group of devices: the seeds of both linkage authorities at iRev.
 *
 * @param iMax the last i-period the group has certificates for, 0 to 65535
 */
public record GroupCrlEntry(
        int iMax, LaId la1Id, LinkageSeed linkageSeed1, LaId la2Id, LinkageSeed linkageSeed2, Additions additions) {

    public static final Codec<GroupCrlEntry> CODEC = sequence(
            "GroupCrlEntry",
            MODULE,
            GroupCrlEntry::new,
            required("iMax", UnsignedIntegers.UINT16, GroupCrlEntry::iMax),
            required("la1Id", LaId.CODEC, GroupCrlEntry::la1Id),
            required("linkageSeed1", LinkageSeed.CODEC, GroupCrlEntry::linkageSeed1),
            required("la2Id", LaId.CODEC, GroupCrlEntry::la2Id),
            required("linkageSeed2", LinkageSeed.CODEC, GroupCrlEntry::linkageSeed2),
            extensible(GroupCrlEntry::additions));

    public static final Codec<List<GroupCrlEntry>> SEQUENCE_OF = sequenceOf("SequenceOfGroupCrlEntry", CODEC);
}
