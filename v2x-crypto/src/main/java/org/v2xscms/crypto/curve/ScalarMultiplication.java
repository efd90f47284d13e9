package org.v2xscms.crypto.curve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies points by secret scalars, always with the same sequence of operations and memory accesses.
 *
 * <p><b>The idea.</b> The scalar is cut into windows of five bits, each recoded (Booth) into a digit from -16 to 16 from
 * its own bits and the one below, so a table of sixteen multiples serves every digit. A table entry is picked by reading
 * the whole table under masks; the sign is a masked negation.
 *
 * <p><i>Any point:</i> from the top window down, five doublings and one complete addition per window; digit 0 picks the
 * point at infinity, which the formulas take like any other.
 *
 * <p><i>The base point:</i> a table for every window position (j * 32^i * G, affine) needs one addition per window and no
 * doubling. Digit 0 picks (0, 0), which is not on the curve; the sum with it is computed and thrown away under a mask. The
 * table (53 KB for 256-bit, 118 KB for 384-bit curves) is built once, on first use, from public numbers.
 */
final class ScalarMultiplication {

    private static final int WINDOW = 5;
    private static final int ENTRIES = 1 << (WINDOW - 1);

    private final CurveConstants curve;
    private final PrimeField field;
    private final int windows;
    private final Object tableLock = new Object();
    private volatile long @Nullable [] baseTable;

    ScalarMultiplication(CurveConstants curve) {
        this.curve = curve;
        field = curve.field();
        windows = 8 * field.octets() / WINDOW + 1;
    }

    /** r = scalar * p; the scalar is {@code octets()} big-endian octets of any value. */
    void multiply(PointArithmetic arithmetic, ProjectivePoint r, byte[] scalar, ProjectivePoint p) {
        ProjectivePoint[] multiples = multiplesUpTo(ENTRIES, arithmetic, p);
        ProjectivePoint picked = new ProjectivePoint(field);
        ProjectivePoint sum = new ProjectivePoint(field);
        for (int i = windows - 1; i >= 0; i--) {
            for (int k = 0; k < WINDOW; k++) {
                arithmetic.twice(sum, sum);
            }
            int bits = windowBits(scalar, i);
            pick(picked, multiples, magnitude(bits));
            negateWhen(signMask(bits), picked.y);
            arithmetic.add(sum, sum, picked);
        }
        r.set(sum);
        for (ProjectivePoint multiple : multiples) {
            multiple.wipe();
        }
        picked.wipe();
        sum.wipe();
    }

    /** r = r + scalar * G; the scalar is {@code octets()} big-endian octets of any value. */
    void addMultipleOfBase(PointArithmetic arithmetic, ProjectivePoint r, byte[] scalar) {
        long[] table = baseTable();
        int limbs = field.limbs();
        long[] entry = new long[2 * limbs];
        long[] x = field.newElement();
        long[] y = field.newElement();
        ProjectivePoint sum = new ProjectivePoint(field);
        for (int i = 0; i < windows; i++) {
            int bits = windowBits(scalar, i);
            int digit = magnitude(bits);
            pick(entry, table, i * ENTRIES * entry.length, digit);
            System.arraycopy(entry, 0, x, 0, limbs);
            System.arraycopy(entry, limbs, y, 0, limbs);
            negateWhen(signMask(bits), y);
            arithmetic.addAffine(sum, r, x, y);
            long digitIsNotZero = ~equalMask(digit, 0);
            field.assignWhen(digitIsNotZero, r.x, sum.x);
            field.assignWhen(digitIsNotZero, r.y, sum.y);
            field.assignWhen(digitIsNotZero, r.z, sum.z);
        }
        Arrays.fill(entry, 0);
        Arrays.fill(x, 0);
        Arrays.fill(y, 0);
        sum.wipe();
    }

    /**
     * Makes the points affine: afterwards x and y hold the coordinates and z is 1; a point at infinity becomes (0, 0, 0).
     * One inversion serves all points (Montgomery's trick), a zero z being replaced by 1 on the way.
     */
    void normalize(ProjectivePoint... points) {
        long[][] products = new long[points.length + 1][];
        products[0] = field.one().clone();
        long[] z = field.newElement();
        for (int i = 0; i < points.length; i++) {
            products[i + 1] = field.newElement();
            field.multiply(products[i + 1], products[i], zOrOne(z, points[i]));
        }
        long[] inverse = field.newElement();
        field.invert(inverse, products[points.length]);
        for (int i = points.length - 1; i >= 0; i--) {
            ProjectivePoint point = points[i];
            zOrOne(z, point);
            long finite = ~field.isZero(point.z);
            long[] ownInverse = products[i + 1];
            field.multiply(ownInverse, inverse, products[i]);
            field.multiply(inverse, inverse, z);
            field.multiply(point.x, point.x, ownInverse);
            field.multiply(point.y, point.y, ownInverse);
            Arrays.fill(z, 0);
            field.assignWhen(~finite, point.y, z);
            field.assignWhen(finite, point.z, field.one());
        }
        for (long[] product : products) {
            Arrays.fill(product, 0);
        }
        Arrays.fill(inverse, 0);
    }

