package org.v2xscms.crypto.curve;

import java.util.Arrays;

/**
 * Point addition and doubling without a case distinction, with the scratch space of one computation.
 *
 * <p><b>The idea.</b> The textbook formulas divide by zero when the two points are equal, opposite or at infinity, and an
 * implementation that tests for these cases tells an observer that they happened. Renes, Costello and Batina ("Complete
 * addition formulas for prime order elliptic curves", EUROCRYPT 2016) give formulas that are right for every pair of
 * points on a curve of odd order, which all five curves are. What follows are their algorithms 1 (addition), 2 (addition
 * of an affine point) and 3 (doubling) for a curve with any coefficient a; {@code b3} is 3b. Algorithms 1 and 2 share
 * everything after the cross products.
 *
 * <p>Not safe for threads: an instance belongs to one scalar multiplication. {@link #close()} wipes the scratch space.
 */
final class PointArithmetic implements AutoCloseable {

    private final PrimeField f;
    private final CurveConstants curve;
    private final long[] t0;
    private final long[] t1;
    private final long[] t2;
    private final long[] t3;
    private final long[] t4;
    private final long[] t5;
    private final long[] u;
    private final long[] v;
    private final long[] w;

    PointArithmetic(CurveConstants curve) {
        this.curve = curve;
        f = curve.field();
        t0 = f.newElement();
        t1 = f.newElement();
        t2 = f.newElement();
        t3 = f.newElement();
        t4 = f.newElement();
        t5 = f.newElement();
        u = f.newElement();
        v = f.newElement();
        w = f.newElement();
    }

    /** r = p + q for any two points; r may be p or q. */
    void add(ProjectivePoint r, ProjectivePoint p, ProjectivePoint q) {
        f.multiply(t0, p.x, q.x);
        f.multiply(t1, p.y, q.y);
        f.multiply(t2, p.z, q.z);
        crossProduct(t3, p.x, p.y, q.x, q.y, t0, t1);
        crossProduct(t4, p.x, p.z, q.x, q.z, t0, t2);
        crossProduct(t5, p.y, p.z, q.y, q.z, t1, t2);
        finishAddition(r);
    }

    /** r = p + (qx, qy) for any p and any affine point; r may be p. */
    void addAffine(ProjectivePoint r, ProjectivePoint p, long[] qx, long[] qy) {
        f.multiply(t0, p.x, qx);
        f.multiply(t1, p.y, qy);
        System.arraycopy(p.z, 0, t2, 0, t2.length);
        crossProduct(t3, p.x, p.y, qx, qy, t0, t1);
        f.multiply(t4, qx, p.z);
        f.add(t4, t4, p.x);
        f.multiply(t5, qy, p.z);
        f.add(t5, t5, p.y);
        finishAddition(r);
    }

    /** z = a * d + b * c, given a * c and b * d. */
    private void crossProduct(long[] z, long[] a, long[] b, long[] c, long[] d, long[] ac, long[] bd) {
        f.add(u, a, b);
        f.add(v, c, d);
        f.multiply(z, u, v);
        f.add(u, ac, bd);
        f.subtract(z, z, u);
    }

    /** From t0 = X1X2, t1 = Y1Y2, t2 = Z1Z2, t3 = X1Y2+X2Y1, t4 = X1Z2+X2Z1, t5 = Y1Z2+Y2Z1 to the sum. */
    private void finishAddition(ProjectivePoint r) {
        timesA(w, t4);
        f.multiply(u, curve.b3(), t2);
        f.add(w, u, w); // a t4 + 3b t2
        f.subtract(u, t1, w);
        f.add(w, t1, w);
        f.add(t1, t0, t0);
        f.add(t1, t1, t0);
        timesA(t2, t2);
        f.multiply(t4, curve.b3(), t4);
        f.add(t1, t1, t2); // 3 t0 + a t2
        f.subtract(t2, t0, t2);
        timesA(t2, t2);
        f.add(t4, t4, t2); // 3b t4 + a (t0 - a t2)
        sumOfProducts(r.y, u, w, t1, t4);
        f.multiply(r.x, t3, u);
        f.multiply(v, t5, t4);
        f.subtract(r.x, r.x, v);
        sumOfProducts(r.z, t5, w, t3, t1);
    }

    private void sumOfProducts(long[] z, long[] a, long[] b, long[] c, long[] d) {
        f.multiply(z, a, b);
        f.multiply(v, c, d);
        f.add(z, z, v);
    }

    /** r = 2p for any p; r may be p. */
    void twice(ProjectivePoint r, ProjectivePoint p) {
        f.multiply(t0, p.x, p.x);
        f.multiply(t1, p.y, p.y);
        f.multiply(t2, p.z, p.z);
        f.multiply(t3, p.x, p.y);
        f.add(t3, t3, t3);
        f.multiply(t4, p.x, p.z);
        f.add(t4, t4, t4); // 2XZ
        f.multiply(t5, p.y, p.z);
        f.add(t5, t5, t5); // 2YZ
        timesA(u, t4);
        f.multiply(v, curve.b3(), t2);
        f.add(v, u, v);
        f.subtract(u, t1, v);
        f.add(v, t1, v);
        f.multiply(r.y, u, v);
        f.multiply(r.x, t3, u);
        f.multiply(t4, curve.b3(), t4);
        timesA(t2, t2);
        f.subtract(w, t0, t2);
        timesA(w, w);
        f.add(w, w, t4); // a (X² - a Z²) + 6b XZ
        f.add(t4, t0, t0);
        f.add(t0, t4, t0);
        f.add(t0, t0, t2); // 3X² + a Z²
        f.multiply(t0, t0, w);
        f.add(r.y, r.y, t0);
        f.multiply(w, t5, w);
        f.subtract(r.x, r.x, w);
        f.multiply(r.z, t5, t1);
        f.add(r.z, r.z, r.z);
        f.add(r.z, r.z, r.z);
    }

    /** z = a * x; x may be z; overwrites v. Curves with a = -3 save the multiplication. */
    private void timesA(long[] z, long[] x) {
        if (!curve.aIsMinusThree()) {
            f.multiply(z, curve.a(), x);
            return;
        }
        f.add(v, x, x);
        f.add(v, v, x);
        f.negate(z, v);
    }

    @Override
    public void close() {
        for (long[] scratch : new long[][] {t0, t1, t2, t3, t4, t5, u, v, w}) {
            Arrays.fill(scratch, 0);
        }
    }
}
