package org.v2xscms.verify.kernel;

import java.math.BigInteger;
import java.util.Arrays;
import org.v2xscms.verify.Curve;

/**
 * The slow path that is always right: u1·G + u2·Q by double-and-add with every exceptional case spelled out.
 *
 * <p>It shares nothing with the fast paths but {@link Modulus}. The fast paths hand over what their formulas do not cover
 * (a sum that met ±the same point, or a result at infinity), and tests hold everything against it. Points are Jacobian,
 * three residues in Montgomery's domain of {@link Modulus}; Z = 0 is the point at infinity.
 */
final class ExactVerifier {

    private static final int X = 0;
    private static final int Y = Modulus.LIMBS;
    private static final int Z = 2 * Modulus.LIMBS;
    static final int POINT = 3 * Modulus.LIMBS;

    private final Modulus prime;
    private final long[] base = new long[POINT];
    private final long[] key = new long[POINT];
    private final long[] both = new long[POINT];
    private final long[] sum = new long[POINT];
    private final long[] t = new long[8 * Modulus.LIMBS];
    private final long[] expected = new long[Modulus.LIMBS];
    private final long[] order;

    ExactVerifier(Curve curve) {
        prime = new Modulus(curve.prime());
        order = prime.residue(curve.order());
        setAffine(base, inDomain(curve.baseX()), inDomain(curve.baseY()));
    }

    private long[] inDomain(BigInteger number) {
        return prime.residue(number.shiftLeft(260));
    }

    private void setAffine(long[] point, long[] x, long[] y) {
        System.arraycopy(x, 0, point, X, Modulus.LIMBS);
        System.arraycopy(y, 0, point, Y, Modulus.LIMBS);
        System.arraycopy(inDomain(BigInteger.ONE), 0, point, Z, Modulus.LIMBS);
    }

    /**
     * Whether u1·G + u2·Q is finite and its x, modulo the order, is {@code v}.
     *
     * @param u1 canonical residue modulo the order, at {@code u1At}
     * @param u2 likewise
     * @param point Q: x, then y, canonical residues modulo the prime, not in Montgomery's domain
     * @param v canonical residue modulo the order, at {@code vAt}
     */
    boolean verify(long[] u1, int u1At, long[] u2, int u2At, long[] point, long[] v, int vAt) {
        prime.multiply(key, X, point, 0, prime.rSquared(), 0);
        prime.multiply(key, Y, point, Modulus.LIMBS, prime.rSquared(), 0);
        System.arraycopy(base, Z, key, Z, Modulus.LIMBS);
        System.arraycopy(base, 0, both, 0, POINT);
        add(both, key);
        Arrays.fill(sum, 0);
        for (int bit = 255; bit >= 0; bit--) {
            twice(sum);
            boolean withBase = bit(u1, u1At, bit);
            boolean withKey = bit(u2, u2At, bit);
            if (withBase || withKey) {
                add(sum, withBase && withKey ? both : withBase ? base : key);
            }
        }
        return !Modulus.isZero(sum, Z) && abscissaIs(v, vAt);
    }

