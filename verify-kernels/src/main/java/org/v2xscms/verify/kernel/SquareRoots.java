package org.v2xscms.verify.kernel;

import java.math.BigInteger;

/** Ordinates of P-256 points from abscissas, all lanes at once: y² = (x² - 3)x + b. */
final class SquareRoots {

    private static final int ELEMENTS = 7;

    private final FieldKernel field;
    private final long[] w;
    private final int three;
    private final int minusB;
    private final int square;
    private final int power;
    private final int root;
    private final int plainOne;
    private final int negative;
    private final long[] residue = new long[Modulus.LIMBS];

    /** @param at offset in {@code w} of {@link #elements} elements this object may use */
    SquareRoots(FieldKernel field, long[] w, int at) {
        int element = field.element();
        this.field = field;
        this.w = w;
        three = at;
        minusB = three + element;
        square = minusB + element;
        power = square + element;
        root = power + element;
        plainOne = root + element;
        negative = plainOne + element;
        field.putConstant(w, three, BigInteger.valueOf(3));
        field.putConstant(w, minusB, field.curve().b().negate());
        residue[0] = 1;
        for (int lane = 0; lane < field.lanes(); lane++) {
            field.put(w, plainOne, lane, residue, 0);
        }
    }

    static int elements() {
        return ELEMENTS;
    }

    /**
     * Sets y to the ordinate with the wanted parity per lane.
     *
     * @param odd 1 or 0 per lane, from {@code oddAt}
     * @return false where the x of some lane is the abscissa of no point
     */
    boolean ordinate(int x, int y, byte[] odd, int oddAt) {
        field.square(w, x);
        field.minus(w, three);
        field.reduce(w, square);
        field.product(w, square, x);
        field.minus(w, minusB);
        field.reduce(w, square);
        rootOfSquare();
        field.square(w, root);
        field.minus(w, square);
        field.reduce(w, power);
        field.scale(w, root, 0);
        field.minus(w, root);
        field.reduce(w, negative);
        field.multiply(w, square, root, plainOne);
        for (int lane = 0; lane < field.lanes(); lane++) {
            if (!field.isZero(w, power, lane)) {
                return false;
            }
            field.get(w, square, lane, residue, 0);
            int from = (residue[0] & 1) == odd[oddAt + lane] ? root : negative;
            for (int limb = lane; limb < field.element(); limb += field.lanes()) {
                w[y + limb] = w[from + limb];
            }
        }
        return true;
    }

    /** root = square^((p + 1)/4), with (p + 1)/4 = ((2^32 - 1)·2^32 + 1)·2^96 + 1)·2^94. */
    private void rootOfSquare() {
        field.copy(w, root, square);
        for (int ones = 1; ones < 32; ones *= 2) {
            field.copy(w, power, root);
            squareTimes(power, ones);
            field.multiply(w, root, root, power);
        }
        squareTimes(root, 32);
        field.multiply(w, root, root, square);
        squareTimes(root, 96);
        field.multiply(w, root, root, square);
        squareTimes(root, 94);
    }

    private void squareTimes(int a, int times) {
        for (int i = 0; i < times; i++) {
            field.square(w, a, a);
        }
    }
}
