package org.v2xscms.crypto.sign;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;

/** Verification with Bouncy Castle's point arithmetic, which is variable in time and therefore given public data only. */
public final class BouncyCastleVerifier implements SignatureVerifier {

    private final Map<Curve, X9ECParameters> parameters = new EnumMap<>(Curve.class);

    public BouncyCastleVerifier() {
        for (Curve curve : Curve.values()) {
            String name = switch (curve) {
                case NIST_P256 -> "secp256r1";
                case NIST_P384 -> "secp384r1";
                case BRAINPOOL_P256R1 -> "brainpoolp256r1";
                case BRAINPOOL_P384R1 -> "brainpoolp384r1";
                case SM2 -> "sm2p256v1";
            };
            X9ECParameters fast = CustomNamedCurves.getByName(name);
            parameters.put(curve, fast == null ? ECNamedCurveTable.getByName(name) : fast);
        }
    }

    @Override
    public SignatureVerdict verify(PublicPoint key, Digest digest, EcSignature signature) {
        Curve curve = key.curve();
        if (signature.r().length() != curve.octets()) {
            return new SignatureVerdict.Invalid(SignatureVerdict.Reason.WRONG_LENGTH);
        }
        if (!curve.isScalar(signature.r())) {
            return new SignatureVerdict.Invalid(SignatureVerdict.Reason.R_OUT_OF_RANGE);
        }
        if (!curve.isScalar(signature.s())) {
            return new SignatureVerdict.Invalid(SignatureVerdict.Reason.S_OUT_OF_RANGE);
        }
        BigInteger r = number(signature.r());
        BigInteger s = number(signature.s());
        BigInteger e = number(SignedNumber.of(curve, digest));
        boolean holds = curve == Curve.SM2 ? sm2Holds(key, e, r, s) : ecdsaHolds(key, e, r, s);
        return holds ? new SignatureVerdict.Valid() : new SignatureVerdict.Invalid(SignatureVerdict.Reason.MISMATCH);
    }

    /** FIPS 186-5 6.4.2: x(e/s * G + r/s * Q) = r mod n. */
    private boolean ecdsaHolds(PublicPoint key, BigInteger e, BigInteger r, BigInteger s) {
        X9ECParameters curve = parametersOf(key);
        BigInteger n = curve.getN();
        BigInteger inverse = s.modInverse(n);
        ECPoint point = sumOfMultiples(
                curve, e.multiply(inverse).mod(n), r.multiply(inverse).mod(n), key);
        return !point.isInfinity()
                && point.getAffineXCoord().toBigInteger().mod(n).equals(r);
    }

    /** GB/T 32918.2 7.1: t = r + s, not zero; e + x(s * G + t * Q) = r mod n. */
    private boolean sm2Holds(PublicPoint key, BigInteger e, BigInteger r, BigInteger s) {
        X9ECParameters curve = parametersOf(key);
        BigInteger n = curve.getN();
        BigInteger t = r.add(s).mod(n);
        if (t.signum() == 0) {
            return false;
        }
        ECPoint point = sumOfMultiples(curve, s, t, key);
        return !point.isInfinity()
                && point.getAffineXCoord().toBigInteger().add(e).mod(n).equals(r);
    }

    private static ECPoint sumOfMultiples(X9ECParameters curve, BigInteger ofG, BigInteger ofKey, PublicPoint key) {
        ECPoint point = curve.getCurve().createPoint(number(key.x()), number(key.y()));
        return ECAlgorithms.sumOfTwoMultiplies(curve.getG(), ofG, point, ofKey).normalize();
    }

    private X9ECParameters parametersOf(PublicPoint key) {
        return Objects.requireNonNull(parameters.get(key.curve()));
    }

    private static BigInteger number(Octets octets) {
        return new BigInteger(1, octets.toByteArray());
    }
}
