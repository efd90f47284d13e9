package org.v2xscms.verify.kernel;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decides signatures on one field kernel, for one thread.
 *
 * <p>Three ways, by what is known of the key:
 *
 * <ul>
 *   <li><b>Table at hand, several queued</b> ({@link #decideQueued}): u1·G + u2·Q is a sum of table points, 26 for G (ten
 *       bits each) and 43 for Q (six bits each). Every lane is another signature. The points are summed as a tree by
 *       {@link PointSums}, all signatures in step, one inversion per level for all of them.
 *   <li><b>Table at hand, alone</b> ({@link #decideLone}): the lanes share the points of the one signature
 *       ({@link XyzzSum}).
 *   <li><b>No table</b> ({@link #decideCold}): a small table of odd multiples of Q is made for each lane, and u2·Q takes 255
 *       doublings ({@link JacobianChain}); u1·G is a sum of table points as before.
 * </ul>
 *
 * <p>What the formulas do not cover goes to {@link ExactVerifier}: sums that met ±the same point, u1 = 0, and values of v
 * so small that v + n is a second possible abscissa. All verdicts are exact.
 */
public final class VerifyingKernel {

    /**
     * Where the base point's table starts in the array of tables. A point is one cache line of 64 bytes, and a large array's
     * elements start 16 bytes into a line: six longs later a line begins.
     */
    public static final int TABLES_AT = 6;

    private static final int COLD_WIDTH = 5;

    private final FieldKernel field;
    private final ExactVerifier exact;
    private final int baseWidth;
    private final int keyWidth;
    private final int lanes;
    private final int element;
    private final int maxGroups;
    private final int basePoints;
    private final int keyPoints;
    private final long[] w;
    private final int plainOne;
    private final int domain;
    private final int temporary;
    private final int points;
    private final int multiples;
    private final PointSums sums;
    private final JacobianChain chain;
    private final XyzzSum lone;
    private final boolean[] exceptional;
    private final long[] scalars;
    private final long[] residue = new long[2 * Modulus.LIMBS];
    private final long[] zero = new long[Modulus.LIMBS];
    private final int[] from;
    private final long[] packed;
    private final long[] negate;
    private final int[] offsets;
    private long exactDecisions;

    /**
     * @param baseWidth bits per digit of u1 in the table of the base point
     * @param keyWidth bits per digit of u2 in the tables of keys
     * @param queue how many signatures to sum at once; memory grows with it, about 20 kB each
     */
    public VerifyingKernel(FieldKernel field, int baseWidth, int keyWidth, int queue) {
        this.field = field;
        this.baseWidth = baseWidth;
        this.keyWidth = keyWidth;
        exact = new ExactVerifier(field.curve());
        lanes = field.lanes();
        element = field.element();
        maxGroups = Math.max(1, queue / lanes);
        basePoints = Windows.count(baseWidth);
        keyPoints = Windows.count(keyWidth);
        int pointsPerGroup = basePoints + keyPoints;
        int capacity = maxGroups * (pointsPerGroup / 2 + 1);
        plainOne = 0;
        domain = plainOne + element;
        temporary = domain + element;
        points = temporary + 4 * element;
        multiples = points + maxGroups * pointsPerGroup * 2 * element;
        int sumsAt = multiples + maxGroups * OddMultiples.elements(Windows.half(COLD_WIDTH)) * element;
        int chainAt = sumsAt + PointSums.elements(capacity) * element;
        int loneAt = chainAt + JacobianChain.elements() * element;
        w = new long[loneAt + XyzzSum.elements() * element];
        sums = new PointSums(field, w, sumsAt, capacity);
        chain = new JacobianChain(field, w, chainAt);
        lone = new XyzzSum(field, w, loneAt);
        exceptional = new boolean[maxGroups * lanes];
        scalars = new long[maxGroups * lanes * 2 * Windows.WORDS];
        from = new int[pointsPerGroup * lanes];
        packed = new long[pointsPerGroup * 8 * lanes + 1];
        negate = new long[pointsPerGroup * lanes];
        offsets = new int[pointsPerGroup];
        residue[0] = 1;
        for (int lane = 0; lane < lanes; lane++) {
            field.put(w, plainOne, lane, residue, 0);
        }
        field.putConstant(w, domain, BigInteger.ONE.shiftLeft(field.domainBits()));
    }

    public int lanes() {
        return lanes;
    }

    /** Signatures one call of {@link #decideQueued} or {@link #decideCold} takes. */
    public int capacity() {
        return maxGroups * lanes;
    }

    /** How many signatures the exact path had to decide so far. */
    public long exactDecisions() {
        return exactDecisions;
    }

    /**
     * Decides signatures whose keys have tables.
     *
     * @param which indices of the signatures in {@code equations}, {@code count} of them, {@link #capacity} at most
     * @param table the base point's table at {@link #TABLES_AT}, and tables of keys
     * @param tableAt per entry of {@code which} where its key's table starts
     * @param keys per entry of {@code which} the key: x then y, plain residues
     * @param valid receives the verdict at the signature's index
     */
    public void decideQueued(
            Equations equations, int[] which, int count, long[] table, int[] tableAt, long[][] keys, boolean[] valid) {
        int groups = recode(equations, which, count);
        for (int group = 0; group < groups; group++) {
            loadPoints(group, basePoints + keyPoints, count, table, tableAt);
        }
        sumUp(groups, basePoints + keyPoints);
        for (int i = 0; i < count; i++) {
            int group = i / lanes;
            if (i % lanes == 0) {
                field.multiply(w, temporary, point(group, 0), plainOne);
            }
            field.get(w, temporary, i % lanes, residue, 0);
            valid[which[i]] =
                    exceptional[i] ? decideExactly(equations, which[i], keys[i]) : equations.matches(residue, which[i]);
        }
    }

    /** Decides one signature whose key has a table at {@code tableAt}. */
    public boolean decideLone(Equations equations, int index, long[] table, int tableAt, long[] key) {
        if (Modulus.isZero(equations.u1(), index * Modulus.LIMBS)) {
            return decideExactly(equations, index, key);
        }
        recodeOne(equations, index, 0);
        int total = basePoints + keyPoints;
        for (int i = 0; i < total; i++) {
            locate(i, 0, tableAt, i);
        }
        fetch(table, total);
        for (int next = 0; next < total; next += lanes) {
            int used = Math.min(lanes, total - next);
            int step = next / lanes;
            field.load(w, points, packed, step * 8 * lanes, negate, step * lanes);
            if (next == 0) {
                lone.set(points);
            } else {
                lone.add(points, used);
            }
        }
        lone.mergeLanes();
        return decideProjective(equations, index, key, 0, lone.x(), lone.zz());
    }

    /** Decides signatures whose keys have no table; arguments as for {@link #decideQueued}. */
    public void decideCold(Equations equations, int[] which, int count, long[] table, long[][] keys, boolean[] valid) {
        int groups = recode(equations, which, count);
        for (int group = 0; group < groups; group++) {
            loadPoints(group, basePoints, count, table, null);
            for (int lane = 0; lane < lanes; lane++) {
                long[] key = keys[Math.min(group * lanes + lane, count - 1)];
                field.put(w, multiple(group, 0), lane, key, 0);
                field.put(w, multiple(group, 0) + element, lane, key, Modulus.LIMBS);
            }
            field.multiply(w, multiple(group, 0), multiple(group, 0), domain);
            field.multiply(w, multiple(group, 0) + element, multiple(group, 0) + element, domain);
        }
        sumUp(groups, basePoints);
        OddMultiples.compute(field, w, sums, exceptional, multiples, groups, Windows.half(COLD_WIDTH));
        for (int group = 0; group < groups; group++) {
            multiplyKeys(group);
            chain.add(point(group, 0));
            field.square(w, temporary + element, chain.z());
            for (int lane = 0; lane < lanes && group * lanes + lane < count; lane++) {
                int i = group * lanes + lane;
                valid[which[i]] = exceptional[i]
                        ? decideExactly(equations, which[i], keys[i])
                        : decideProjective(equations, which[i], keys[i], lane, chain.x(), temporary + element);
            }
        }
    }

    /** Decides one signature by the exact path. */
    public boolean decideExactly(Equations equations, int index, long[] key) {
        exactDecisions++;
        int i = index * Modulus.LIMBS;
        return exact.verify(equations.u1(), i, equations.u2(), i, key, equations.v(), i);
    }

    /** Recodes all scalars; returns the number of groups. Lanes without a signature repeat the last one. */
    private int recode(Equations equations, int[] which, int count) {
        int groups = (count + lanes - 1) / lanes;
        Arrays.fill(exceptional, 0, groups * lanes, false);
        for (int i = 0; i < groups * lanes; i++) {
            int index = which[Math.min(i, count - 1)];
            if (Modulus.isZero(equations.u1(), index * Modulus.LIMBS)) {
                exceptional[i] = true;
            }
            recodeOne(equations, index, i);
        }
        return groups;
    }

    private void recodeOne(Equations equations, int index, int slot) {
        int to = slot * 2 * Windows.WORDS;
        System.arraycopy(equations.u1(), index * Modulus.LIMBS, residue, 0, Modulus.LIMBS);
        Windows.recode(equations.order(), residue, 0, scalars, to, zero);
        System.arraycopy(equations.u2(), index * Modulus.LIMBS, residue, 0, Modulus.LIMBS);
        Windows.recode(equations.order(), residue, 0, scalars, to + Windows.WORDS, zero);
    }

    private int point(int group, int index) {
        return points + (group * offsets.length + index) * 2 * element;
    }

    /** Finds table point {@code index} of the signature in {@code slot}: those of G first, then those of the key. */
    private void locate(int index, int slot, int tableAt, int to) {
        int scalar = slot * 2 * Windows.WORDS;
        int digit;
        if (index < basePoints) {
            digit = Windows.digit(scalars, scalar, index, baseWidth);
            from[to] = TABLES_AT + (index * Windows.half(baseWidth) + (digit >> 1)) * 8;
        } else {
            int position = index - basePoints;
            digit = Windows.digit(scalars, scalar + Windows.WORDS, position, keyWidth);
            from[to] = tableAt + (position * Windows.half(keyWidth) + (digit >> 1)) * 8;
        }
        negate[to] = -(digit & 1);
    }

    /**
     * Copies the first {@code end} located points into {@code packed}, number i into lane i % lanes of packed
     * point i / lanes. Tables outgrow the near caches, so nearly every point is a miss; a first sweep that only touches
     * them has dozens of misses under way at once, where copying at once would have three or four. (What was read has to be
     * stored somewhere, or the compiler drops the sweep.)
     */
    private void fetch(long[] table, int end) {
        long touched = 0;
        for (int i = 0; i < end; i++) {
            touched ^= table[from[i]];
        }
        packed[packed.length - 1] = touched;
        for (int i = 0; i < end; i++) {
            int at = from[i];
            int word = i / lanes * 8 * lanes + i % lanes;
            packed[word] = table[at];
            packed[word + lanes] = table[at + 1];
            packed[word + 2 * lanes] = table[at + 2];
            packed[word + 3 * lanes] = table[at + 3];
            packed[word + 4 * lanes] = table[at + 4];
            packed[word + 5 * lanes] = table[at + 5];
            packed[word + 6 * lanes] = table[at + 6];
            packed[word + 7 * lanes] = table[at + 7];
        }
    }

    /** Loads points {@code first} to {@code end} of a group; lanes without a signature repeat the last one's. */
    private void loadPoints(int group, int end, int count, long[] table, int @Nullable [] tableAt) {
        for (int lane = 0; lane < lanes; lane++) {
            int slot = group * lanes + lane;
            int keyTable = tableAt == null ? 0 : tableAt[Math.min(slot, count - 1)];
            for (int index = 0; index < end; index++) {
                locate(index, slot, keyTable, index * lanes + lane);
            }
        }
        fetch(table, end * lanes);
        for (int index = 0; index < end; index++) {
            field.load(w, point(group, index), packed, index * 8 * lanes, negate, index * lanes);
        }
    }

    /** Sums the first {@code count} points of every group into its first, as a tree. */
    private void sumUp(int groups, int count) {
        for (int i = 0; i < count; i++) {
            offsets[i] = i;
        }
        for (int left = count; left > 1; left = (left + 1) / 2) {
            for (int group = 0; group < groups; group++) {
                for (int i = 0; i + 1 < left; i += 2) {
                    sums.add(point(group, offsets[i]), point(group, offsets[i + 1]), point(group, offsets[i]), group);
                }
            }
            sums.run(exceptional);
            for (int i = 0; i < left; i += 2) {
                offsets[i / 2] = offsets[i];
            }
        }
    }

    private int multiple(int group, int index) {
        return multiples + (group * (Windows.half(COLD_WIDTH) + 1) + index) * 3 * element;
    }

    /** Leaves u2·Q of a group in the chain. */
    private void multiplyKeys(int group) {
        int positions = Windows.count(COLD_WIDTH);
        select(group, positions - 1);
        chain.set(temporary);
        for (int position = positions - 2; position >= 0; position--) {
            for (int i = 0; i < COLD_WIDTH; i++) {
                chain.twice();
            }
            select(group, position);
            chain.add(temporary);
        }
    }

    /** Copies each lane's multiple for one digit of u2 into the temporary point. */
    private void select(int group, int position) {
        for (int lane = 0; lane < lanes; lane++) {
            int scalar = (group * lanes + lane) * 2 * Windows.WORDS + Windows.WORDS;
            int digit = Windows.digit(scalars, scalar, position, COLD_WIDTH);
            OddMultiples.copyLane(field, w, multiple(group, digit >> 1), (digit & 1) != 0, lane, temporary);
        }
    }

    /** Compares one lane's X with v·ZZ; zero ZZ, and v so small that v + n is below p, are decided exactly. */
    private boolean decideProjective(Equations equations, int index, long[] key, int lane, int x, int zz) {
        field.multiply(w, temporary, zz, plainOne);
        field.get(w, temporary, lane, residue, 0);
        if (Modulus.isZero(residue, 0)) {
            return decideExactly(equations, index, key);
        }
        Modulus prime = field.prime();
        prime.multiply(residue, 0, residue, 0, prime.rSquared(), 0);
        prime.multiply(residue, 0, residue, 0, equations.v(), index * Modulus.LIMBS);
        field.multiply(w, temporary, x, plainOne);
        field.get(w, temporary, lane, residue, Modulus.LIMBS);
        if (Modulus.equal(residue, 0, residue, Modulus.LIMBS)) {
            return true;
        }
        return equations.hasSecondAbscissa(index) && decideExactly(equations, index, key);
    }
}
