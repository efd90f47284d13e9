package org.v2xscms.codec.ieee1609dot2dot1.acpc;

import static org.v2xscms.codec.ieee1609dot2dot1.acpc.Acpc.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.BitString;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Strings;

/**
 * What is hashed to derive the value of a child node; it names the place of the node so that a hash inverted once is
 * of no use elsewhere.
 *
 * @param acpcTreeId the tree series
 * @param acpcPeriod the period; the i-period of the certificates where they have one
 * @param childNodeId the child, one bit for each level
 * @param parentNodeValue the parent's value
 */
public record AprvHashCalculationInput(
        int version,
        AcpcTreeId acpcTreeId,
        IValue acpcPeriod,
        BitString childNodeId,
        AcpcNodeValue parentNodeValue,
        Additions additions) {

    public static final Codec<AprvHashCalculationInput> CODEC = sequence(
            "AprvHashCalculationInput",
            MODULE,
            AprvHashCalculationInput::new,
            required("version", Version.codec(MODULE), AprvHashCalculationInput::version),
            required("acpcTreeId", AcpcTreeId.CODEC, AprvHashCalculationInput::acpcTreeId),
            required("acpcPeriod", IValue.CODEC, AprvHashCalculationInput::acpcPeriod),
            required("childNodeId", Strings.bitString("BIT STRING"), AprvHashCalculationInput::childNodeId),
            required("parentNodeValue", AcpcNodeValue.CODEC, AprvHashCalculationInput::parentNodeValue),
            extensible(AprvHashCalculationInput::additions));

    /** A value of the current version. */
    public static AprvHashCalculationInput of(
            AcpcTreeId acpcTreeId, IValue acpcPeriod, BitString childNodeId, AcpcNodeValue parentNodeValue) {
        return new AprvHashCalculationInput(
                Version.CURRENT, acpcTreeId, acpcPeriod, childNodeId, parentNodeValue, Additions.NONE);
    }
}
