package org.v2xscms.crypto.certificate;

import org.v2xscms.codec.ieee1609dot2.basetypes.BasePublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP384CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicVerificationKey;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.Parity;
import org.v2xscms.crypto.curve.PointDecoding;
import org.v2xscms.crypto.curve.PublicPoint;

/**
 * Points of the wire as points of a curve and back.
 *
 * <p>A key is compressed or uncompressed; x alone or {@code fill} names no point and is refused.
 */
public final class CurvePoints {

    private static final PointDecoding NO_POINT = new PointDecoding.Refused(PointDecoding.Reason.UNKNOWN_FORMAT);

    private CurvePoints() {}

    /** The point of a verification key, or why it is none. */
    public static PointDecoding decode(PublicVerificationKey key) {
        return switch (key) {
            case PublicVerificationKey.EcdsaNistP256 k -> decode(Curve.NIST_P256, k.point());
            case PublicVerificationKey.EcdsaBrainpoolP256r1 k -> decode(Curve.BRAINPOOL_P256R1, k.point());
            case PublicVerificationKey.EcdsaBrainpoolP384r1 k -> decode(Curve.BRAINPOOL_P384R1, k.point());
            case PublicVerificationKey.EcdsaNistP384 k -> decode(Curve.NIST_P384, k.point());
            case PublicVerificationKey.EcsigSm2 k -> decode(Curve.SM2, k.point());
            case PublicVerificationKey.Unknown _ -> NO_POINT;
        };
    }

    /** The point of an encryption key, or why it is none. */
    public static PointDecoding decode(BasePublicEncryptionKey key) {
        return switch (key) {
            case BasePublicEncryptionKey.EciesNistP256 k -> decode(Curve.NIST_P256, k.point());
            case BasePublicEncryptionKey.EciesBrainpoolP256r1 k -> decode(Curve.BRAINPOOL_P256R1, k.point());
            case BasePublicEncryptionKey.EcencSm2 k -> decode(Curve.SM2, k.point());
            case BasePublicEncryptionKey.Unknown _ -> NO_POINT;
        };
    }

    /** The point of {@code curve}, one of 256 bits. */
    public static PointDecoding decode(Curve curve, EccP256CurvePoint point) {
        return switch (point) {
            case EccP256CurvePoint.CompressedY0 p -> PublicPoint.ofCompressed(curve, p.x(), Parity.EVEN);
            case EccP256CurvePoint.CompressedY1 p -> PublicPoint.ofCompressed(curve, p.x(), Parity.ODD);
            case EccP256CurvePoint.UncompressedP256 p -> PublicPoint.ofCoordinates(curve, p.x(), p.y());
            case EccP256CurvePoint.XOnly _, EccP256CurvePoint.Fill _ -> NO_POINT;
        };
    }

    /** The point of {@code curve}, one of 384 bits. */
    public static PointDecoding decode(Curve curve, EccP384CurvePoint point) {
        return switch (point) {
            case EccP384CurvePoint.CompressedY0 p -> PublicPoint.ofCompressed(curve, p.x(), Parity.EVEN);
            case EccP384CurvePoint.CompressedY1 p -> PublicPoint.ofCompressed(curve, p.x(), Parity.ODD);
            case EccP384CurvePoint.UncompressedP384 p -> PublicPoint.ofCoordinates(curve, p.x(), p.y());
            case EccP384CurvePoint.XOnly _, EccP384CurvePoint.Fill _ -> NO_POINT;
        };
    }

    /** {@code point}, of a curve of 256 bits, in compressed form. */
    public static EccP256CurvePoint p256(PublicPoint point) {
        return point.parity() == Parity.EVEN
                ? new EccP256CurvePoint.CompressedY0(point.x())
                : new EccP256CurvePoint.CompressedY1(point.x());
    }

    /** {@code point}, of a curve of 384 bits, in compressed form. */
    public static EccP384CurvePoint p384(PublicPoint point) {
        return point.parity() == Parity.EVEN
                ? new EccP384CurvePoint.CompressedY0(point.x())
                : new EccP384CurvePoint.CompressedY1(point.x());
    }

    /** {@code point} as a verification key of its curve, in compressed form. */
    public static PublicVerificationKey verificationKey(PublicPoint point) {
        return switch (point.curve()) {
            case NIST_P256 -> new PublicVerificationKey.EcdsaNistP256(p256(point));
            case NIST_P384 -> new PublicVerificationKey.EcdsaNistP384(p384(point));
            case BRAINPOOL_P256R1 -> new PublicVerificationKey.EcdsaBrainpoolP256r1(p256(point));
            case BRAINPOOL_P384R1 -> new PublicVerificationKey.EcdsaBrainpoolP384r1(p384(point));
            case SM2 -> new PublicVerificationKey.EcsigSm2(p256(point));
        };
    }

    /**
     * {@code point} as an encryption key of its curve, in compressed form.
     *
     * @throws IllegalArgumentException for a curve of 384 bits, for which IEEE 1609.2 defines no encryption
     */
    public static BasePublicEncryptionKey encryptionKey(PublicPoint point) {
        return switch (point.curve()) {
            case NIST_P256 -> new BasePublicEncryptionKey.EciesNistP256(p256(point));
            case BRAINPOOL_P256R1 -> new BasePublicEncryptionKey.EciesBrainpoolP256r1(p256(point));
            case SM2 -> new BasePublicEncryptionKey.EcencSm2(p256(point));
            case NIST_P384, BRAINPOOL_P384R1 ->
                throw new IllegalArgumentException("no encryption is defined for " + point.curve());
        };
    }

    /** The lowest bit of y, for points written out in full. */
    static boolean isOdd(Octets y) {
        return (y.get(y.length() - 1) & 1) != 0;
    }
}
