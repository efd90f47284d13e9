package org.v2xscms.verify.kernel;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Decides at once whether every signature of a burst from unknown keys is valid.
 *
 * <p>A signature whose sender says which of the two points ±R has abscissa r (IEEE 1609.2's compressed-y) claims
 * u1·G + u2·Q = R, an equation between points. With secret random factors z, all claims hold, except with a chance of
 * one in 2^63, if their combination does (D. Naccache et al., EUROCRYPT '94; S. Karati and A. Das for ECDSA):
 *
 * <pre>
 * (Σ zᵢ·u1ᵢ)·G + Σ (zᵢ·u2ᵢ)·Qᵢ - Σ zᵢ·Rᵢ = 0
 * </pre>
 *
 * That is one multiplication of G in all, and one long chain of doublings for all lanes in all, where separate
 * verifications need one each per lane. Signatures by the same key are merged into one term first. What each signature
 * still costs is a square root for R, two small tables, 52 additions for Q and 13 for R, and all of these additions
 * share inversions ({@link PointSums}): digit position by digit position, the chosen multiples of all points are summed as
 * a tree, and only then does the chain run over the 52 sums.
 *
 * <p>The answer no says nothing about which signature is at fault, nor even that one is: the formulas' exceptional
 * cases end in no as well, as does a signature whose statement about R is false. The caller then decides every signature
 * by itself, so verdicts are exact.
 *
 * <p>Lanes without a signature of their own carry G with factor 1, taken off G's own factor. One more G is left out of the
 * chain and added at the end, so that with a single lane the chain does not run into the point at infinity it must not meet.
 */
public final class RandomisedBatch {

    private static final int L = Modulus.LIMBS;
    private static final int WIDTH = 5;
    private static final int HALF = 1 << (WIDTH - 1);
    private static final int LONG_DIGITS = 52;
    private static final int SHORT_DIGITS = 13;

    private final FieldKernel field;
    private final ExactVerifier exact;
    private final Modulus order;
    private final Randomisers randomisers;
    private final int lanes;
    private final int element;
    private final int maxGroups;
    private final long[] w;
    private final int domain;
    private final int plainOne;
    private final int temporary;
    private final int tables;
    private final int terms;
    private final PointSums sums;
    private final JacobianChain chain;
    private final SquareRoots roots;
    private final boolean[] exceptional;
    private final long[] base;
    private final long[][] termPoints;
    private final long[] factors;
    private final long[] scalars;
    private final byte[] odd;
    private final long[] shared = new long[L];
    private final long[] t = new long[2 * L];
    private final long[] zero = new long[L];
    private final long[] one = {1, 0, 0, 0, 0};
    private final long[] endPoints;

    /** @param queue how many signatures a burst may have */
    public RandomisedBatch(FieldKernel field, int queue, SecureRandom random) {
        this.field = field;
        exact = new ExactVerifier(field.curve());
        order = new Modulus(field.curve().order());
        randomisers = new Randomisers(random);
        lanes = field.lanes();
        element = field.element();
        // Groups for keys, with G among them, and groups for R.
        int signatureGroups = Math.max(1, (queue + lanes - 1) / lanes);
        maxGroups = 2 * signatureGroups + 1;
        int slots = maxGroups * lanes;
        int termCount = (signatureGroups + 1) * LONG_DIGITS + signatureGroups * SHORT_DIGITS;
        int capacity = Math.max(termCount / 2 + LONG_DIGITS, maxGroups * (HALF / 2 + 2));
        domain = 0;
        plainOne = element;
        temporary = 2 * element;
        tables = temporary + 3 * element;
        terms = tables + maxGroups * 3 * (HALF + 1) * element;
        int sumsAt = terms + termCount * 2 * element;
        int chainAt = sumsAt + PointSums.elements(capacity) * element;
        int rootsAt = chainAt + JacobianChain.elements() * element;
        w = new long[rootsAt + SquareRoots.elements() * element];
        field.putConstant(w, domain, BigInteger.ONE.shiftLeft(field.domainBits()));
        for (int lane = 0; lane < lanes; lane++) {
            field.put(w, plainOne, lane, one, 0);
        }
        sums = new PointSums(field, w, sumsAt, capacity);
        chain = new JacobianChain(field, w, chainAt);
        roots = new SquareRoots(field, w, rootsAt);
        exceptional = new boolean[slots];
        base = new long[2 * L];
        System.arraycopy(field.prime().residue(field.curve().baseX()), 0, base, 0, L);
        System.arraycopy(field.prime().residue(field.curve().baseY()), 0, base, L, L);
        termPoints = new long[slots][];
        factors = new long[slots * L];
        scalars = new long[slots * Windows.WORDS];
        odd = new byte[slots];
        endPoints = new long[(lanes + 1) * ExactVerifier.POINT];
        System.arraycopy(base, 0, endPoints, lanes * ExactVerifier.POINT, 2 * L);
        endPoints[lanes * ExactVerifier.POINT + 2 * L] = 1;
    }

    /**
     * Whether all of the signatures are certainly valid.
     *
     * @param which indices in {@code equations} (of P-256), {@code count} of them
     * @param keys per entry of {@code which}: x then y, plain residues
     * @param parities per entry of {@code which} the parity of R's ordinate
     */
    public boolean allValid(Equations equations, int[] which, int count, long[][] keys, byte[] parities) {
        Arrays.fill(exceptional, false);
        Arrays.fill(shared, 0);
        for (int i = 0; i < count; i++) {
            if (equations.hasSecondAbscissa(which[i])) {
                return false;
            }
        }
        int rGroups = (count + lanes - 1) / lanes;
        int keyTerms = combine(equations, which, count, keys);
        int keyGroups = (keyTerms + 1 + lanes - 1) / lanes;
        if (!finishFactors(keyTerms, keyGroups, count, rGroups)) {
            return false;
        }
        if (!loadPoints(equations, which, count, parities, keyGroups, rGroups)) {
            return false;
        }
        oddMultiples(keyGroups + rGroups);
        sumDigits(keyGroups, rGroups);
        if (anyExceptional()) {
            return false;
        }
        return chainIsInfinite();
    }

    /** Draws z for every signature, and sums up z·u2 per key and z·u1; R's factors go behind the keys' slots. */
    private int combine(Equations equations, int[] which, int count, long[][] keys) {
        int keyTerms = 0;
        int rSlot = rSlot();
        for (int i = 0; i < count; i++) {
            int u = which[i] * L;
            long z = randomisers.next();
            storeShort(z, rSlot + i);
            Modulus.limbsOfWords(t, 0, z, 0, 0, 0);
            order.multiply(t, 0, t, 0, order.rSquared(), 0);
            order.multiply(t, L, equations.u1(), u, t, 0);
            order.add(shared, 0, shared, 0, t, L);
            order.multiply(t, L, equations.u2(), u, t, 0);
            int term = find(keys[i], keyTerms);
            if (term == keyTerms) {
                termPoints[term] = keys[i];
                System.arraycopy(t, L, factors, term * L, L);
                keyTerms++;
            } else {
                order.add(factors, term * L, factors, term * L, t, L);
            }
        }
        return keyTerms;
    }

    private int find(long[] key, int known) {
        int term = 0;
        while (term < known
                && !(Modulus.equal(termPoints[term], 0, key, 0) && Modulus.equal(termPoints[term], L, key, L))) {
            term++;
        }
        return term;
    }

    /** The first slot of the groups of R: behind the largest possible number of key groups. */
    private int rSlot() {
        return (maxGroups / 2 + 1) * lanes;
    }

    /** A short scalar z is kept as z/2, like the long ones, and negated: R is subtracted. */
    private void storeShort(long z, int slot) {
        int at = slot * Windows.WORDS;
        scalars[at] = z >>> 1;
        Arrays.fill(scalars, at + 1, at + 5, 0);
        scalars[at + 5] = -1;
    }

    /** Fills the lanes left over with G, whose last factor is what remains of its share, and recodes all factors. */
    private boolean finishFactors(int keyTerms, int keyGroups, int count, int rGroups) {
        for (int i = count; i < rGroups * lanes; i++) {
            storeShort(1, rSlot() + i);
            order.add(shared, 0, shared, 0, one, 0);
        }
        order.subtract(shared, 0, shared, 0, one, 0);
        int last = keyGroups * lanes - 1;
        for (int term = keyTerms; term <= last; term++) {
            termPoints[term] = base;
            if (term < last) {
                order.subtract(shared, 0, shared, 0, one, 0);
                System.arraycopy(one, 0, factors, term * L, L);
            } else {
                System.arraycopy(shared, 0, factors, term * L, L);
            }
        }
        for (int term = 0; term <= last; term++) {
            if (Modulus.isZero(factors, term * L)) {
                return false;
            }
            Windows.recode(order, factors, term * L, scalars, term * Windows.WORDS, zero);
        }
        return true;
    }

    private int multiple(int group, int index) {
        return tables + (group * (HALF + 1) + index) * 3 * element;
    }

    /** Puts every term's point into its lane, in Montgomery's domain; false where an r is the abscissa of no point. */
    private boolean loadPoints(
            Equations equations, int[] which, int count, byte[] parities, int keyGroups, int rGroups) {
        for (int slot = 0; slot < keyGroups * lanes; slot++) {
            int point = multiple(slot / lanes, 0);
            field.put(w, point, slot % lanes, termPoints[slot], 0);
            field.put(w, point + element, slot % lanes, termPoints[slot], L);
        }
        for (int slot = 0; slot < rGroups * lanes; slot++) {
            int point = multiple(keyGroups + slot / lanes, 0);
            if (slot < count) {
                field.put(w, point, slot % lanes, equations.v(), which[slot] * L);
                odd[slot] = parities[slot];
            } else {
                field.put(w, point, slot % lanes, base, 0);
                odd[slot] = (byte) (base[L] & 1);
            }
        }
        for (int group = 0; group < keyGroups + rGroups; group++) {
            int point = multiple(group, 0);
            field.multiply(w, point, point, domain);
            if (group < keyGroups) {
                field.multiply(w, point + element, point + element, domain);
            } else if (!roots.ordinate(point, point + element, odd, (group - keyGroups) * lanes)) {
                return false;
            }
        }
        return true;
    }

    private void oddMultiples(int groups) {
        OddMultiples.compute(field, w, sums, exceptional, tables, groups, HALF);
    }

    /** Leaves in {@code terms + 2 · position} elements, for each digit position, the sum over all points of a lane. */
    private void sumDigits(int keyGroups, int rGroups) {
        int all = keyGroups + rGroups;
        for (int position = 0; position < LONG_DIGITS; position++) {
            int groups = position < SHORT_DIGITS ? all : keyGroups;
            for (int group = 0; group < groups; group++) {
                select(position, group, keyGroups, termAt(position, group, all, keyGroups));
            }
        }
        for (int stride = 1; stride < all; stride *= 2) {
            for (int position = 0; position < LONG_DIGITS; position++) {
                int groups = position < SHORT_DIGITS ? all : keyGroups;
                for (int group = 0; group + stride < groups; group += 2 * stride) {
                    int left = termAt(position, group, all, keyGroups);
                    sums.add(left, termAt(position, group + stride, all, keyGroups), left, 0);
                }
            }
            sums.run(exceptional);
        }
        chainAll(all, keyGroups);
    }

    private int termAt(int position, int group, int all, int keyGroups) {
        int before = Math.min(position, SHORT_DIGITS) * all + Math.max(0, position - SHORT_DIGITS) * keyGroups;
        return terms + (before + group) * 2 * element;
    }

    /** Copies, lane by lane, the multiple that one digit of each point's factor asks for. */
    private void select(int position, int group, int keyGroups, int to) {
        for (int lane = 0; lane < lanes; lane++) {
            int digit;
            if (group < keyGroups) {
                digit = Windows.digit(scalars, (group * lanes + lane) * Windows.WORDS, position, WIDTH);
            } else {
                int slot = rSlot() + (group - keyGroups) * lanes + lane;
                digit = Windows.digit(scalars, slot * Windows.WORDS, position, WIDTH, SHORT_DIGITS);
            }
            OddMultiples.copyLane(field, w, multiple(group, digit >> 1), (digit & 1) != 0, lane, to);
        }
    }

    private void chainAll(int all, int keyGroups) {
        chain.set(termAt(LONG_DIGITS - 1, 0, all, keyGroups));
        for (int position = LONG_DIGITS - 2; position >= 0; position--) {
            for (int i = 0; i < WIDTH; i++) {
                chain.twice();
            }
            chain.add(termAt(position, 0, all, keyGroups));
        }
    }

    private boolean anyExceptional() {
        for (boolean lane : exceptional) {
            if (lane) {
                return true;
            }
        }
        return false;
    }

    /** Adds the lanes and the last G with complete formulas. A lane whose chain met an exceptional case has Z = 0 and proves nothing. */
    private boolean chainIsInfinite() {
        for (int c = 0; c < 3; c++) {
            field.multiply(w, temporary, chain.x() + c * element, plainOne);
            for (int lane = 0; lane < lanes; lane++) {
                field.get(w, temporary, lane, endPoints, lane * ExactVerifier.POINT + c * L);
            }
        }
        for (int lane = 0; lane < lanes; lane++) {
            if (Modulus.isZero(endPoints, lane * ExactVerifier.POINT + 2 * L)) {
                return false;
            }
        }
        return exact.sumsToInfinity(endPoints, lanes + 1);
    }
}
