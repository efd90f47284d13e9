package org.v2xscms.verify.kernel;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.math.BigInteger;
import java.util.Arrays;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.v2xscms.verify.Curve;

/**
 * The field on the Vector API: eight lanes with AVX-512, four with AVX2, one source.
 *
 * <p><b>Representation.</b> Nine limbs of 29 bits in 64-bit lanes, R = 2^261. A product of two limbs has 58 bits, nine of
 * them 62, so a whole column of the schoolbook product is summed without a carry. Limbs never go negative: AVX2 has an
 * unsigned 32×32→64 multiplication (vpmuludq) but neither a full 64-bit one nor an arithmetic shift of 64-bit lanes.
 * Every subtraction therefore adds a multiple of p first whose limbs are each larger than the limb subtracted. The masks
 * with 2^32-1 before a multiplication change nothing; they are how the compiler sees that vpmuludq will do.
 *
 * <p><b>Reduction.</b> Montgomery's method clears the low columns one after another by adding q·p. As p is -1 modulo
 * 2^29 (it is modulo 2^96 and 2^64), q is the column's low 29 bits, and the column itself becomes a carry: no
 * multiplication. The rest of q·p is four shifted copies of q, because both primes are sums of a few powers of two:
 *
 * <pre>
 * P-256: p + 1 = 2^256 - 2^224 + 2^192 + 2^96     columns +8 (24), -7 (21), +6 (18), +3 (9)
 * SM2:   p + 1 = 2^256 - 2^224 - 2^96  + 2^64     columns +8 (24), -7 (21), -3 (9),  +2 (6)
 * </pre>
 *
 * The subtracted copies are covered by {@code bias}: 2p·R written with 2^51 borrowed into every column that loses one.
 *
 * <p><b>Folding.</b> After the carries the value is exact in limbs below 2^29, with h = value / 2^256 in the top limb; the
 * 2p in the bias make h at least 1. h·2^256 is replaced by h·(2^256 - p), a handful of shifted copies of h, which leaves
 * the value below 2p, and a short second ripple removes the borrow. So every result is reduced, and bounds never
 * drift however long a chain of formulas grows.
 *
 * <p><b>What the compiler needs.</b> Vectors never leave a method: all operands pass through memory, and each method is
 * one compilation in which every Vector API call is inlined; a small helper returning a vector can stop being inlined and
 * then boxes. The product is a loop on purpose. Unrolled, it needs more registers than there are, and C2 spills; so the
 * stride is a field whose value C2 cannot see, which keeps it from unrolling the loop itself.
 */
public final class VectorKernel extends FieldKernel {

    private static final VectorSpecies<Long> SPECIES = species();
    private static final int LANES = SPECIES.length();
    private static final int LIMBS = 9;
    private static final int COLUMNS = 2 * LIMBS;
    private static final int BITS = 29;
    private static final long MASK = (1L << BITS) - 1;
    private static final long LOW = 0xffff_ffffL;
    private static final long TOP_MASK = (1L << 24) - 1;

    private final boolean sm2;
    private final long[] t = new long[COLUMNS * LANES];
    private final long[] bias;
    private final long[] cover;
    private final long[] negation;
    private final int stride = Integer.parseInt(Integer.toString(LANES));

    public VectorKernel(Curve curve) {
        super(curve, LANES, LIMBS, LIMBS * BITS);
        sm2 = curve == Curve.SM2;
        bias = broadcast(bias(curve));
        cover = broadcast(cover(curve));
        negation = broadcast(negation(curve));
    }

    /** Lanes can be fixed for tests with the system property {@code org.v2xscms.verify.lanes} (4 or 8). */
    private static VectorSpecies<Long> species() {
        return switch (Integer.getInteger("org.v2xscms.verify.lanes", LongVector.SPECIES_PREFERRED.length())) {
            case 8 -> LongVector.SPECIES_512;
            case 2 -> LongVector.SPECIES_128;
            default -> LongVector.SPECIES_256;
        };
    }

    /** Lanes of this JVM: 8 with AVX-512, 4 with AVX2. */
    public static int laneCount() {
        return LANES;
    }

    /** 2p·R in eighteen columns, with 2^51 borrowed into each column the reduction subtracts from. */
    static long[] bias(Curve curve) {
        long[] columns = new long[COLUMNS];
        System.arraycopy(digits(curve.prime().shiftLeft(1)), 0, columns, LIMBS, LIMBS);
        for (int column = curve == Curve.SM2 ? 3 : 7; column < COLUMNS - 2; column++) {
            columns[column] += 1L << 51;
            columns[column + 1] -= 1L << (51 - BITS);
        }
        columns[COLUMNS - 2] += 1L << BITS;
        columns[COLUMNS - 1] -= 1;
        return columns;
    }

