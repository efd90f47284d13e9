package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/** Revoked devices whose seeds come from the same pair of linkage authorities. */
public record LAGroup(LaId la1Id, LaId la2Id, List<IMaxGroup> contents, Additions additions) {

    public static final Codec<LAGroup> CODEC = sequence(
            "LAGroup",
            MODULE,
            LAGroup::new,
            required("la1Id", LaId.CODEC, LAGroup::la1Id),
            required("la2Id", LaId.CODEC, LAGroup::la2Id),
            required("contents", IMaxGroup.SEQUENCE_OF, LAGroup::contents),
            extensible(LAGroup::additions));

    public static final Codec<List<LAGroup>> SEQUENCE_OF = sequenceOf("SequenceOfLAGroup", CODEC);

    public LAGroup {
        contents = List.copyOf(contents);
    }
}
