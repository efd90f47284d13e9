package org.v2xscms.verify.kernel;

import java.math.BigInteger;

/**
 * A running sum per lane in XYZZ coordinates, x = X/ZZ and y = Y/ZZZ with ZZ³ = ZZZ², for a lone signature: its table
 * points are dealt out to the lanes, each lane sums its share, and the lanes are then added to each other.
 *
 * <p>There is nothing to share an inversion with, and nothing is doubled, so the coordinates with the cheapest mixed
 * addition win: eight multiplications and two squarings, against Jacobian's eight and three. As there, an addition of ±the
 * same point leaves ZZ = 0 for good.
 */
final class XyzzSum {

    private static final int ELEMENTS = 15;

    private final FieldKernel field;
    private final long[] w;
    private final int element;
    private final int x;
    private final int y;
    private final int zz;
    private final int zzz;
    private final int other;
    private final int one;
    private final int t1;
    private final int t2;
    private final int t3;
    private final int t4;
    private final int t5;
    private final int t6;

    /** @param at offset in {@code w} of {@link #elements} elements this object may use */
    XyzzSum(FieldKernel field, long[] w, int at) {
        this.field = field;
        this.w = w;
        element = field.element();
        x = at;
        y = x + element;
        zz = y + element;
        zzz = zz + element;
        other = zzz + element;
        one = other + 4 * element;
        t1 = one + element;
        t2 = t1 + element;
        t3 = t2 + element;
        t4 = t3 + element;
        t5 = t4 + element;
        t6 = t5 + element;
        field.putConstant(w, one, BigInteger.ONE);
    }

    static int elements() {
        return ELEMENTS;
    }

    int x() {
        return x;
    }

    int zz() {
        return zz;
    }

    void set(int point) {
        field.copy(w, x, point);
        field.copy(w, y, point + element);
        field.copy(w, zz, one);
        field.copy(w, zzz, one);
    }

    /** Adds an affine point in every lane below {@code lanes}; the others keep their sum. */
    void add(int point, int lanes) {
        boolean all = lanes == field.lanes();
        if (!all) {
            System.arraycopy(w, x, w, other, 4 * element);
        }
        FieldKernel f = field;
        // t1 = P = x·ZZ - X, t2 = R = y·ZZZ - Y
        f.product(w, zz, point);
        f.minus(w, x);
        f.reduce(w, t1);
        f.product(w, zzz, point + element);
        f.minus(w, y);
        f.reduce(w, t2);
        // t3 = P², t4 = P³, t5 = X·P²
        f.square(w, t3, t1);
        f.multiply(w, t4, t3, t1);
        f.multiply(w, t5, t3, x);
        f.multiply(w, zz, zz, t3);
        f.multiply(w, zzz, zzz, t4);
        finish();
        if (!all) {
            for (int i = 0; i < 4 * element; i += field.lanes()) {
                System.arraycopy(w, other + i + lanes, w, x + i + lanes, field.lanes() - lanes);
            }
        }
    }

    /** X3 = R² - P³ - 2·t5, Y3 = R(t5 - X3) - Y·P³, with R in t2, P³ in t4. */
    private void finish() {
        FieldKernel f = field;
        f.multiply(w, t6, t4, y);
        f.square(w, t2);
        f.minus(w, t4);
        f.minus(w, t5);
        f.minus(w, t5);
        f.reduce(w, x);
        f.difference(w, t5, t5, x);
        f.product(w, t2, t5);
        f.minus(w, t6);
        f.reduce(w, y);
    }

    /** Adds the lanes to each other in log2(lanes) steps, after which every lane holds the sum of all. */
    void mergeLanes() {
        for (int by = 1; by < field.lanes(); by <<= 1) {
            for (int c = 0; c < 4; c++) {
                field.rotate(w, other + c * element, x + c * element, by);
            }
            addOther();
        }
    }

    private void addOther() {
        FieldKernel f = field;
        int otherY = other + element;
        int otherZz = other + 2 * element;
        int otherZzz = other + 3 * element;
        // t5 = U1, t1 = P = U2 - U1, y = S1, t2 = R = S2 - S1
        f.multiply(w, t5, x, otherZz);
        f.product(w, other, zz);
        f.minus(w, t5);
        f.reduce(w, t1);
        f.multiply(w, y, y, otherZzz);
        f.product(w, otherY, zzz);
        f.minus(w, y);
        f.reduce(w, t2);
        f.square(w, t3, t1);
        f.multiply(w, t4, t3, t1);
        f.multiply(w, t5, t5, t3);
        f.multiply(w, zz, zz, otherZz);
        f.multiply(w, zz, zz, t3);
        f.multiply(w, zzz, zzz, otherZzz);
        f.multiply(w, zzz, zzz, t4);
        finish();
    }
}