    /** 4p with 2^29 borrowed into each limb but the highest: no limb of a reduced element is larger. */
    static long[] cover(Curve curve) {
        return borrowed(digits(curve.prime().shiftLeft(2)), 2);
    }

    /** p with 2^29 borrowed into each limb but the highest, from which a canonical number is subtracted. */
    static long[] negation(Curve curve) {
        return borrowed(digits(curve.prime()), 1);
    }

    private static long[] borrowed(long[] limbs, int units) {
        for (int i = 0; i < LIMBS - 1; i++) {
            limbs[i] += (long) units << BITS;
            limbs[i + 1] -= units;
        }
        return limbs;
    }

    /** Nine limbs, the highest taking whatever is left. */
    private static long[] digits(BigInteger number) {
        long[] limbs = new long[LIMBS];
        for (int i = 0; i < LIMBS - 1; i++) {
            limbs[i] = number.shiftRight(BITS * i).longValue() & MASK;
        }
        limbs[LIMBS - 1] = number.shiftRight(BITS * (LIMBS - 1)).longValueExact();
        return limbs;
    }

    private static long[] broadcast(long[] limbs) {
        long[] lanes = new long[limbs.length * LANES];
        for (int i = 0; i < limbs.length; i++) {
            Arrays.fill(lanes, i * LANES, (i + 1) * LANES, limbs[i]);
        }
        return lanes;
    }

    /** Row by row: after row i column i is complete and leaves the window of eight running columns. */
    @Override
    public void product(long[] w, int a, int b) {
        LongVector b0 = LongVector.fromArray(SPECIES, w, b).and(LOW);
        LongVector b1 = LongVector.fromArray(SPECIES, w, b + LANES).and(LOW);
        LongVector b2 = LongVector.fromArray(SPECIES, w, b + 2 * LANES).and(LOW);
        LongVector b3 = LongVector.fromArray(SPECIES, w, b + 3 * LANES).and(LOW);
        LongVector b4 = LongVector.fromArray(SPECIES, w, b + 4 * LANES).and(LOW);
        LongVector b5 = LongVector.fromArray(SPECIES, w, b + 5 * LANES).and(LOW);
        LongVector b6 = LongVector.fromArray(SPECIES, w, b + 6 * LANES).and(LOW);
        LongVector b7 = LongVector.fromArray(SPECIES, w, b + 7 * LANES).and(LOW);
        LongVector b8 = LongVector.fromArray(SPECIES, w, b + 8 * LANES).and(LOW);
        LongVector zero = LongVector.zero(SPECIES);
        LongVector t0 = zero;
        LongVector t1 = zero;
        LongVector t2 = zero;
        LongVector t3 = zero;
        LongVector t4 = zero;
        LongVector t5 = zero;
        LongVector t6 = zero;
        LongVector t7 = zero;
        int step = stride;
        for (int i = 0; i < LIMBS * LANES; i += step) {
            LongVector x = LongVector.fromArray(SPECIES, w, a + i).and(LOW);
            t0.add(x.mul(b0)).intoArray(t, i);
            t0 = t1.add(x.mul(b1));
            t1 = t2.add(x.mul(b2));
            t2 = t3.add(x.mul(b3));
            t3 = t4.add(x.mul(b4));
            t4 = t5.add(x.mul(b5));
            t5 = t6.add(x.mul(b6));
            t6 = t7.add(x.mul(b7));
            t7 = x.mul(b8);
        }
        t0.intoArray(t, 9 * LANES);
        t1.intoArray(t, 10 * LANES);
        t2.intoArray(t, 11 * LANES);
        t3.intoArray(t, 12 * LANES);
        t4.intoArray(t, 13 * LANES);
        t5.intoArray(t, 14 * LANES);
        t6.intoArray(t, 15 * LANES);
        t7.intoArray(t, 16 * LANES);
        zero.intoArray(t, 17 * LANES);
    }

