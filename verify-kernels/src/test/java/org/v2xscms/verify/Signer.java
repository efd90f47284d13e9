package org.v2xscms.verify;

import java.math.BigInteger;
import java.util.Random;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;

/** Signatures and verdicts by Bouncy Castle's arithmetic, for test keys. */
final class Signer {

    /** A signature over a digest, with the key it is claimed to be by. */
    static final class Signed {

        private final PublicKeyPoint key;
        private final byte[] digest;
        private final byte[] r;
        private final byte[] s;
        private final Ordinate ordinate;

        Signed(PublicKeyPoint key, byte[] digest, byte[] r, byte[] s, Ordinate ordinate) {
            this.key = key;
            this.digest = digest;
            this.r = r;
            this.s = s;
            this.ordinate = ordinate;
        }

        PublicKeyPoint key() {
            return key;
        }

        byte[] digest() {
            return digest;
        }

        byte[] r() {
            return r;
        }

        byte[] s() {
            return s;
        }

        Ordinate ordinate() {
            return ordinate;
        }

        void addTo(SignatureBatch batch) {
            batch.add(key, digest, 0, r, 0, s, 0, ordinate);
        }
    }

    private final Curve curve;
    private final ECDomainParameters domain;
    private final Random random;
    private final BigInteger[] secrets;
    private final PublicKeyPoint[] keys;

    Signer(Curve curve, int keys, long seed) {
        this.curve = curve;
        X9ECParameters x9 =
                curve == Curve.SM2 ? GMNamedCurves.getByName("sm2p256v1") : CustomNamedCurves.getByName("secp256r1");
        domain = new ECDomainParameters(x9.getCurve(), x9.getG(), x9.getN(), x9.getH());
        random = new Random(seed);
        secrets = new BigInteger[keys];
        this.keys = new PublicKeyPoint[keys];
        for (int i = 0; i < keys; i++) {
            secrets[i] = scalar();
            this.keys[i] = key(domain.getG().multiply(secrets[i]));
        }
    }

    ECDomainParameters domain() {
        return domain;
    }

    BigInteger scalar() {
        return new BigInteger(255, random).add(BigInteger.ONE);
    }

    PublicKeyPoint key(int index) {
        return keys[index];
    }

    BigInteger secret(int index) {
        return secrets[index];
    }

    PublicKeyPoint key(ECPoint point) {
        ECPoint affine = point.normalize();
        BigInteger x = affine.getAffineXCoord().toBigInteger();
        return PublicKeyPoint.of(curve, x, affine.getAffineYCoord().toBigInteger())
                .orElseThrow();
    }

    /** A valid signature, or one with a flipped bit, or s replaced by n - s (valid for ECDSA). */
    Signed sign(int key, boolean corrupt) {
        byte[] digest = new byte[32];
        random.nextBytes(digest);
        BigInteger n = curve.order();
        BigInteger e = new BigInteger(1, digest);
        BigInteger k = scalar();
        ECPoint point = domain.getG().multiply(k).normalize();
        BigInteger x = point.getAffineXCoord().toBigInteger();
        BigInteger d = secrets[key];
        BigInteger r = curve == Curve.SM2 ? x.add(e).mod(n) : x.mod(n);
        BigInteger s = curve == Curve.SM2
                ? d.add(BigInteger.ONE)
                        .modInverse(n)
                        .multiply(k.subtract(r.multiply(d)))
                        .mod(n)
                : k.modInverse(n).multiply(e.add(r.multiply(d))).mod(n);
        Ordinate ordinate = point.getAffineYCoord().testBitZero() ? Ordinate.ODD : Ordinate.EVEN;
        byte[][] parts = {digest, octets(r), octets(s)};
        if (corrupt) {
            parts[random.nextInt(3)][random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
        }
        return new Signed(keys[key], parts[0], parts[1], parts[2], ordinate);
    }

    static byte[] octets(BigInteger number) {
        byte[] octets = new byte[32];
        for (int i = 0; i < 32; i++) {
            octets[31 - i] = number.shiftRight(8 * i).byteValue();
        }
        return octets;
    }

    /** The verdict by the definition, on Bouncy Castle's points. */
    boolean isValid(Signed signed) {
        BigInteger n = curve.order();
        BigInteger e = new BigInteger(1, signed.digest());
        BigInteger r = new BigInteger(1, signed.r());
        BigInteger s = new BigInteger(1, signed.s());
        if (r.signum() == 0 || s.signum() == 0 || r.compareTo(n) >= 0 || s.compareTo(n) >= 0) {
            return false;
        }
        BigInteger u1 = curve == Curve.SM2 ? s : e.multiply(s.modInverse(n)).mod(n);
        BigInteger u2 = curve == Curve.SM2
                ? r.add(s).mod(n)
                : r.multiply(s.modInverse(n)).mod(n);
        if (u2.signum() == 0) {
            return false;
        }
        ECPoint sum =
                domain.getG().multiply(u1).add(point(signed.key()).multiply(u2)).normalize();
        if (sum.isInfinity()) {
            return false;
        }
        BigInteger x = sum.getAffineXCoord().toBigInteger();
        return (curve == Curve.SM2 ? e.add(x) : x).mod(n).equals(r);
    }

    ECPoint point(PublicKeyPoint key) {
        return domain.getCurve().createPoint(key.x(), key.y());
    }

    /** The verdict of Bouncy Castle's own ECDSA. */
    boolean isValidByBouncyCastle(Signed signed) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, new ECPublicKeyParameters(point(signed.key()), domain));
        return signer.verifySignature(signed.digest(), new BigInteger(1, signed.r()), new BigInteger(1, signed.s()));
    }
}
