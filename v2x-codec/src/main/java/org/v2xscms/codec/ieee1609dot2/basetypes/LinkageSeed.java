package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import java.util.List;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** The seed of one linkage authority for one i-period, public once it is on a CRL (IEEE 1609.2-2022 5.1.3.4). */
public record LinkageSeed(Octets octets) {

    public static final Codec<LinkageSeed> CODEC =
            fixedOctetString("LinkageSeed", 16).as("LinkageSeed", MODULE, LinkageSeed::new, LinkageSeed::octets);

    public static final Codec<List<LinkageSeed>> SEQUENCE_OF = sequenceOf("SequenceOfLinkageSeed", CODEC);

    public LinkageSeed {
        octets.requireLength("LinkageSeed", 16);
    }
}
