package org.v2xscms.verify.kernel;

import org.v2xscms.verify.Curve;

/**
 * The field in plain Java: one lane, five limbs of 52 bits, R = 2^260.
 *
 * <p>{@link Math#multiplyHigh} gives the upper half of a 64×64-bit product. Shifting both factors left by six first makes
 * the cut fall at bit 52, so a limb product is a low half {@code (x·y) & MASK} and a high half, both at limb boundaries,
 * and ten of each sum in a long without a carry. Limbs are signed here (Java has an arithmetic shift), so a subtraction
 * needs no bias.
 *
 * <p>The reduction is that of {@link VectorKernel}: q is the low limb itself, because p is -1 modulo 2^52, and q·p is a
 * few shifted copies of q, here split at limb boundaries:
 *
 * <pre>
 * P-256: p + 1 = 2^256 - 2^224 + 2^192 + 2^96     limb 4 (48), -4 (16), 3 (36), 1 (44)
 * SM2:   p + 1 = 2^256 - 2^224 - 2^96  + 2^64     limb 4 (48), -4 (16), -1 (44), 1 (12)
 * </pre>
 */
public final class ScalarKernel extends FieldKernel {

    private static final int LIMBS = 5;
    private static final int BITS = 52;
    private static final long MASK = (1L << BITS) - 1;
    private static final long TOP_MASK = (1L << 48) - 1;
    /** 2^48 - 2^16 and 2^12 - 2^44, shifted left by twelve for the upper half of a product. */
    private static final long TOP = (1L << 60) - (1L << 28);

    private static final long SM2_LOW = (1L << 24) - (1L << 56);

    private final boolean sm2;
    private long t0;
    private long t1;
    private long t2;
    private long t3;
    private long t4;
    private long t5;
    private long t6;
    private long t7;
    private long t8;
    private long t9;

    public ScalarKernel(Curve curve) {
        super(curve, 1, LIMBS, LIMBS * BITS);
        sm2 = curve == Curve.SM2;
    }

    @Override
    public void product(long[] w, int a, int b) {
        long b0 = w[b];
        long b1 = w[b + 1];
        long b2 = w[b + 2];
        long b3 = w[b + 3];
        long b4 = w[b + 4];
        long h0 = b0 << 6;
        long h1 = b1 << 6;
        long h2 = b2 << 6;
        long h3 = b3 << 6;
        long h4 = b4 << 6;
        long x = w[a];
        long y = x << 6;
        long s0 = (x * b0) & MASK;
        long s1 = ((x * b1) & MASK) + Math.multiplyHigh(y, h0);
        long s2 = ((x * b2) & MASK) + Math.multiplyHigh(y, h1);
        long s3 = ((x * b3) & MASK) + Math.multiplyHigh(y, h2);
        long s4 = ((x * b4) & MASK) + Math.multiplyHigh(y, h3);
        long s5 = Math.multiplyHigh(y, h4);
        x = w[a + 1];
        y = x << 6;
        s1 += (x * b0) & MASK;
        s2 += ((x * b1) & MASK) + Math.multiplyHigh(y, h0);
        s3 += ((x * b2) & MASK) + Math.multiplyHigh(y, h1);
        s4 += ((x * b3) & MASK) + Math.multiplyHigh(y, h2);
        s5 += ((x * b4) & MASK) + Math.multiplyHigh(y, h3);
        long s6 = Math.multiplyHigh(y, h4);
        x = w[a + 2];
        y = x << 6;
        s2 += (x * b0) & MASK;
        s3 += ((x * b1) & MASK) + Math.multiplyHigh(y, h0);
        s4 += ((x * b2) & MASK) + Math.multiplyHigh(y, h1);
        s5 += ((x * b3) & MASK) + Math.multiplyHigh(y, h2);
        s6 += ((x * b4) & MASK) + Math.multiplyHigh(y, h3);
        long s7 = Math.multiplyHigh(y, h4);
        x = w[a + 3];
        y = x << 6;
        s3 += (x * b0) & MASK;
        s4 += ((x * b1) & MASK) + Math.multiplyHigh(y, h0);
        s5 += ((x * b2) & MASK) + Math.multiplyHigh(y, h1);
        s6 += ((x * b3) & MASK) + Math.multiplyHigh(y, h2);
        s7 += ((x * b4) & MASK) + Math.multiplyHigh(y, h3);
        long s8 = Math.multiplyHigh(y, h4);
        x = w[a + 4];
        y = x << 6;
        s4 += (x * b0) & MASK;
        s5 += ((x * b1) & MASK) + Math.multiplyHigh(y, h0);
        s6 += ((x * b2) & MASK) + Math.multiplyHigh(y, h1);
        s7 += ((x * b3) & MASK) + Math.multiplyHigh(y, h2);
        s8 += ((x * b4) & MASK) + Math.multiplyHigh(y, h3);
        t0 = s0;
        t1 = s1;
        t2 = s2;
        t3 = s3;
        t4 = s4;
        t5 = s5;
        t6 = s6;
        t7 = s7;
        t8 = s8;
        t9 = Math.multiplyHigh(y, h4);
    }

