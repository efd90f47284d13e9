package org.v2xscms.verify.kernel;

import java.math.BigInteger;

/**
 * A running point per lane in Jacobian coordinates, x = X/Z² and y = Y/Z³, for chains of doublings, where each step needs
 * the one before and no inversion can be shared.
 *
 * <p>Doubling takes four multiplications and four squarings (a = -3 lets 3x² + aZ⁴ be 3(X - Z²)(X + Z²)), adding an
 * affine point eight and three. Neither formula covers a point at infinity or the sum of a point with ±itself; both then
 * leave Z = 0, and Z stays 0 from there on, so one look at Z at the end of a chain tells whether it can be trusted.
 */
final class JacobianChain {

    private static final int ELEMENTS = 10;

    private final FieldKernel field;
    private final long[] w;
    private final int element;
    private final int x;
    private final int y;
    private final int z;
    private final int one;
    private final int t1;
    private final int t2;
    private final int t3;
    private final int t4;
    private final int t5;
    private final int t6;

    /** @param at offset in {@code w} of {@link #elements} elements this object may use */
    JacobianChain(FieldKernel field, long[] w, int at) {
        this.field = field;
        this.w = w;
        element = field.element();
        x = at;
        y = x + element;
        z = y + element;
        one = z + element;
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

    /** Offset of X; Y and Z follow. */
    int x() {
        return x;
    }

    int y() {
        return y;
    }

    int z() {
        return z;
    }

    void set(int point) {
        field.copy(w, x, point);
        field.copy(w, y, point + element);
        field.copy(w, z, one);
    }

    void twice() {
        FieldKernel f = field;
        f.square(w, t1, z);
        f.square(w, t2, y);
        // t3 = 4XY², t4 = 4Y⁴
        f.sum(w, t3, t2, t2);
        f.square(w, t4, t3);
        f.sum(w, t3, t3, t3);
        f.multiply(w, t3, t3, x);
        // t5 = 3(X - Z²)(X + Z²)
        f.difference(w, t5, x, t1);
        f.sum(w, t6, x, t1);
        f.multiply(w, t5, t5, t6);
        f.scale(w, t5, 3);
        f.reduce(w, t5);
        f.sum(w, t6, y, y);
        f.multiply(w, z, t6, z);
        f.square(w, t5);
        f.minus(w, t3);
        f.minus(w, t3);
        f.reduce(w, x);
        f.difference(w, t3, t3, x);
        f.product(w, t5, t3);
        f.minus(w, t4);
        f.minus(w, t4);
        f.reduce(w, y);
    }

    /** Adds an affine point. */
    void add(int point) {
        FieldKernel f = field;
        f.square(w, t1, z);
        // t2 = H = x·Z² - X, t3 = R = y·Z³ - Y
        f.product(w, t1, point);
        f.minus(w, x);
        f.reduce(w, t2);
        f.multiply(w, t1, t1, z);
        f.product(w, t1, point + element);
        f.minus(w, y);
        f.reduce(w, t3);
        f.multiply(w, z, z, t2);
        // t5 = H³, t4 = X·H²
        f.square(w, t4, t2);
        f.multiply(w, t5, t4, t2);
        f.multiply(w, t4, t4, x);
        f.square(w, t3);
        f.minus(w, t5);
        f.minus(w, t4);
        f.minus(w, t4);
        f.reduce(w, x);
        f.multiply(w, t5, t5, y);
        f.difference(w, t4, t4, x);
        f.product(w, t3, t4);
        f.minus(w, t5);
        f.reduce(w, y);
    }
}
