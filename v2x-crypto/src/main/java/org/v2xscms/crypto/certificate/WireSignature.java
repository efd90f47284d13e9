package org.v2xscms.crypto.certificate;

import java.math.BigInteger;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP384CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.EcdsaP256Signature;
import org.v2xscms.codec.ieee1609dot2.basetypes.EcdsaP384Signature;
import org.v2xscms.codec.ieee1609dot2.basetypes.EcsigP256Signature;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.Parity;
import org.v2xscms.crypto.sign.EcSignature;

/**
 * A signature of the wire as the numbers r and s of a curve, and back.
 *
 * @param curve the curve that the wire form names
 * @param value r and s
 */
public record WireSignature(Curve curve, EcSignature value) {

    /** The numbers of {@code signature}; empty for an unknown kind and for an r without x coordinate. */
    public static Optional<WireSignature> of(Signature signature) {
        return switch (signature) {
            case Signature.EcdsaNistP256Signature(EcdsaP256Signature s) -> p256(Curve.NIST_P256, s);
            case Signature.EcdsaBrainpoolP256r1Signature(EcdsaP256Signature s) -> p256(Curve.BRAINPOOL_P256R1, s);
            case Signature.EcdsaBrainpoolP384r1Signature(EcdsaP384Signature s) -> p384(Curve.BRAINPOOL_P384R1, s);
            case Signature.EcdsaNistP384Signature(EcdsaP384Signature s) -> p384(Curve.NIST_P384, s);
            case Signature.Sm2Signature(EcsigP256Signature s) ->
                Optional.of(new WireSignature(Curve.SM2, EcSignature.of(s.rSig(), s.sSig())));
            case Signature.Unknown _ -> Optional.empty();
        };
    }

    private static Optional<WireSignature> p256(Curve curve, EcdsaP256Signature signature) {
        Octets s = signature.sSig();
        return switch (signature.rSig()) {
            case EccP256CurvePoint.XOnly r -> Optional.of(xOnly(curve, r.x(), s));
            case EccP256CurvePoint.CompressedY0 r -> Optional.of(point(curve, r.x(), Parity.EVEN, s));
            case EccP256CurvePoint.CompressedY1 r -> Optional.of(point(curve, r.x(), Parity.ODD, s));
            case EccP256CurvePoint.UncompressedP256 r -> Optional.of(point(curve, r.x(), parity(r.y()), s));
            case EccP256CurvePoint.Fill _ -> Optional.empty();
        };
    }

    private static Optional<WireSignature> p384(Curve curve, EcdsaP384Signature signature) {
        Octets s = signature.sSig();
        return switch (signature.rSig()) {
            case EccP384CurvePoint.XOnly r -> Optional.of(xOnly(curve, r.x(), s));
            case EccP384CurvePoint.CompressedY0 r -> Optional.of(point(curve, r.x(), Parity.EVEN, s));
            case EccP384CurvePoint.CompressedY1 r -> Optional.of(point(curve, r.x(), Parity.ODD, s));
            case EccP384CurvePoint.UncompressedP384 r -> Optional.of(point(curve, r.x(), parity(r.y()), s));
            case EccP384CurvePoint.Fill _ -> Optional.empty();
        };
    }

    private static WireSignature xOnly(Curve curve, Octets r, Octets s) {
        return new WireSignature(curve, EcSignature.of(r, s));
    }

    /** The x coordinate of a whole point is an element of the field, so it may be n or more; r is its rest modulo n. */
    private static WireSignature point(Curve curve, Octets x, Parity parity, Octets s) {
        if (x.compareTo(curve.order()) < 0) {
            return new WireSignature(curve, new EcSignature(x, s, parity));
        }
        byte[] rest = new BigInteger(1, x.toByteArray())
                .subtract(new BigInteger(1, curve.order().toByteArray()))
                .toByteArray();
        byte[] r = new byte[curve.octets()];
        int length = Math.min(rest.length, r.length);
        System.arraycopy(rest, rest.length - length, r, r.length - length, length);
        return new WireSignature(curve, EcSignature.of(Octets.of(r), s));
    }

    private static Parity parity(Octets y) {
        return CurvePoints.isOdd(y) ? Parity.ODD : Parity.EVEN;
    }

    /** The wire form, r as x alone: canonical, and the shortest. */
    public Signature toSignature() {
        Octets r = value.r();
        Octets s = value.s();
        return switch (curve) {
            case NIST_P256 ->
                new Signature.EcdsaNistP256Signature(new EcdsaP256Signature(new EccP256CurvePoint.XOnly(r), s));
            case BRAINPOOL_P256R1 ->
                new Signature.EcdsaBrainpoolP256r1Signature(new EcdsaP256Signature(new EccP256CurvePoint.XOnly(r), s));
            case NIST_P384 ->
                new Signature.EcdsaNistP384Signature(new EcdsaP384Signature(new EccP384CurvePoint.XOnly(r), s));
            case BRAINPOOL_P384R1 ->
                new Signature.EcdsaBrainpoolP384r1Signature(new EcdsaP384Signature(new EccP384CurvePoint.XOnly(r), s));
            case SM2 -> new Signature.Sm2Signature(new EcsigP256Signature(r, s));
        };
    }
}