    @Override
    public void square(long[] w, int a) {
        long a0 = w[a];
        long a1 = w[a + 1];
        long a2 = w[a + 2];
        long a3 = w[a + 3];
        long a4 = w[a + 4];
        long h1 = a1 << 6;
        long h2 = a2 << 6;
        long h3 = a3 << 6;
        long h4 = a4 << 6;
        long x = a0 << 1;
        long y = a0 << 7;
        t0 = (a0 * a0) & MASK;
        long s1 = ((x * a1) & MASK) + Math.multiplyHigh(a0 << 6, a0 << 6);
        long s2 = ((x * a2) & MASK) + Math.multiplyHigh(y, h1);
        long s3 = ((x * a3) & MASK) + Math.multiplyHigh(y, h2);
        long s4 = ((x * a4) & MASK) + Math.multiplyHigh(y, h3);
        long s5 = Math.multiplyHigh(y, h4);
        x = a1 << 1;
        y = a1 << 7;
        s2 += (a1 * a1) & MASK;
        s3 += ((x * a2) & MASK) + Math.multiplyHigh(h1, h1);
        s4 += ((x * a3) & MASK) + Math.multiplyHigh(y, h2);
        s5 += ((x * a4) & MASK) + Math.multiplyHigh(y, h3);
        long s6 = Math.multiplyHigh(y, h4);
        x = a2 << 1;
        y = a2 << 7;
        s4 += (a2 * a2) & MASK;
        s5 += ((x * a3) & MASK) + Math.multiplyHigh(h2, h2);
        s6 += ((x * a4) & MASK) + Math.multiplyHigh(y, h3);
        long s7 = Math.multiplyHigh(y, h4);
        x = a3 << 1;
        y = a3 << 7;
        s6 += (a3 * a3) & MASK;
        s7 += ((x * a4) & MASK) + Math.multiplyHigh(h3, h3);
        long s8 = Math.multiplyHigh(y, h4) + ((a4 * a4) & MASK);
        t1 = s1;
        t2 = s2;
        t3 = s3;
        t4 = s4;
        t5 = s5;
        t6 = s6;
        t7 = s7;
        t8 = s8;
        t9 = Math.multiplyHigh(h4, h4);
    }

    @Override
    public void scale(long[] w, int a, int factor) {
        t0 = 0;
        t1 = 0;
        t2 = 0;
        t3 = 0;
        t4 = 0;
        t5 = w[a] * factor;
        t6 = w[a + 1] * factor;
        t7 = w[a + 2] * factor;
        t8 = w[a + 3] * factor;
        t9 = w[a + 4] * factor;
    }

    @Override
    public void minus(long[] w, int c) {
        t5 -= w[c];
        t6 -= w[c + 1];
        t7 -= w[c + 2];
        t8 -= w[c + 3];
        t9 -= w[c + 4];
    }

    @Override
    public void sum(long[] w, int out, int a, int b) {
        for (int i = 0; i < LIMBS; i++) {
            w[out + i] = w[a + i] + w[b + i];
        }
    }

    @Override
    public void difference(long[] w, int out, int a, int b) {
        for (int i = 0; i < LIMBS; i++) {
            w[out + i] = w[a + i] - w[b + i];
        }
    }

    @Override
    public void reduce(long[] w, int out) {
        if (sm2) {
            reduceSm2(w, out);
        } else {
            reduceP256(w, out);
        }
    }

    private void reduceP256(long[] w, int out) {
        long q = t0 & MASK;
        long s1 = t1 + (t0 >> BITS) + ((q << 44) & MASK);
        long s2 = t2 + (q >>> 8);
        long s3 = t3 + ((q << 36) & MASK);
        long s4 = t4 + (q >>> 16) + (((q << 48) - (q << 16)) & MASK);
        long s5 = t5 + Math.multiplyHigh(q, TOP);
        q = s1 & MASK;
        s2 += (s1 >> BITS) + ((q << 44) & MASK);
        s3 += (q >>> 8);
        s4 += ((q << 36) & MASK);
        s5 += (q >>> 16) + (((q << 48) - (q << 16)) & MASK);
        long s6 = t6 + Math.multiplyHigh(q, TOP);
        q = s2 & MASK;
        s3 += (s2 >> BITS) + ((q << 44) & MASK);
        s4 += (q >>> 8);
        s5 += ((q << 36) & MASK);
        s6 += (q >>> 16) + (((q << 48) - (q << 16)) & MASK);
        long s7 = t7 + Math.multiplyHigh(q, TOP);
        q = s3 & MASK;
        s4 += (s3 >> BITS) + ((q << 44) & MASK);
        s5 += (q >>> 8);
        s6 += ((q << 36) & MASK);
        s7 += (q >>> 16) + (((q << 48) - (q << 16)) & MASK);
        long s8 = t8 + Math.multiplyHigh(q, TOP);
        q = s4 & MASK;
        s5 += (s4 >> BITS) + ((q << 44) & MASK);
        s6 += (q >>> 8);
        s7 += ((q << 36) & MASK);
        s8 += (q >>> 16) + (((q << 48) - (q << 16)) & MASK);
        long s9 = t9 + Math.multiplyHigh(q, TOP);
        s6 += s5 >> BITS;
        s7 += s6 >> BITS;
        s8 += s7 >> BITS;
        s9 += s8 >> BITS;
        long h = s9 >> 48;
        w[out] = (s5 & MASK) + h;
        w[out + 1] = (s6 & MASK) - (h << 44);
        w[out + 2] = s7 & MASK;
        w[out + 3] = (s8 & MASK) - (h << 36);
        w[out + 4] = (s9 & TOP_MASK) + (h << 16);
    }

