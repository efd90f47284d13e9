package org.v2xscms.verify.kernel;

import java.math.BigInteger;
import org.v2xscms.verify.Curve;

/**
 * Arithmetic modulo the prime of one curve on {@link #lanes()} independent numbers at a time.
 *
 * <p><b>Elements.</b> A field element is {@link #element()} consecutive longs of a slab {@code w} the caller owns; operands
 * are offsets into it. The limbs of one number are {@code lanes} apart, so limb i of all lanes is one vector. Numbers are
 * in Montgomery's domain: the element of a is a·R mod p, in redundant limbs.
 *
 * <p><b>Reduced and loose.</b> Every {@link #reduce} and every {@link #load} leaves a <i>reduced</i> element: limbs of
 * nominal width and a value below 2p, though not the smallest. {@link #sum} and {@link #difference} of reduced
 * elements are <i>loose</i>: they are never carried and may only be used as a factor. The formulas of this package keep
 * to these factor pairs, and {@code FieldBoundsTest} proves for exactly these that nothing overflows:
 *
 * <ul>
 *   <li>{@link #product}: loose × loose, loose × reduced, reduced × reduced;
 *   <li>{@link #square}: reduced, or the {@link #sum} of two reduced elements;
 *   <li>{@link #minus}: reduced, at most three times for one accumulator;
 *   <li>{@link #sum}, {@link #difference}: reduced operands only, except the sum of two sums of reduced elements, which
 *       may only be multiplied by a reduced element.
 * </ul>
 *
 * <p><b>The accumulator.</b> A product is not reduced at once. {@link #product}, {@link #square} and {@link #scale} set a
 * double-length accumulator inside the kernel, {@link #minus} subtracts elements from it, and {@link #reduce} brings it
 * back to one element, so {@code a² - c - d} costs one reduction.
 *
 * <p>A kernel belongs to one thread: the accumulator is its own.
 */
public abstract sealed class FieldKernel permits ScalarKernel, VectorKernel {

    private final Curve curve;
    private final int lanes;
    private final int element;
    private final int domainBits;
    private final Modulus prime;
    private final long[] residue = new long[Modulus.LIMBS];
    private final long[] inversionFactor;

    FieldKernel(Curve curve, int lanes, int limbs, int domainBits) {
        this.curve = curve;
        this.lanes = lanes;
        this.element = limbs * lanes;
        this.domainBits = domainBits;
        this.prime = new Modulus(curve.prime());
        // The inverse of aR is 1/(aR); a Montgomery product (with Modulus's own R of 2^260) by R²·2^260 makes it R/a.
        this.inversionFactor = prime.residue(BigInteger.ONE.shiftLeft(2 * domainBits + 260));
    }

    public final Curve curve() {
        return curve;
    }

    /** How many numbers one element holds. */
    public final int lanes() {
        return lanes;
    }

    /** Longs per element. */
    public final int element() {
        return element;
    }

    /** The bits of Montgomery's R. */
    public final int domainBits() {
        return domainBits;
    }

    /** Plain arithmetic modulo the same prime. */
    public final Modulus prime() {
        return prime;
    }

    /** accumulator = a·b. */
    public abstract void product(long[] w, int a, int b);

    /** accumulator = a². */
    public abstract void square(long[] w, int a);

    /** accumulator = factor·a, for a reduced element and a factor of at most 4. */
    public abstract void scale(long[] w, int a, int factor);

    /** accumulator = accumulator - c, for a reduced element. */
    public abstract void minus(long[] w, int c);

    /** Stores the accumulator as a reduced element. */
    public abstract void reduce(long[] w, int out);

    /** out = a + b, loose. */
    public abstract void sum(long[] w, int out, int a, int b);

    /** out = a - b, loose. */
    public abstract void difference(long[] w, int out, int a, int b);

    /**
     * Loads one table point per lane: x to {@code out}, y to {@code out + element}.
     *
     * @param packed canonical coordinates in this kernel's domain, eight words per point (four of x, four of y, least
     *     significant first): word i of lane l at {@code at + i * lanes + l}
     * @param negate from {@code negateAt} per lane 0, or -1 to load the negative of the point
     */
    public abstract void load(long[] w, int out, long[] packed, int at, long[] negate, int negateAt);

    /** Sets one lane from a canonical residue, as it stands: the domain is the caller's affair. */
    public abstract void put(long[] w, int at, int lane, long[] residue, int residueAt);

    /** Reads one lane of a reduced element as a canonical residue, as it stands. */
    public abstract void get(long[] w, int at, int lane, long[] residue, int residueAt);

    /** out = a·b. */
    public final void multiply(long[] w, int out, int a, int b) {
        product(w, a, b);
        reduce(w, out);
    }

    /** out = a². */
    public final void square(long[] w, int out, int a) {
        square(w, a);
        reduce(w, out);
    }

    public final void copy(long[] w, int out, int a) {
        System.arraycopy(w, a, w, out, element);
    }

    /** Sets every lane to {@code number} in the domain; for constants, allocates. */
    public final void putConstant(long[] w, int at, BigInteger number) {
        long[] inDomain = prime.residue(number.shiftLeft(domainBits));
        for (int lane = 0; lane < lanes; lane++) {
            put(w, at, lane, inDomain, 0);
        }
    }

    /** out: lane i takes what lane i + by (wrapping) of a holds. */
    public final void rotate(long[] w, int out, int a, int by) {
        for (int limb = 0; limb < element; limb += lanes) {
            System.arraycopy(w, a + limb + by, w, out + limb, lanes - by);
            System.arraycopy(w, a + limb, w, out + limb + lanes - by, by);
        }
    }

    public final boolean isZero(long[] w, int at, int lane) {
        get(w, at, lane, residue, 0);
        return Modulus.isZero(residue, 0);
    }

    /**
     * Replaces every lane of the element at {@code at} by its inverse, with one scalar inversion: each lane's inverse is the
     * inverse of the product of all lanes, times the product of the other lanes, which a butterfly of rotations yields.
     *
     * @param scratch three elements
     * @return false, and nothing useful stored, when some lane is zero
     */
    public final boolean invert(long[] w, int at, int scratch) {
        int others = scratch + element;
        int rotated = others + element;
        copy(w, scratch, at);
        for (int by = 1; by < lanes; by <<= 1) {
            rotate(w, rotated, scratch, by);
            if (by == 1) {
                copy(w, others, rotated);
            } else {
                multiply(w, others, others, rotated);
            }
            multiply(w, scratch, scratch, rotated);
        }
        get(w, scratch, 0, residue, 0);
        if (Modulus.isZero(residue, 0)) {
            return false;
        }
        prime.invert(residue, 0, residue, 0);
        prime.multiply(residue, 0, residue, 0, inversionFactor, 0);
        for (int lane = 0; lane < lanes; lane++) {
            put(w, at, lane, residue, 0);
        }
        if (lanes > 1) {
            multiply(w, at, at, others);
        }
        return true;
    }
}
