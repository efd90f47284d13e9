package org.v2xscms.verify.kernel;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Builds the table with which a multiple of one point is a mere sum: for every digit position j the odd multiples
 * 1, 3, 5, … of 2^(wj)·P, affine, eight longs each, in the domain of the kernel.
 *
 * <p>First one chain of doublings, kept at every w-th step and made affine with one inversion. Then all positions at once,
 * lanes being positions: with the odd multiples below 2^s and D = 2^s·P at hand, adding D to each gives the odd
 * multiples below 2^(s+1), so w - 1 rounds of {@link PointSums} with one inversion each build everything.
 */
public final class TableBuilder {

    private final FieldKernel field;
    private final int width;
    private final int positions;
    private final int half;
    private final int groups;
    private final long[] w;
    private final int chainStates;
    private final int multiples;
    private final int domain;
    private final PointSums sums;
    private final JacobianChain chain;
    private final boolean[] exceptional;
    private final long[] residue = new long[Modulus.LIMBS];

    public TableBuilder(FieldKernel field, int width) {
        this.field = field;
        this.width = width;
        positions = Windows.count(width);
        half = Windows.half(width);
        groups = (positions + field.lanes() - 1) / field.lanes();
        exceptional = new boolean[groups * field.lanes()];
        int element = field.element();
        int capacity = groups * (half / 2 + 2);
        // One Jacobian point per position and the running products of their Z; then the multiples of each group.
        chainStates = 0;
        multiples = chainStates + (4 * positions + 6) * element;
        int sumsAt = multiples + groups * OddMultiples.elements(half) * element;
        int chainAt = sumsAt + PointSums.elements(capacity) * element;
        domain = chainAt + JacobianChain.elements() * element;
        w = new long[domain + element];
        field.putConstant(w, domain, BigInteger.ONE.shiftLeft(field.domainBits()));
        sums = new PointSums(field, w, sumsAt, capacity);
        chain = new JacobianChain(field, w, chainAt);
    }

    /** Longs of one table. */
    public int tableLongs() {
        return Windows.tableLongs(width);
    }

    /**
     * Builds the table of a point of the curve, not at infinity.
     *
     * @param point x then y, plain canonical residues
     */
    public void build(long[] point, long[] table, int at) {
        chainOfDoublings(point);
        makeAffine();
        oddMultiples();
        store(table, at);
    }

    private int state(int position) {
        return chainStates + 4 * position * field.element();
    }

    private void chainOfDoublings(long[] point) {
        int element = field.element();
        int start = state(positions);
        for (int lane = 0; lane < field.lanes(); lane++) {
            field.put(w, start, lane, point, 0);
            field.put(w, start + element, lane, point, Modulus.LIMBS);
        }
        field.multiply(w, start, start, domain);
        field.multiply(w, start + element, start + element, domain);
        chain.set(start);
        for (int position = 0; position < positions; position++) {
            System.arraycopy(w, chain.x(), w, state(position), 3 * element);
            if (position < positions - 1) {
                for (int i = 0; i < width; i++) {
                    chain.twice();
                }
            }
        }
    }

    /** Divides every X by Z² and every Y by Z³, with one inversion; no Z is zero in a group of prime order. */
    private void makeAffine() {
        int element = field.element();
        int inverse = state(positions);
        int zInverse = inverse + element;
        int zInverseSquared = zInverse + element;
        field.copy(w, inverse, state(0) + 2 * element);
        for (int position = 1; position < positions; position++) {
            field.copy(w, state(position) + 3 * element, inverse);
            field.multiply(w, inverse, inverse, state(position) + 2 * element);
        }
        field.invert(w, inverse, zInverseSquared + element);
        for (int position = positions - 1; position >= 0; position--) {
            int p = state(position);
            if (position > 0) {
                field.multiply(w, zInverse, inverse, p + 3 * element);
                field.multiply(w, inverse, inverse, p + 2 * element);
            } else {
                field.copy(w, zInverse, inverse);
            }
            field.square(w, zInverseSquared, zInverse);
            field.multiply(w, p, p, zInverseSquared);
            field.multiply(w, zInverse, zInverse, zInverseSquared);
            field.multiply(w, p + element, p + element, zInverse);
        }
    }

    private int multiple(int group, int index) {
        return multiples + (group * (half + 1) + index) * 3 * field.element();
    }

    private void oddMultiples() {
        int lanes = field.lanes();
        for (int group = 0; group < groups; group++) {
            for (int lane = 0; lane < lanes; lane++) {
                int position = Math.min(group * lanes + lane, positions - 1);
                copyLane(state(position), multiple(group, 0), lane);
            }
        }
        OddMultiples.compute(field, w, sums, exceptional, multiples, groups, half);
    }

    private void copyLane(int from, int to, int lane) {
        for (int limb = lane; limb < 2 * field.element(); limb += field.lanes()) {
            w[to + limb] = w[from + limb];
        }
    }

    private void store(long[] table, int at) {
        for (int position = 0; position < positions; position++) {
            int group = position / field.lanes();
            int lane = position % field.lanes();
            for (int i = 0; i < half; i++) {
                int point = multiple(group, i);
                int to = at + (position * half + i) * 8;
                storeCoordinate(point, lane, table, to);
                storeCoordinate(point + field.element(), lane, table, to + 4);
            }
        }
    }

    private void storeCoordinate(int element, int lane, long[] table, int to) {
        field.get(w, element, lane, residue, 0);
        for (int word = 0; word < 4; word++) {
            table[to + word] = Modulus.word(residue, 0, word);
        }
    }

    /** Whether any addition met an exception: never for a point of prime order above 2^(w+1); a check for tests. */
    boolean sawException() {
        boolean saw = false;
        for (boolean one : exceptional) {
            saw |= one;
        }
        Arrays.fill(exceptional, false);
        return saw;
    }
}
