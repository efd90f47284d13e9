package org.v2xscms.crypto;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;

/** The same curves, points and keys in Bouncy Castle's terms, from its own table of parameters. */
public final class BouncyCastleCurves {

    private BouncyCastleCurves() {}

    /** With Bouncy Castle's faster arithmetic where it has one for the curve. */
    public static ECDomainParameters domain(Curve curve) {
        String name = switch (curve) {
            case NIST_P256 -> "secp256r1";
            case NIST_P384 -> "secp384r1";
            case BRAINPOOL_P256R1 -> "brainpoolp256r1";
            case BRAINPOOL_P384R1 -> "brainpoolp384r1";
            case SM2 -> "sm2p256v1";
        };
        X9ECParameters fast = CustomNamedCurves.getByName(name);
        return new ECDomainParameters(fast == null ? ECNamedCurveTable.getByName(name) : fast);
    }

    public static BigInteger number(Octets octets) {
        return new BigInteger(1, octets.toByteArray());
    }

    public static BigInteger number(PrivateScalar scalar) {
        return number(scalar.disclose());
    }

    /** Big-endian, as long as the curve's order. */
    public static Octets octets(Curve curve, BigInteger number) {
        return Octets.ofHex(String.format("%0" + 2 * curve.octets() + "x", number));
    }

    public static ECPoint point(PublicPoint point) {
        return domain(point.curve()).getCurve().createPoint(number(point.x()), number(point.y()));
    }

    public static PublicPoint point(Curve curve, ECPoint point) {
        return PublicPoint.ofSec1(curve, Octets.of(point.normalize().getEncoded(false)))
                .orElseThrow();
    }

    public static ECPublicKeyParameters key(PublicPoint point) {
        return new ECPublicKeyParameters(point(point), domain(point.curve()));
    }

    public static ECPrivateKeyParameters key(PrivateScalar scalar) {
        return new ECPrivateKeyParameters(number(scalar), domain(scalar.curve()));
    }
}
