package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/**
 * An ECDSA signature on a curve of 384 bits.
 *
 * @param rSig r: the x coordinate, or the whole point to speed up verification
 * @param sSig s, big-endian
 */
public record EcdsaP384Signature(EccP384CurvePoint rSig, Octets sSig) {

    public static final Codec<EcdsaP384Signature> CODEC = sequence(
            "EcdsaP384Signature",
            MODULE,
            EcdsaP384Signature::new,
            required("rSig", EccP384CurvePoint.CODEC, EcdsaP384Signature::rSig),
            required("sSig", fixedOctetString("OCTET STRING", 48), EcdsaP384Signature::sSig));

    public EcdsaP384Signature {
        sSig.requireLength("sSig", 48);
    }
}