    /** Column by column, each pair of different limbs once and doubled. */
    @Override
    public void square(long[] w, int a) {
        LongVector a0 = LongVector.fromArray(SPECIES, w, a).and(LOW);
        LongVector a1 = LongVector.fromArray(SPECIES, w, a + LANES).and(LOW);
        LongVector a2 = LongVector.fromArray(SPECIES, w, a + 2 * LANES).and(LOW);
        LongVector a3 = LongVector.fromArray(SPECIES, w, a + 3 * LANES).and(LOW);
        LongVector a4 = LongVector.fromArray(SPECIES, w, a + 4 * LANES).and(LOW);
        LongVector a5 = LongVector.fromArray(SPECIES, w, a + 5 * LANES).and(LOW);
        LongVector a6 = LongVector.fromArray(SPECIES, w, a + 6 * LANES).and(LOW);
        LongVector a7 = LongVector.fromArray(SPECIES, w, a + 7 * LANES).and(LOW);
        LongVector a8 = LongVector.fromArray(SPECIES, w, a + 8 * LANES).and(LOW);
        a0.mul(a0).intoArray(t, 0);
        LongVector d0 = a0.add(a0).and(LOW);
        d0.mul(a1).intoArray(t, LANES);
        d0.mul(a2).add(a1.mul(a1)).intoArray(t, 2 * LANES);
        LongVector d1 = a1.add(a1).and(LOW);
        d0.mul(a3).add(d1.mul(a2)).intoArray(t, 3 * LANES);
        d0.mul(a4).add(d1.mul(a3)).add(a2.mul(a2)).intoArray(t, 4 * LANES);
        LongVector d2 = a2.add(a2).and(LOW);
        d0.mul(a5).add(d1.mul(a4)).add(d2.mul(a3)).intoArray(t, 5 * LANES);
        d0.mul(a6).add(d1.mul(a5)).add(d2.mul(a4)).add(a3.mul(a3)).intoArray(t, 6 * LANES);
        LongVector d3 = a3.add(a3).and(LOW);
        d0.mul(a7).add(d1.mul(a6)).add(d2.mul(a5)).add(d3.mul(a4)).intoArray(t, 7 * LANES);
        d0.mul(a8)
                .add(d1.mul(a7))
                .add(d2.mul(a6))
                .add(d3.mul(a5))
                .add(a4.mul(a4))
                .intoArray(t, 8 * LANES);
        LongVector d4 = a4.add(a4).and(LOW);
        d1.mul(a8).add(d2.mul(a7)).add(d3.mul(a6)).add(d4.mul(a5)).intoArray(t, 9 * LANES);
        d2.mul(a8).add(d3.mul(a7)).add(d4.mul(a6)).add(a5.mul(a5)).intoArray(t, 10 * LANES);
        LongVector d5 = a5.add(a5).and(LOW);
        d3.mul(a8).add(d4.mul(a7)).add(d5.mul(a6)).intoArray(t, 11 * LANES);
        d4.mul(a8).add(d5.mul(a7)).add(a6.mul(a6)).intoArray(t, 12 * LANES);
        LongVector d6 = a6.add(a6).and(LOW);
        d5.mul(a8).add(d6.mul(a7)).intoArray(t, 13 * LANES);
        d6.mul(a8).add(a7.mul(a7)).intoArray(t, 14 * LANES);
        LongVector d7 = a7.add(a7).and(LOW);
        d7.mul(a8).intoArray(t, 15 * LANES);
        a8.mul(a8).intoArray(t, 16 * LANES);
        LongVector.zero(SPECIES).intoArray(t, 17 * LANES);
    }

    @Override
    public void scale(long[] w, int a, int factor) {
        LongVector zero = LongVector.zero(SPECIES);
        for (int i = 0; i < LIMBS * LANES; i += LANES) {
            zero.intoArray(t, i);
            LongVector.fromArray(SPECIES, w, a + i).mul(factor).intoArray(t, LIMBS * LANES + i);
        }
    }

    @Override
    public void minus(long[] w, int c) {
        for (int i = 0; i < LIMBS * LANES; i += LANES) {
            LongVector.fromArray(SPECIES, t, LIMBS * LANES + i)
                    .add(LongVector.fromArray(SPECIES, cover, i))
                    .sub(LongVector.fromArray(SPECIES, w, c + i))
                    .intoArray(t, LIMBS * LANES + i);
        }
    }

    @Override
    public void sum(long[] w, int out, int a, int b) {
        for (int i = 0; i < LIMBS * LANES; i += LANES) {
            LongVector.fromArray(SPECIES, w, a + i)
                    .add(LongVector.fromArray(SPECIES, w, b + i))
                    .intoArray(w, out + i);
        }
    }