    /**
     * Whether points sum to the point at infinity.
     *
     * @param points Jacobian, {@link #POINT} longs each: plain canonical residues X, Y, Z
     */
    boolean sumsToInfinity(long[] points, int count) {
        Arrays.fill(sum, 0);
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < POINT; c += Modulus.LIMBS) {
                prime.multiply(both, c, points, i * POINT + c, prime.rSquared(), 0);
            }
            add(sum, both);
        }
        return Modulus.isZero(sum, Z);
    }

    private static boolean bit(long[] scalar, int at, int bit) {
        return ((Modulus.word(scalar, at, bit >> 6) >>> bit) & 1) != 0;
    }

    /** X = v·Z² or, where v + n is still below p, X = (v + n)·Z². */
    private boolean abscissaIs(long[] v, int vAt) {
        prime.multiply(t, 0, sum, Z, sum, Z);
        System.arraycopy(v, vAt, expected, 0, Modulus.LIMBS);
        prime.reduce(expected, 0);
        if (abscissaIs(expected)) {
            return true;
        }
        // v + n below p means that adding does not wrap: the sum modulo p is then larger than n.
        System.arraycopy(v, vAt, expected, 0, Modulus.LIMBS);
        prime.reduce(expected, 0);
        prime.add(expected, 0, expected, 0, order, 0);
        return !isBelow(expected, order) && abscissaIs(expected);
    }

    private boolean abscissaIs(long[] x) {
        prime.multiply(t, 5, x, 0, prime.rSquared(), 0);
        prime.multiply(t, 5, t, 5, t, 0);
        return Modulus.equal(t, 5, sum, X);
    }

    private static boolean isBelow(long[] a, long[] b) {
        for (int i = Modulus.LIMBS - 1; i >= 0; i--) {
            if (a[i] != b[i]) {
                return a[i] < b[i];
            }
        }
        return false;
    }

    /** p = 2p; infinity stays infinity because 2YZ does. */
    private void twice(long[] p) {
        Modulus m = prime;
        m.multiply(t, 0, p, Z, p, Z);
        m.multiply(t, 5, p, Y, p, Y);
        m.multiply(t, 10, p, X, t, 5);
        m.subtract(t, 15, p, X, t, 0);
        m.add(t, 20, p, X, t, 0);
        m.multiply(t, 15, t, 15, t, 20);
        m.add(t, 20, t, 15, t, 15);
        m.add(t, 15, t, 15, t, 20);
        m.multiply(p, Z, p, Y, p, Z);
        m.add(p, Z, p, Z, p, Z);
        // t10 = 4XY², t5 = 8Y⁴, t15 = 3(X - Z²)(X + Z²)
        m.add(t, 10, t, 10, t, 10);
        m.add(t, 10, t, 10, t, 10);
        m.multiply(t, 5, t, 5, t, 5);
        m.add(t, 5, t, 5, t, 5);
        m.add(t, 5, t, 5, t, 5);
        m.add(t, 5, t, 5, t, 5);
        m.multiply(p, X, t, 15, t, 15);
        m.subtract(p, X, p, X, t, 10);
        m.subtract(p, X, p, X, t, 10);
        m.subtract(t, 10, t, 10, p, X);
        m.multiply(p, Y, t, 15, t, 10);
        m.subtract(p, Y, p, Y, t, 5);
    }

    /** p = p + q for any two points. */
    private void add(long[] p, long[] q) {
        if (Modulus.isZero(q, Z)) {
            return;
        }
        if (Modulus.isZero(p, Z)) {
            System.arraycopy(q, 0, p, 0, POINT);
            return;
        }
        Modulus m = prime;
        m.multiply(t, 0, p, Z, p, Z);
        m.multiply(t, 5, q, Z, q, Z);
        // t10 = U1, t15 = H = U2 - U1, t20 = S1, t25 = R = S2 - S1
        m.multiply(t, 10, p, X, t, 5);
        m.multiply(t, 15, q, X, t, 0);
        m.subtract(t, 15, t, 15, t, 10);
        m.multiply(t, 20, p, Y, t, 5);
        m.multiply(t, 20, t, 20, q, Z);
        m.multiply(t, 25, q, Y, t, 0);
        m.multiply(t, 25, t, 25, p, Z);
        m.subtract(t, 25, t, 25, t, 20);
        if (Modulus.isZero(t, 15)) {
            if (Modulus.isZero(t, 25)) {
                twice(p);
            } else {
                Arrays.fill(p, Z, Z + Modulus.LIMBS, 0);
            }
            return;
        }
        m.multiply(p, Z, p, Z, q, Z);
        m.multiply(p, Z, p, Z, t, 15);
        m.multiply(t, 30, t, 15, t, 15);
        m.multiply(t, 15, t, 15, t, 30);
        m.multiply(t, 10, t, 10, t, 30);
        m.multiply(p, X, t, 25, t, 25);
        m.subtract(p, X, p, X, t, 15);
        m.subtract(p, X, p, X, t, 10);
        m.subtract(p, X, p, X, t, 10);
        m.subtract(t, 10, t, 10, p, X);
        m.multiply(p, Y, t, 25, t, 10);
        m.multiply(t, 20, t, 20, t, 15);
        m.subtract(p, Y, p, Y, t, 20);
    }
}
