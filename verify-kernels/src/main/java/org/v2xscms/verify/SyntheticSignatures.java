package org.v2xscms.verify;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Valid signatures without a private key, for warming up and calibrating.
 *
 * <p>For any point Q, choose u1 and u2, let R = u1·G + u2·Q and r = x(R); the equations of ECDSA and SM2 then give s and
 * the digest e that (r, s) is a signature of. Nobody chose a message, so nothing is forged: e is whatever comes out.
 */
final class SyntheticSignatures {

    private final Curve curve;
    private final RandomGenerator random;

    SyntheticSignatures(Curve curve, RandomGenerator random) {
        this.curve = curve;
        this.random = random;
    }

    /** Fills {@code batch} with valid signatures by {@code keys} different keys in turn. */
    void fill(SignatureBatch batch, int keys) {
        PublicKeyPoint[] points = new PublicKeyPoint[keys];
        for (int i = 0; i < keys; i++) {
            points[i] = anyPoint();
        }
        while (batch.size() < batch.capacity()) {
            add(batch, points[batch.size() % keys]);
        }
    }

    private PublicKeyPoint anyPoint() {
        while (true) {
            byte[] x = new byte[32];
            random.nextBytes(x);
            var point = PublicKeyPoint.decompress(curve, x, random.nextBoolean());
            if (point.isPresent()) {
                return point.get();
            }
        }
    }

    private void add(SignatureBatch batch, PublicKeyPoint key) {
        BigInteger n = curve.order();
        BigInteger u1 = scalar();
        BigInteger u2 = scalar();
        Point sum = plus(times(u1, new Point(curve.baseX(), curve.baseY())), times(u2, new Point(key.x(), key.y())));
        if (sum == null) {
            throw new IllegalStateException("a random sum at infinity: the generator is broken");
        }
        BigInteger x = sum.x().mod(n);
        BigInteger r;
        BigInteger s;
        BigInteger e;
        if (curve == Curve.SM2) {
            s = u1;
            r = u2.subtract(s).mod(n);
            e = r.subtract(x).mod(n);
        } else {
            r = x;
            s = r.multiply(u2.modInverse(n)).mod(n);
            e = u1.multiply(s).mod(n);
        }
        Ordinate ordinate = sum.y().testBit(0) ? Ordinate.ODD : Ordinate.EVEN;
        batch.add(key, octets(e), 0, octets(r), 0, octets(s), 0, ordinate);
    }

    private BigInteger scalar() {
        byte[] octets = new byte[32];
        random.nextBytes(octets);
        return new BigInteger(1, octets)
                .mod(curve.order().subtract(BigInteger.TWO))
                .add(BigInteger.ONE);
    }

    private static byte[] octets(BigInteger number) {
        byte[] octets = new byte[32];
        for (int i = 0; i < octets.length; i++) {
            octets[octets.length - 1 - i] = number.shiftRight(8 * i).byteValue();
        }
        return octets;
    }

    private record Point(BigInteger x, BigInteger y) {}

    /** The sum of affine points; null is the point at infinity. */
    private @Nullable Point plus(@Nullable Point a, @Nullable Point b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        BigInteger p = curve.prime();
        BigInteger numerator = b.y.subtract(a.y);
        BigInteger denominator = b.x.subtract(a.x);
        if (denominator.signum() == 0) {
            if (numerator.signum() != 0) {
                return null;
            }
            numerator = a.x.multiply(a.x).subtract(BigInteger.ONE).multiply(BigInteger.valueOf(3));
            denominator = a.y.shiftLeft(1);
        }
        BigInteger slope = numerator.multiply(denominator.modInverse(p)).mod(p);
        BigInteger x = slope.multiply(slope).subtract(a.x).subtract(b.x).mod(p);
        return new Point(x, slope.multiply(a.x.subtract(x)).subtract(a.y).mod(p));
    }

    private @Nullable Point times(BigInteger k, Point point) {
        Point sum = null;
        for (int bit = k.bitLength() - 1; bit >= 0; bit--) {
            sum = plus(sum, sum);
            if (k.testBit(bit)) {
                sum = plus(sum, point);
            }
        }
        return sum;
    }
}
