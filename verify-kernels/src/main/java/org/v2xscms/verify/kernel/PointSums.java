package org.v2xscms.verify.kernel;

import java.math.BigInteger;

/**
 * Adds many pairs of affine points with one inversion.
 *
 * <p>This is the idea the fast paths rest on. The chord rule for (x1, y1) + (x2, y2) needs one division:
 *
 * <pre>
 * λ = (y2 - y1) / (x2 - x1)      x3 = λ² - x1 - x2      y3 = λ(x1 - x3) - y1
 * </pre>
 *
 * A division costs some fifty multiplications, so implementations avoid it with projective coordinates, which cost ten
 * multiplications for an addition. But a verifier has many independent additions at hand: a signature with a table for
 * its key is the plain sum of about seventy table points, and any order of summing will do. So sum them as a tree, and
 * give all additions of one level, over all queued signatures, one common division (Montgomery's trick): multiply the
 * denominators together, d1·d2·…·dk, invert the product once, and walk back, peeling off one factor at a time. Each
 * addition then costs six multiplications, three of them for its share of the division, and the points stay affine.
 *
 * <p>An operation on elements works on all lanes, each lane being another signature (or another window of a table). Lanes
 * share the inversion too, see {@link FieldKernel#invert}.
 *
 * <p>The rule fails where x1 = x2, which honest data does not produce but an adversary can. The product of the
 * denominators is then zero, which the inversion notices; {@link #run} finds the operations and lanes at fault, marks
 * them, replaces their denominator by 1 and goes on, so the neighbours of a crafted signature are not affected. What
 * is left in a marked lane is meaningless, and the caller decides that signature another way.
 */
public final class PointSums {

    private static final int TEMPORARIES = 6;

    private final FieldKernel field;
    private final long[] w;
    private final int capacity;
    private final int[] left;
    private final int[] right;
    private final int[] sums;
    private final int[] groups;
    private final int one;
    private final int inverse;
    private final int share;
    private final int slope;
    private final int x3;
    private final int factor;
    private final int inversionScratch;
    private final int denominators;
    private final int products;
    private int count;

    /** @param at offset in {@code w} of {@link #elements} elements this object may use */
    PointSums(FieldKernel field, long[] w, int at, int capacity) {
        int element = field.element();
        this.field = field;
        this.w = w;
        this.capacity = capacity;
        left = new int[capacity];
        right = new int[capacity];
        sums = new int[capacity];
        groups = new int[capacity];
        one = at;
        inverse = one + element;
        share = inverse + element;
        slope = share + element;
        x3 = slope + element;
        factor = x3 + element;
        inversionScratch = factor + element;
        denominators = inversionScratch + 3 * element;
        products = denominators + capacity * element;
        field.putConstant(w, one, BigInteger.ONE);
    }

    static int elements(int capacity) {
        return TEMPORARIES + 3 + 2 * capacity + 1;
    }

    int capacity() {
        return capacity;
    }

    /**
     * Queues {@code out = a + b}, or {@code out = 2a} where {@code a == b}; offsets of points (x, then y). Operations of one
     * run must not depend on each other. They are finished last to first: {@code out} may be an operand of this operation or
     * of later ones, not of earlier ones.
     *
     * @param group index the lanes of this operation are reported under when it fails
     */
    void add(int a, int b, int out, int group) {
        left[count] = a;
        right[count] = b;
        sums[count] = out;
        groups[count] = group;
        count++;
    }

    /**
     * Performs what was queued.
     *
     * @param exceptional set at {@code group * lanes + lane} for every operation the chord rule does not cover
     */
    void run(boolean[] exceptional) {
        if (count == 0) {
            return;
        }
        int element = field.element();
        for (int i = 0; i < count; i++) {
            int d = denominators + i * element;
            if (left[i] == right[i]) {
                int y = left[i] + element;
                field.scale(w, y, 2);
                field.reduce(w, d);
            } else {
                field.difference(w, d, right[i], left[i]);
            }
        }
        while (!invertProduct()) {
            markZeroDenominators(exceptional);
        }
        for (int i = count - 1; i >= 0; i--) {
            field.multiply(w, share, inverse, products + i * element);
            field.multiply(w, inverse, inverse, denominators + i * element);
            finish(left[i], right[i], sums[i]);
        }
        count = 0;
    }

    /** Leaves in {@code products} the product of all denominators before each, and the inverse of all in {@code inverse}. */
    private boolean invertProduct() {
        int element = field.element();
        field.copy(w, products, one);
        for (int i = 0; i < count; i++) {
            int before = products + i * element;
            field.multiply(w, before + element, before, denominators + i * element);
        }
        field.copy(w, inverse, products + count * element);
        return field.invert(w, inverse, inversionScratch);
    }

    private void markZeroDenominators(boolean[] exceptional) {
        int element = field.element();
        for (int lane = 0; lane < field.lanes(); lane++) {
            if (!field.isZero(w, products + count * element, lane)) {
                continue;
            }
            for (int i = 0; i < count; i++) {
                int d = denominators + i * element;
                field.multiply(w, share, d, one);
                if (field.isZero(w, share, lane)) {
                    exceptional[groups[i] * field.lanes() + lane] = true;
                    for (int limb = lane; limb < element; limb += field.lanes()) {
                        w[d + limb] = w[one + limb];
                    }
                }
            }
        }
    }

    /** The chord (or tangent) rule, given 1/denominator in {@code share}. */
    private void finish(int a, int b, int out) {
        int element = field.element();
        int ya = a + element;
        if (a == b) {
            tangent(a);
        } else {
            field.difference(w, factor, b + element, ya);
            field.multiply(w, slope, factor, share);
        }
        field.square(w, slope);
        field.minus(w, a);
        field.minus(w, b);
        field.reduce(w, x3);
        field.difference(w, factor, a, x3);
        field.product(w, slope, factor);
        field.minus(w, ya);
        field.reduce(w, out + element);
        field.copy(w, out, x3);
    }

    /** λ = 3(x - 1)(x + 1) / 2y, as a = -3. */
    private void tangent(int a) {
        field.difference(w, factor, a, one);
        field.sum(w, slope, a, one);
        field.multiply(w, slope, slope, factor);
        field.scale(w, slope, 3);
        field.reduce(w, slope);
        field.multiply(w, slope, slope, share);
    }
}