    private void reduceSm2(long[] w, int out) {
        long q = t0 & MASK;
        long s1 = t1 + (t0 >> BITS) + (((q << 12) - (q << 44)) & MASK);
        long s2 = t2 + Math.multiplyHigh(q, SM2_LOW);
        long s4 = t4 + (((q << 48) - (q << 16)) & MASK);
        long s5 = t5 + Math.multiplyHigh(q, TOP);
        q = s1 & MASK;
        s2 += (s1 >> BITS) + (((q << 12) - (q << 44)) & MASK);
        long s3 = t3 + Math.multiplyHigh(q, SM2_LOW);
        s5 += (((q << 48) - (q << 16)) & MASK);
        long s6 = t6 + Math.multiplyHigh(q, TOP);
        q = s2 & MASK;
        s3 += (s2 >> BITS) + (((q << 12) - (q << 44)) & MASK);
        s4 += Math.multiplyHigh(q, SM2_LOW);
        s6 += (((q << 48) - (q << 16)) & MASK);
        long s7 = t7 + Math.multiplyHigh(q, TOP);
        q = s3 & MASK;
        s4 += (s3 >> BITS) + (((q << 12) - (q << 44)) & MASK);
        s5 += Math.multiplyHigh(q, SM2_LOW);
        s7 += (((q << 48) - (q << 16)) & MASK);
        long s8 = t8 + Math.multiplyHigh(q, TOP);
        q = s4 & MASK;
        s5 += (s4 >> BITS) + (((q << 12) - (q << 44)) & MASK);
        s6 += Math.multiplyHigh(q, SM2_LOW);
        s8 += (((q << 48) - (q << 16)) & MASK);
        long s9 = t9 + Math.multiplyHigh(q, TOP);
        s6 += s5 >> BITS;
        s7 += s6 >> BITS;
        s8 += s7 >> BITS;
        s9 += s8 >> BITS;
        long h = s9 >> 48;
        w[out] = (s5 & MASK) + h;
        w[out + 1] = (s6 & MASK) + (h << 44) - (h << 12);
        w[out + 2] = s7 & MASK;
        w[out + 3] = s8 & MASK;
        w[out + 4] = (s9 & TOP_MASK) + (h << 16);
    }

    @Override
    public void load(long[] w, int out, long[] packed, int at, long[] negate, int negateAt) {
        Modulus.limbsOfWords(w, out, packed[at], packed[at + 1], packed[at + 2], packed[at + 3]);
        int y = out + LIMBS;
        Modulus.limbsOfWords(w, y, packed[at + 4], packed[at + 5], packed[at + 6], packed[at + 7]);
        long sign = negate[negateAt];
        for (int i = y; i < y + LIMBS; i++) {
            w[i] = (w[i] ^ sign) - sign;
        }
    }

    @Override
    public void put(long[] w, int at, int lane, long[] residue, int residueAt) {
        System.arraycopy(residue, residueAt, w, at, LIMBS);
    }

    @Override
    public void get(long[] w, int at, int lane, long[] residue, int residueAt) {
        long l0 = w[at];
        long l1 = w[at + 1] + (l0 >> BITS);
        long l2 = w[at + 2] + (l1 >> BITS);
        long l3 = w[at + 3] + (l2 >> BITS);
        long l4 = w[at + 4] + (l3 >> BITS);
        residue[residueAt] = l0 & MASK;
        residue[residueAt + 1] = l1 & MASK;
        residue[residueAt + 2] = l2 & MASK;
        residue[residueAt + 3] = l3 & MASK;
        residue[residueAt + 4] = l4;
        prime().reduce(residue, residueAt);
        if (residue[residueAt + 4] < 0) {
            prime().addModulus(residue, residueAt);
        }
    }
}
