package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageSeed;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/** One revoked device: the seeds of both linkage authorities at iRev. They give away later i-periods, not earlier ones. */
public record IndividualRevocation(LinkageSeed linkageSeed1, LinkageSeed linkageSeed2, Additions additions) {

    public static final Codec<IndividualRevocation> CODEC = sequence(
            "IndividualRevocation",
            MODULE,
            IndividualRevocation::new,
            required("linkageSeed1", LinkageSeed.CODEC, IndividualRevocation::linkageSeed1),
            required("linkageSeed2", LinkageSeed.CODEC, IndividualRevocation::linkageSeed2),
            extensible(IndividualRevocation::additions));

    public static final Codec<List<IndividualRevocation>> SEQUENCE_OF =
            sequenceOf("SequenceOfIndividualRevocation", CODEC);

    public IndividualRevocation(LinkageSeed linkageSeed1, LinkageSeed linkageSeed2) {
        this(linkageSeed1, linkageSeed2, Additions.NONE);
    }
}
