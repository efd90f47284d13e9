package org.v2xscms.verify.kernel;

import java.math.BigInteger;

/**
 * Plain arithmetic modulo one odd 256-bit modulus: the curve order, and the prime where speed does not matter.
 *
 * <p>A residue is five longs of 52 bits, least significant first, always canonical (below the modulus), so equality is
 * equality of limbs and there are no bounds to reason about. Products use Montgomery's reduction with R = 2^260:
 * {@link #multiply} yields a·b/R, and {@link #rSquared()} carries a residue into that domain. 52 bits per limb leave
 * twelve bits for carries, so a whole row of products is added before anything is normalised.
 *
 * <p>One instance belongs to one thread: the inverse needs scratch.
 */
public final class Modulus {

    /** Longs per residue. */
    public static final int LIMBS = 5;

    private static final int BITS = 52;
    private static final long MASK = (1L << BITS) - 1;

    private final BigInteger value;
    private final long m0;
    private final long m1;
    private final long m2;
    private final long m3;
    private final long m4;
    private final long negatedInverse;
    private final long[] rSquared;
    private final DivstepInverse inverse;

    public Modulus(BigInteger value) {
        this.value = value;
        long[] limbs = limbs(value);
        m0 = limbs[0];
        m1 = limbs[1];
        m2 = limbs[2];
        m3 = limbs[3];
        m4 = limbs[4];
        negatedInverse =
                value.modInverse(BigInteger.ONE.shiftLeft(BITS)).negate().longValue() & MASK;
        rSquared = residue(BigInteger.ONE.shiftLeft(2 * BITS * LIMBS));
        inverse = new DivstepInverse(value);
    }

    public BigInteger value() {
        return value;
    }

    /** The limbs of {@code number} modulo this modulus; for constants, allocates. */
    public long[] residue(BigInteger number) {
        return limbs(number.mod(value));
    }

    private static long[] limbs(BigInteger number) {
        long[] limbs = new long[LIMBS];
        for (int i = 0; i < LIMBS; i++) {
            limbs[i] = number.shiftRight(BITS * i).longValue() & MASK;
        }
        return limbs;
    }

    /** R² modulo m: {@code multiply(a, rSquared)} is a·R, and multiplying that by b gives a·b. */
    public long[] rSquared() {
        return rSquared;
    }

    /** out = a·b/R mod m. The arrays may be the same. */
    public void multiply(long[] out, int outAt, long[] a, int aAt, long[] b, int bAt) {
        long b0 = b[bAt];
        long b1 = b[bAt + 1];
        long b2 = b[bAt + 2];
        long b3 = b[bAt + 3];
        long b4 = b[bAt + 4];
        long t0 = 0;
        long t1 = 0;
        long t2 = 0;
        long t3 = 0;
        long t4 = 0;
        for (int i = 0; i < LIMBS; i++) {
            long x = a[aAt + i];
            long xHigh = x << 6;
            t0 += (x * b0) & MASK;
            long q = (t0 * negatedInverse) & MASK;
            long qHigh = q << 6;
            t0 += (q * m0) & MASK;
            t1 += ((x * b1) & MASK) + high(xHigh, b0) + ((q * m1) & MASK) + high(qHigh, m0) + (t0 >>> BITS);
            t2 += ((x * b2) & MASK) + high(xHigh, b1) + ((q * m2) & MASK) + high(qHigh, m1);
            t3 += ((x * b3) & MASK) + high(xHigh, b2) + ((q * m3) & MASK) + high(qHigh, m2);
            t4 += ((x * b4) & MASK) + high(xHigh, b3) + ((q * m4) & MASK) + high(qHigh, m3);
            t0 = t1;
            t1 = t2;
            t2 = t3;
            t3 = t4;
            t4 = high(xHigh, b4) + high(qHigh, m4);
        }
        t1 += t0 >>> BITS;
        t2 += t1 >>> BITS;
        t3 += t2 >>> BITS;
        t4 += t3 >>> BITS;
        store(out, outAt, t0 & MASK, t1 & MASK, t2 & MASK, t3 & MASK, t4);
    }

    /** The bits of x·y above 2^52, given x already shifted left by six. */
    private static long high(long shiftedX, long y) {
        return Math.multiplyHigh(shiftedX, y << 6);
    }

    /** out = a + b mod m. */
    public void add(long[] out, int outAt, long[] a, int aAt, long[] b, int bAt) {
        long t0 = a[aAt] + b[bAt];
        long t1 = a[aAt + 1] + b[bAt + 1] + (t0 >>> BITS);
        long t2 = a[aAt + 2] + b[bAt + 2] + (t1 >>> BITS);
        long t3 = a[aAt + 3] + b[bAt + 3] + (t2 >>> BITS);
        long t4 = a[aAt + 4] + b[bAt + 4] + (t3 >>> BITS);
        store(out, outAt, t0 & MASK, t1 & MASK, t2 & MASK, t3 & MASK, t4);
    }

