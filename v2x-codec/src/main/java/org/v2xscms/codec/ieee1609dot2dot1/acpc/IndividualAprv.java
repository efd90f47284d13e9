package org.v2xscms.codec.ieee1609dot2dot1.acpc;

import static org.v2xscms.codec.ieee1609dot2dot1.acpc.Acpc.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.BitString;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Strings;

/**
 * The activation code of one device for one period.
 *
 * @param generationTime when it was made
 * @param currentI the i-period of the certificates it activates
 * @param acpcTreeId the tree series
 * @param nodeId the node, one bit for each level
 * @param nodeValue its value
 */
public record IndividualAprv(
        int version,
        Time32 generationTime,
        IValue currentI,
        AcpcTreeId acpcTreeId,
        BitString nodeId,
        AcpcNodeValue nodeValue,
        Additions additions)
        implements AcpcPdu {

    public static final Codec<IndividualAprv> CODEC = sequence(
            "IndividualAprv",
            MODULE,
            IndividualAprv::new,
            required("version", Version.codec(MODULE), IndividualAprv::version),
            required("generationTime", Time32.CODEC, IndividualAprv::generationTime),
            required("currentI", IValue.CODEC, IndividualAprv::currentI),
            required("acpcTreeId", AcpcTreeId.CODEC, IndividualAprv::acpcTreeId),
            required("nodeId", Strings.bitString("BIT STRING"), IndividualAprv::nodeId),
            required("nodeValue", AcpcNodeValue.CODEC, IndividualAprv::nodeValue),
            extensible(IndividualAprv::additions));

    /** A value of the current version. */
    public static IndividualAprv of(
            Time32 generationTime, IValue currentI, AcpcTreeId acpcTreeId, BitString nodeId, AcpcNodeValue nodeValue) {
        return new IndividualAprv(
                Version.CURRENT, generationTime, currentI, acpcTreeId, nodeId, nodeValue, Additions.NONE);
    }
}