    private long[] zOrOne(long[] target, ProjectivePoint point) {
        System.arraycopy(point.z, 0, target, 0, target.length);
        field.assignWhen(field.isZero(point.z), target, field.one());
        return target;
    }

    /** P, 2P, … count * P. */
    private ProjectivePoint[] multiplesUpTo(int count, PointArithmetic arithmetic, ProjectivePoint p) {
        ProjectivePoint[] multiples = new ProjectivePoint[count];
        ProjectivePoint last = new ProjectivePoint(field);
        for (int i = 0; i < count; i++) {
            multiples[i] = new ProjectivePoint(field);
            arithmetic.add(multiples[i], last, p);
            last = multiples[i];
        }
        return multiples;
    }

    /** The five bits of window {@code i} above the top bit of the window below (zero below the lowest window). */
    private static int windowBits(byte[] scalar, int i) {
        int from = WINDOW * i - 1;
        int bits = 0;
        for (int k = 0; k <= WINDOW; k++) {
            int position = from + k;
            int index = scalar.length - 1 - (position >> 3);
            if (position >= 0 && index >= 0) {
                bits |= ((scalar[index] >> (position & 7)) & 1) << k;
            }
        }
        return bits;
    }

    /** All ones for a negative digit. */
    private static long signMask(int bits) {
        return -(long) (bits >> WINDOW);
    }

    /** |digit|: half of the bits, rounded up, of the window or of its complement. */
    private static int magnitude(int bits) {
        int negative = -(bits >> WINDOW);
        int folded = (bits ^ negative) & ((1 << (WINDOW + 1)) - 1);
        return (folded + 1) >> 1;
    }

    /** All ones where the two small non-negative numbers are equal. */
    private static long equalMask(int a, int b) {
        long difference = a ^ b;
        return ~((difference | -difference) >> 63);
    }

    private void negateWhen(long when, long[] y) {
        long[] negative = field.newElement();
        field.negate(negative, y);
        field.assignWhen(when, y, negative);
    }

    /** picked = digit * P by reading all multiples; digit 0 gives the point at infinity. */
    private void pick(ProjectivePoint picked, ProjectivePoint[] multiples, int digit) {
        picked.wipe();
        field.assignWhen(equalMask(digit, 0), picked.y, field.one());
        for (int e = 0; e < multiples.length; e++) {
            long hit = equalMask(digit, e + 1);
            field.assignWhen(hit, picked.x, multiples[e].x);
            field.assignWhen(hit, picked.y, multiples[e].y);
            field.assignWhen(hit, picked.z, multiples[e].z);
        }
    }

    /** The entry for {@code digit} by reading all entries of one window; digit 0 gives zeros. */
    private static void pick(long[] entry, long[] table, int offset, int digit) {
        Arrays.fill(entry, 0);
        for (int e = 0; e < ENTRIES; e++) {
            long hit = equalMask(digit, e + 1);
            int at = offset + e * entry.length;
            for (int k = 0; k < entry.length; k++) {
                entry[k] |= table[at + k] & hit;
            }
        }
    }

    private long[] baseTable() {
        long[] table = baseTable;
        if (table == null) {
            synchronized (tableLock) {
                table = baseTable;
                if (table == null) {
                    table = buildBaseTable();
                    baseTable = table;
                }
            }
        }
        return table;
    }

    private long[] buildBaseTable() {
        int limbs = field.limbs();
        long[] table = new long[windows * ENTRIES * 2 * limbs];
        int at = 0;
        ProjectivePoint base = new ProjectivePoint(field);
        System.arraycopy(curve.gx(), 0, base.x, 0, limbs);
        System.arraycopy(curve.gy(), 0, base.y, 0, limbs);
        System.arraycopy(field.one(), 0, base.z, 0, limbs);
        try (PointArithmetic arithmetic = new PointArithmetic(curve)) {
            for (int i = 0; i < windows; i++) {
                ProjectivePoint[] multiples = multiplesUpTo(ENTRIES, arithmetic, base);
                arithmetic.twice(base, multiples[ENTRIES - 1]);
                normalize(multiples);
                for (ProjectivePoint multiple : multiples) {
                    System.arraycopy(multiple.x, 0, table, at, limbs);
                    System.arraycopy(multiple.y, 0, table, at + limbs, limbs);
                    at += 2 * limbs;
                }
            }
        }
        return table;
    }
}
