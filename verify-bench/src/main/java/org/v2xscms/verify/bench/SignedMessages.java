package org.v2xscms.verify.bench;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.v2xscms.verify.Curve;
import org.v2xscms.verify.Ordinate;
import org.v2xscms.verify.PublicKeyPoint;
import org.v2xscms.verify.SignatureBatch;

/**
 * Signatures of test keys over random digests, the keys in turn. Successive nonces differ by one, so R costs one addition: for
 * test data only.
 */
final class SignedMessages {

    private final Curve curve;
    private final PublicKeyPoint[] keys;
    private final ECPoint[] points;
    private final byte[][] digests;
    private final byte[][] rs;
    private final byte[][] ss;
    private final Ordinate[] ordinates;
    private final ECDomainParameters domain;

    /** @param corruptOneIn every how many-th signature has one bit flipped; 0 for none */
    SignedMessages(Curve curve, int keyCount, int count, int corruptOneIn, RandomGenerator random) {
        this.curve = curve;
        X9ECParameters x9 =
                curve == Curve.SM2 ? GMNamedCurves.getByName("sm2p256v1") : CustomNamedCurves.getByName("secp256r1");
        domain = new ECDomainParameters(x9.getCurve(), x9.getG(), x9.getN(), x9.getH());
        keys = new PublicKeyPoint[keyCount];
        points = new ECPoint[keyCount];
        digests = new byte[count][32];
        rs = new byte[count][];
        ss = new byte[count][];
        ordinates = new Ordinate[count];
        BigInteger[] secrets = new BigInteger[keyCount];
        for (int i = 0; i < keyCount; i++) {
            secrets[i] = scalar(random);
            points[i] = domain.getG().multiply(secrets[i]).normalize();
            keys[i] = PublicKeyPoint.of(
                            curve, x(points[i]), points[i].getAffineYCoord().toBigInteger())
                    .orElseThrow();
        }
        sign(secrets, corruptOneIn, random);
    }

    private static BigInteger scalar(RandomGenerator random) {
        byte[] octets = new byte[31];
        random.nextBytes(octets);
        return new BigInteger(1, octets).add(BigInteger.TWO);
    }

    private static BigInteger x(ECPoint point) {
        return point.getAffineXCoord().toBigInteger();
    }

    private void sign(BigInteger[] secrets, int corruptOneIn, RandomGenerator random) {
        BigInteger n = curve.order();
        BigInteger k = scalar(random);
        ECPoint point = domain.getG().multiply(k).normalize();
        for (int i = 0; i < digests.length; i++) {
            random.nextBytes(digests[i]);
            BigInteger e = new BigInteger(1, digests[i]);
            BigInteger d = secrets[i % keys.length];
            BigInteger r = curve == Curve.SM2 ? x(point).add(e).mod(n) : x(point).mod(n);
            BigInteger s = curve == Curve.SM2
                    ? d.add(BigInteger.ONE).modInverse(n).multiply(k.subtract(r.multiply(d)))
                    : k.modInverse(n).multiply(e.add(r.multiply(d)));
            rs[i] = octets(r);
            ss[i] = octets(s.mod(n));
            ordinates[i] = point.getAffineYCoord().testBitZero() ? Ordinate.ODD : Ordinate.EVEN;
            if (corruptOneIn > 0 && i % corruptOneIn == 0) {
                byte[][] parts = {digests[i], rs[i], ss[i]};
                parts[random.nextInt(3)][random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            }
            k = k.add(BigInteger.ONE);
            point = point.add(domain.getG()).normalize();
        }
    }

    private static byte[] octets(BigInteger number) {
        byte[] octets = new byte[32];
        for (int i = 0; i < 32; i++) {
            octets[31 - i] = number.shiftRight(8 * i).byteValue();
        }
        return octets;
    }

    int count() {
        return digests.length;
    }

    PublicKeyPoint key(int index) {
        return keys[index % keys.length];
    }

    ECPoint point(int index) {
        return points[index % keys.length];
    }

    ECDomainParameters domain() {
        return domain;
    }

    byte[] digest(int index) {
        return digests[index];
    }

    byte[] r(int index) {
        return rs[index];
    }

    byte[] s(int index) {
        return ss[index];
    }

    /** @param withOrdinate whether to say which R is meant */
    void addTo(SignatureBatch batch, int index, boolean withOrdinate) {
        Ordinate ordinate = withOrdinate ? ordinates[index] : Ordinate.UNKNOWN;
        batch.add(key(index), digests[index], 0, rs[index], 0, ss[index], 0, ordinate);
    }
}