    /** out = a - b mod m. */
    public void subtract(long[] out, int outAt, long[] a, int aAt, long[] b, int bAt) {
        long t0 = m0 + a[aAt] - b[bAt];
        long t1 = m1 + a[aAt + 1] - b[bAt + 1] + (t0 >> BITS);
        long t2 = m2 + a[aAt + 2] - b[bAt + 2] + (t1 >> BITS);
        long t3 = m3 + a[aAt + 3] - b[bAt + 3] + (t2 >> BITS);
        long t4 = m4 + a[aAt + 4] - b[bAt + 4] + (t3 >> BITS);
        store(out, outAt, t0 & MASK, t1 & MASK, t2 & MASK, t3 & MASK, t4);
    }

    /** Stores a value below 2m, brought below m. */
    private void store(long[] out, int at, long t0, long t1, long t2, long t3, long t4) {
        long d0 = t0 - m0;
        long d1 = t1 - m1 + (d0 >> BITS);
        long d2 = t2 - m2 + (d1 >> BITS);
        long d3 = t3 - m3 + (d2 >> BITS);
        long d4 = t4 - m4 + (d3 >> BITS);
        boolean keep = d4 < 0;
        out[at] = keep ? t0 : d0 & MASK;
        out[at + 1] = keep ? t1 : d1 & MASK;
        out[at + 2] = keep ? t2 : d2 & MASK;
        out[at + 3] = keep ? t3 : d3 & MASK;
        out[at + 4] = keep ? t4 : d4;
    }

    /** out = 1/a mod m, 0 for a = 0. Variable time. */
    public void invert(long[] out, int outAt, long[] a, int aAt) {
        inverse.invert(out, outAt, a, aAt);
    }

    public static boolean isZero(long[] a, int at) {
        return (a[at] | a[at + 1] | a[at + 2] | a[at + 3] | a[at + 4]) == 0;
    }

    public static boolean equal(long[] a, int aAt, long[] b, int bAt) {
        return ((a[aAt] ^ b[bAt])
                        | (a[aAt + 1] ^ b[bAt + 1])
                        | (a[aAt + 2] ^ b[bAt + 2])
                        | (a[aAt + 3] ^ b[bAt + 3])
                        | (a[aAt + 4] ^ b[bAt + 4]))
                == 0;
    }

    /** Splits 256 bits in four words, least significant first, into limbs without reducing them. */
    public static void limbsOfWords(long[] out, int at, long w0, long w1, long w2, long w3) {
        out[at] = w0 & MASK;
        out[at + 1] = ((w0 >>> 52) | (w1 << 12)) & MASK;
        out[at + 2] = ((w1 >>> 40) | (w2 << 24)) & MASK;
        out[at + 3] = ((w2 >>> 28) | (w3 << 36)) & MASK;
        out[at + 4] = w3 >>> 16;
    }

    /** Word {@code index} (0 to 3, least significant first) of the 256-bit value of a residue. */
    public static long word(long[] a, int at, int index) {
        return switch (index) {
            case 0 -> a[at] | (a[at + 1] << 52);
            case 1 -> (a[at + 1] >>> 12) | (a[at + 2] << 40);
            case 2 -> (a[at + 2] >>> 24) | (a[at + 3] << 28);
            default -> (a[at + 3] >>> 36) | (a[at + 4] << 16);
        };
    }

    /** Whether the 256-bit value in limbs at {@code at} is below this modulus. */
    public boolean isCanonical(long[] a, int at) {
        long borrow = (a[at] - m0) >> BITS;
        borrow = (a[at + 1] - m1 + borrow) >> BITS;
        borrow = (a[at + 2] - m2 + borrow) >> BITS;
        borrow = (a[at + 3] - m3 + borrow) >> BITS;
        return a[at + 4] - m4 + borrow < 0;
    }

    /** Adds the modulus to a value in (-m, 0) whose highest limb carries the sign. */
    void addModulus(long[] a, int at) {
        long t0 = a[at] + m0;
        long t1 = a[at + 1] + m1 + (t0 >> BITS);
        long t2 = a[at + 2] + m2 + (t1 >> BITS);
        long t3 = a[at + 3] + m3 + (t2 >> BITS);
        store(a, at, t0 & MASK, t1 & MASK, t2 & MASK, t3 & MASK, a[at + 4] + m4 + (t3 >> BITS));
    }

    /** Brings a 256-bit value in limbs (below 2m, as both curves' moduli exceed 2^255) below the modulus. */
    public void reduce(long[] a, int at) {
        store(a, at, a[at], a[at + 1], a[at + 2], a[at + 3], a[at + 4]);
    }
}