    @Override
    public void difference(long[] w, int out, int a, int b) {
        for (int i = 0; i < LIMBS * LANES; i += LANES) {
            LongVector.fromArray(SPECIES, w, a + i)
                    .add(LongVector.fromArray(SPECIES, cover, i))
                    .sub(LongVector.fromArray(SPECIES, w, b + i))
                    .intoArray(w, out + i);
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
        LongVector q;
        LongVector t0 = LongVector.fromArray(SPECIES, t, 0);
        LongVector t1 = LongVector.fromArray(SPECIES, t, LANES);
        LongVector t3 = LongVector.fromArray(SPECIES, t, 3 * LANES);
        LongVector t6 = LongVector.fromArray(SPECIES, t, 6 * LANES);
        LongVector t7 = LongVector.fromArray(SPECIES, t, 7 * LANES).add(LongVector.fromArray(SPECIES, bias, 7 * LANES));
        LongVector t8 = LongVector.fromArray(SPECIES, t, 8 * LANES).add(LongVector.fromArray(SPECIES, bias, 8 * LANES));
        q = t0.and(MASK);
        t1 = t1.add(t0.lanewise(LSHR, BITS));
        t3 = t3.add(q.lanewise(LSHL, 9));
        t6 = t6.add(q.lanewise(LSHL, 18));
        t7 = t7.sub(q.lanewise(LSHL, 21));
        t8 = t8.add(q.lanewise(LSHL, 24));
        LongVector t2 = LongVector.fromArray(SPECIES, t, 2 * LANES);
        LongVector t4 = LongVector.fromArray(SPECIES, t, 4 * LANES);
        LongVector t9 = LongVector.fromArray(SPECIES, t, 9 * LANES).add(LongVector.fromArray(SPECIES, bias, 9 * LANES));
        q = t1.and(MASK);
        t2 = t2.add(t1.lanewise(LSHR, BITS));
        t4 = t4.add(q.lanewise(LSHL, 9));
        t7 = t7.add(q.lanewise(LSHL, 18));
        t8 = t8.sub(q.lanewise(LSHL, 21));
        t9 = t9.add(q.lanewise(LSHL, 24));
        LongVector t5 = LongVector.fromArray(SPECIES, t, 5 * LANES);
        LongVector t10 =
                LongVector.fromArray(SPECIES, t, 10 * LANES).add(LongVector.fromArray(SPECIES, bias, 10 * LANES));
        q = t2.and(MASK);
        t3 = t3.add(t2.lanewise(LSHR, BITS));
        t5 = t5.add(q.lanewise(LSHL, 9));
        t8 = t8.add(q.lanewise(LSHL, 18));
        t9 = t9.sub(q.lanewise(LSHL, 21));
        t10 = t10.add(q.lanewise(LSHL, 24));
        LongVector t11 =
                LongVector.fromArray(SPECIES, t, 11 * LANES).add(LongVector.fromArray(SPECIES, bias, 11 * LANES));
        q = t3.and(MASK);
        t4 = t4.add(t3.lanewise(LSHR, BITS));
        t6 = t6.add(q.lanewise(LSHL, 9));
        t9 = t9.add(q.lanewise(LSHL, 18));
        t10 = t10.sub(q.lanewise(LSHL, 21));
        t11 = t11.add(q.lanewise(LSHL, 24));
        LongVector t12 =
                LongVector.fromArray(SPECIES, t, 12 * LANES).add(LongVector.fromArray(SPECIES, bias, 12 * LANES));
        q = t4.and(MASK);
        t5 = t5.add(t4.lanewise(LSHR, BITS));
        t7 = t7.add(q.lanewise(LSHL, 9));
        t10 = t10.add(q.lanewise(LSHL, 18));
        t11 = t11.sub(q.lanewise(LSHL, 21));
        t12 = t12.add(q.lanewise(LSHL, 24));
        LongVector t13 =
                LongVector.fromArray(SPECIES, t, 13 * LANES).add(LongVector.fromArray(SPECIES, bias, 13 * LANES));
        q = t5.and(MASK);
        t6 = t6.add(t5.lanewise(LSHR, BITS));
        t8 = t8.add(q.lanewise(LSHL, 9));
        t11 = t11.add(q.lanewise(LSHL, 18));
        t12 = t12.sub(q.lanewise(LSHL, 21));
        t13 = t13.add(q.lanewise(LSHL, 24));
        LongVector t14 =
                LongVector.fromArray(SPECIES, t, 14 * LANES).add(LongVector.fromArray(SPECIES, bias, 14 * LANES));
        q = t6.and(MASK);
        t7 = t7.add(t6.lanewise(LSHR, BITS));
        t9 = t9.add(q.lanewise(LSHL, 9));
        t12 = t12.add(q.lanewise(LSHL, 18));
        t13 = t13.sub(q.lanewise(LSHL, 21));
        t14 = t14.add(q.lanewise(LSHL, 24));
        LongVector t15 =
                LongVector.fromArray(SPECIES, t, 15 * LANES).add(LongVector.fromArray(SPECIES, bias, 15 * LANES));
        q = t7.and(MASK);
        t8 = t8.add(t7.lanewise(LSHR, BITS));
        t10 = t10.add(q.lanewise(LSHL, 9));
        t13 = t13.add(q.lanewise(LSHL, 18));
        t14 = t14.sub(q.lanewise(LSHL, 21));
        t15 = t15.add(q.lanewise(LSHL, 24));
        LongVector t16 =
                LongVector.fromArray(SPECIES, t, 16 * LANES).add(LongVector.fromArray(SPECIES, bias, 16 * LANES));
        q = t8.and(MASK);
        t9 = t9.add(t8.lanewise(LSHR, BITS));
        t11 = t11.add(q.lanewise(LSHL, 9));
        t14 = t14.add(q.lanewise(LSHL, 18));
        t15 = t15.sub(q.lanewise(LSHL, 21));
        t16 = t16.add(q.lanewise(LSHL, 24));
        LongVector t17 =
                LongVector.fromArray(SPECIES, t, 17 * LANES).add(LongVector.fromArray(SPECIES, bias, 17 * LANES));
        t10 = t10.add(t9.lanewise(LSHR, BITS));
        t11 = t11.add(t10.lanewise(LSHR, BITS));
        t12 = t12.add(t11.lanewise(LSHR, BITS));
        t13 = t13.add(t12.lanewise(LSHR, BITS));
        t14 = t14.add(t13.lanewise(LSHR, BITS));
        t15 = t15.add(t14.lanewise(LSHR, BITS));
        t16 = t16.add(t15.lanewise(LSHR, BITS));
        t17 = t17.add(t16.lanewise(LSHR, BITS));
        LongVector h = t17.lanewise(LSHR, 24);
        t9.and(MASK).add(h).intoArray(w, out);
        t10.and(MASK).intoArray(w, out + LANES);
        t11.and(MASK).intoArray(w, out + 2 * LANES);
        LongVector x = t12.and(MASK).add(1L << BITS).sub(h.lanewise(LSHL, 9));
        x.and(MASK).intoArray(w, out + 3 * LANES);
        x = t13.and(MASK).add(MASK).add(x.lanewise(LSHR, BITS));
        x.and(MASK).intoArray(w, out + 4 * LANES);
        x = t14.and(MASK).add(MASK).add(x.lanewise(LSHR, BITS));
        x.and(MASK).intoArray(w, out + 5 * LANES);
        x = t15.and(MASK).add(MASK).sub(h.lanewise(LSHL, 18)).add(x.lanewise(LSHR, BITS));
        x.and(MASK).intoArray(w, out + 6 * LANES);
        t16.and(MASK)
                .add(h.lanewise(LSHL, 21))
                .add(x.lanewise(LSHR, BITS))
                .sub(1)
                .intoArray(w, out + 7 * LANES);
        t17.and(TOP_MASK).intoArray(w, out + 8 * LANES);
    }

    private void reduceSm2(long[] w, int out) {
        LongVector q;
        LongVector t0 = LongVector.fromArray(SPECIES, t, 0);
        LongVector t1 = LongVector.fromArray(SPECIES, t, LANES);
        LongVector t2 = LongVector.fromArray(SPECIES, t, 2 * LANES);
        LongVector t3 = LongVector.fromArray(SPECIES, t, 3 * LANES).add(LongVector.fromArray(SPECIES, bias, 3 * LANES));
        LongVector t7 = LongVector.fromArray(SPECIES, t, 7 * LANES).add(LongVector.fromArray(SPECIES, bias, 7 * LANES));
        LongVector t8 = LongVector.fromArray(SPECIES, t, 8 * LANES).add(LongVector.fromArray(SPECIES, bias, 8 * LANES));
        q = t0.and(MASK);
        t1 = t1.add(t0.lanewise(LSHR, BITS));
        t2 = t2.add(q.lanewise(LSHL, 6));
        t3 = t3.sub(q.lanewise(LSHL, 9));
        t7 = t7.sub(q.lanewise(LSHL, 21));
        t8 = t8.add(q.lanewise(LSHL, 24));
        LongVector t4 = LongVector.fromArray(SPECIES, t, 4 * LANES).add(LongVector.fromArray(SPECIES, bias, 4 * LANES));
        LongVector t9 = LongVector.fromArray(SPECIES, t, 9 * LANES).add(LongVector.fromArray(SPECIES, bias, 9 * LANES));
        q = t1.and(MASK);
        t2 = t2.add(t1.lanewise(LSHR, BITS));
        t3 = t3.add(q.lanewise(LSHL, 6));
        t4 = t4.sub(q.lanewise(LSHL, 9));
        t8 = t8.sub(q.lanewise(LSHL, 21));
        t9 = t9.add(q.lanewise(LSHL, 24));
        LongVector t5 = LongVector.fromArray(SPECIES, t, 5 * LANES).add(LongVector.fromArray(SPECIES, bias, 5 * LANES));
        LongVector t10 =
                LongVector.fromArray(SPECIES, t, 10 * LANES).add(LongVector.fromArray(SPECIES, bias, 10 * LANES));
        q = t2.and(MASK);
        t3 = t3.add(t2.lanewise(LSHR, BITS));
        t4 = t4.add(q.lanewise(LSHL, 6));
        t5 = t5.sub(q.lanewise(LSHL, 9));
        t9 = t9.sub(q.lanewise(LSHL, 21));
        t10 = t10.add(q.lanewise(LSHL, 24));
        LongVector t6 = LongVector.fromArray(SPECIES, t, 6 * LANES).add(LongVector.fromArray(SPECIES, bias, 6 * LANES));
        LongVector t11 =
                LongVector.fromArray(SPECIES, t, 11 * LANES).add(LongVector.fromArray(SPECIES, bias, 11 * LANES));
        q = t3.and(MASK);
        t4 = t4.add(t3.lanewise(LSHR, BITS));
        t5 = t5.add(q.lanewise(LSHL, 6));
        t6 = t6.sub(q.lanewise(LSHL, 9));
        t10 = t10.sub(q.lanewise(LSHL, 21));
        t11 = t11.add(q.lanewise(LSHL, 24));
        LongVector t12 =
                LongVector.fromArray(SPECIES, t, 12 * LANES).add(LongVector.fromArray(SPECIES, bias, 12 * LANES));
        q = t4.and(MASK);
        t5 = t5.add(t4.lanewise(LSHR, BITS));
        t6 = t6.add(q.lanewise(LSHL, 6));
        t7 = t7.sub(q.lanewise(LSHL, 9));
        t11 = t11.sub(q.lanewise(LSHL, 21));
        t12 = t12.add(q.lanewise(LSHL, 24));
        LongVector t13 =
                LongVector.fromArray(SPECIES, t, 13 * LANES).add(LongVector.fromArray(SPECIES, bias, 13 * LANES));
        q = t5.and(MASK);
        t6 = t6.add(t5.lanewise(LSHR, BITS));
        t7 = t7.add(q.lanewise(LSHL, 6));
        t8 = t8.sub(q.lanewise(LSHL, 9));
        t12 = t12.sub(q.lanewise(LSHL, 21));
        t13 = t13.add(q.lanewise(LSHL, 24));
        LongVector t14 =
                LongVector.fromArray(SPECIES, t, 14 * LANES).add(LongVector.fromArray(SPECIES, bias, 14 * LANES));
        q = t6.and(MASK);
        t7 = t7.add(t6.lanewise(LSHR, BITS));
        t8 = t8.add(q.lanewise(LSHL, 6));
        t9 = t9.sub(q.lanewise(LSHL, 9));
        t13 = t13.sub(q.lanewise(LSHL, 21));
        t14 = t14.add(q.lanewise(LSHL, 24));
        LongVector t15 =
                LongVector.fromArray(SPECIES, t, 15 * LANES).add(LongVector.fromArray(SPECIES, bias, 15 * LANES));
        q = t7.and(MASK);
        t8 = t8.add(t7.lanewise(LSHR, BITS));
        t9 = t9.add(q.lanewise(LSHL, 6));
        t10 = t10.sub(q.lanewise(LSHL, 9));
        t14 = t14.sub(q.lanewise(LSHL, 21));
        t15 = t15.add(q.lanewise(LSHL, 24));
        LongVector t16 =
                LongVector.fromArray(SPECIES, t, 16 * LANES).add(LongVector.fromArray(SPECIES, bias, 16 * LANES));
        q = t8.and(MASK);
        t9 = t9.add(t8.lanewise(LSHR, BITS));
        t10 = t10.add(q.lanewise(LSHL, 6));
        t11 = t11.sub(q.lanewise(LSHL, 9));
        t15 = t15.sub(q.lanewise(LSHL, 21));
        t16 = t16.add(q.lanewise(LSHL, 24));
        LongVector t17 =
                LongVector.fromArray(SPECIES, t, 17 * LANES).add(LongVector.fromArray(SPECIES, bias, 17 * LANES));
        t10 = t10.add(t9.lanewise(LSHR, BITS));
        t11 = t11.add(t10.lanewise(LSHR, BITS));
        t12 = t12.add(t11.lanewise(LSHR, BITS));
        t13 = t13.add(t12.lanewise(LSHR, BITS));
        t14 = t14.add(t13.lanewise(LSHR, BITS));
        t15 = t15.add(t14.lanewise(LSHR, BITS));
        t16 = t16.add(t15.lanewise(LSHR, BITS));
        t17 = t17.add(t16.lanewise(LSHR, BITS));
        LongVector h = t17.lanewise(LSHR, 24);
        t9.and(MASK).add(h).intoArray(w, out);
        t10.and(MASK).intoArray(w, out + LANES);
        LongVector x = t11.and(MASK).add(1L << BITS).sub(h.lanewise(LSHL, 6));
        x.and(MASK).intoArray(w, out + 2 * LANES);
        t12.and(MASK)
                .add(h.lanewise(LSHL, 9))
                .add(x.lanewise(LSHR, BITS))
                .sub(1)
                .intoArray(w, out + 3 * LANES);
        t13.and(MASK).intoArray(w, out + 4 * LANES);
        t14.and(MASK).intoArray(w, out + 5 * LANES);
        t15.and(MASK).intoArray(w, out + 6 * LANES);
        t16.and(MASK).add(h.lanewise(LSHL, 21)).intoArray(w, out + 7 * LANES);
        t17.and(TOP_MASK).intoArray(w, out + 8 * LANES);
    }

    @Override
    public void load(long[] w, int out, long[] packed, int at, long[] negate, int negateAt) {
        LongVector w0 = LongVector.fromArray(SPECIES, packed, at);
        LongVector w1 = LongVector.fromArray(SPECIES, packed, at + LANES);
        LongVector w2 = LongVector.fromArray(SPECIES, packed, at + 2 * LANES);
        LongVector w3 = LongVector.fromArray(SPECIES, packed, at + 3 * LANES);
        w0.and(MASK).intoArray(w, out);
        w0.lanewise(LSHR, 29).and(MASK).intoArray(w, out + LANES);
        w0.lanewise(LSHR, 58).or(w1.lanewise(LSHL, 6)).and(MASK).intoArray(w, out + 2 * LANES);
        w1.lanewise(LSHR, 23).and(MASK).intoArray(w, out + 3 * LANES);
        w1.lanewise(LSHR, 52).or(w2.lanewise(LSHL, 12)).and(MASK).intoArray(w, out + 4 * LANES);
        w2.lanewise(LSHR, 17).and(MASK).intoArray(w, out + 5 * LANES);
        w2.lanewise(LSHR, 46).or(w3.lanewise(LSHL, 18)).and(MASK).intoArray(w, out + 6 * LANES);
        w3.lanewise(LSHR, 11).and(MASK).intoArray(w, out + 7 * LANES);
        w3.lanewise(LSHR, 40).intoArray(w, out + 8 * LANES);
        loadOrdinate(w, out + LIMBS * LANES, packed, at + 4 * LANES, negate, negateAt);
    }

    /** y, or p - y where the mask is set: -1 as a mask turns y into -y, to which the borrowed p is added and carried. */
    private void loadOrdinate(long[] w, int out, long[] packed, int at, long[] negate, int negateAt) {
        LongVector n = LongVector.fromArray(SPECIES, negate, negateAt);
        LongVector w0 = LongVector.fromArray(SPECIES, packed, at);
        LongVector w1 = LongVector.fromArray(SPECIES, packed, at + LANES);
        LongVector w2 = LongVector.fromArray(SPECIES, packed, at + 2 * LANES);
        LongVector w3 = LongVector.fromArray(SPECIES, packed, at + 3 * LANES);
        LongVector y;
        LongVector p0 = LongVector.fromArray(SPECIES, negation, 0).and(n);
        y = p0.add(w0.and(MASK).lanewise(XOR, n).sub(n));
        y.and(MASK).intoArray(w, out);
        LongVector p1 = LongVector.fromArray(SPECIES, negation, LANES).and(n);
        y = p1.add(w0.lanewise(LSHR, 29).and(MASK).lanewise(XOR, n).sub(n)).add(y.lanewise(LSHR, BITS));
        y.and(MASK).intoArray(w, out + LANES);
        LongVector p2 = LongVector.fromArray(SPECIES, negation, 2 * LANES).and(n);
        y = p2.add(w0.lanewise(LSHR, 58)
                        .or(w1.lanewise(LSHL, 6))
                        .and(MASK)
                        .lanewise(XOR, n)
                        .sub(n))
                .add(y.lanewise(LSHR, BITS));
        y.and(MASK).intoArray(w, out + 2 * LANES);
        LongVector p3 = LongVector.fromArray(SPECIES, negation, 3 * LANES).and(n);
        y = p3.add(w1.lanewise(LSHR, 23).and(MASK).lanewise(XOR, n).sub(n)).add(y.lanewise(LSHR, BITS));
        y.and(MASK).intoArray(w, out + 3 * LANES);
        LongVector p4 = LongVector.fromArray(SPECIES, negation, 4 * LANES).and(n);
        y = p4.add(w1.lanewise(LSHR, 52)
                        .or(w2.lanewise(LSHL, 12))
                        .and(MASK)
                        .lanewise(XOR, n)
                        .sub(n))
                .add(y.lanewise(LSHR, BITS));
        y.and(MASK).intoArray(w, out + 4 * LANES);
        LongVector p5 = LongVector.fromArray(SPECIES, negation, 5 * LANES).and(n);
        y = p5.add(w2.lanewise(LSHR, 17).and(MASK).lanewise(XOR, n).sub(n)).add(y.lanewise(LSHR, BITS));
        y.and(MASK).intoArray(w, out + 5 * LANES);
        LongVector p6 = LongVector.fromArray(SPECIES, negation, 6 * LANES).and(n);
        y = p6.add(w2.lanewise(LSHR, 46)
                        .or(w3.lanewise(LSHL, 18))
                        .and(MASK)
                        .lanewise(XOR, n)
                        .sub(n))
                .add(y.lanewise(LSHR, BITS));
        y.and(MASK).intoArray(w, out + 6 * LANES);
        LongVector p7 = LongVector.fromArray(SPECIES, negation, 7 * LANES).and(n);
        y = p7.add(w3.lanewise(LSHR, 11).and(MASK).lanewise(XOR, n).sub(n)).add(y.lanewise(LSHR, BITS));
        y.and(MASK).intoArray(w, out + 7 * LANES);
        LongVector p8 = LongVector.fromArray(SPECIES, negation, 8 * LANES).and(n);
        y = p8.add(w3.lanewise(LSHR, 40).lanewise(XOR, n).sub(n)).add(y.lanewise(LSHR, BITS));
        y.intoArray(w, out + 8 * LANES);
    }

    @Override
    public void put(long[] w, int at, int lane, long[] residue, int residueAt) {
        long w0 = Modulus.word(residue, residueAt, 0);
        long w1 = Modulus.word(residue, residueAt, 1);
        long w2 = Modulus.word(residue, residueAt, 2);
        long w3 = Modulus.word(residue, residueAt, 3);
        int o = at + lane;
        w[o] = w0 & MASK;
        w[o + LANES] = (w0 >>> 29) & MASK;
        w[o + 2 * LANES] = ((w0 >>> 58) | (w1 << 6)) & MASK;
        w[o + 3 * LANES] = (w1 >>> 23) & MASK;
        w[o + 4 * LANES] = ((w1 >>> 52) | (w2 << 12)) & MASK;
        w[o + 5 * LANES] = (w2 >>> 17) & MASK;
        w[o + 6 * LANES] = ((w2 >>> 46) | (w3 << 18)) & MASK;
        w[o + 7 * LANES] = (w3 >>> 11) & MASK;
        w[o + 8 * LANES] = w3 >>> 40;
    }

    @Override
    public void get(long[] w, int at, int lane, long[] residue, int residueAt) {
        int o = at + lane;
        long l0 = w[o];
        long l1 = w[o + LANES] + (l0 >>> BITS);
        long l2 = w[o + 2 * LANES] + (l1 >>> BITS);
        long l3 = w[o + 3 * LANES] + (l2 >>> BITS);
        long l4 = w[o + 4 * LANES] + (l3 >>> BITS);
        long l5 = w[o + 5 * LANES] + (l4 >>> BITS);
        long l6 = w[o + 6 * LANES] + (l5 >>> BITS);
        long l7 = w[o + 7 * LANES] + (l6 >>> BITS);
        long l8 = w[o + 8 * LANES] + (l7 >>> BITS);
        long w0 = (l0 & MASK) | ((l1 & MASK) << 29) | (l2 << 58);
        long w1 = ((l2 & MASK) >>> 6) | ((l3 & MASK) << 23) | (l4 << 52);
        long w2 = ((l4 & MASK) >>> 12) | ((l5 & MASK) << 17) | (l6 << 46);
        long w3 = ((l6 & MASK) >>> 18) | ((l7 & MASK) << 11) | (l8 << 40);
        Modulus.limbsOfWords(residue, residueAt, w0, w1, w2, w3);
        residue[residueAt + 4] += (l8 >>> 24) << 48;
        prime().reduce(residue, residueAt);
    }
}
