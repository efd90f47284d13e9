package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/**
 * An ECDSA signature on a curve of 256 bits.
 *
 * @param rSig r: the x coordinate, or the whole point to speed up verification
 * @param sSig s, big-endian
 */
public record EcdsaP256Signature(EccP256CurvePoint rSig, Octets sSig) {

    public static final Codec<EcdsaP256Signature> CODEC = sequence(
            "EcdsaP256Signature",
            MODULE,
            EcdsaP256Signature::new,
            required("rSig", EccP256CurvePoint.CODEC, EcdsaP256Signature::rSig),
            required("sSig", fixedOctetString("OCTET STRING", 32), EcdsaP256Signature::sSig));

    public EcdsaP256Signature {
        sSig.requireLength("sSig", 32);
    }
}
