package org.v2xscms.verify.kernel;

import java.math.BigInteger;

/**
 * Modular inversion by divsteps (D. J. Bernstein and B.-Y. Yang, "Fast constant-time gcd computation and modular
 * inversion", 2019), in the variable-time form that skips runs of zero bits.
 *
 * <p>Euclid's algorithm on (f, g) = (m, x), but looking only at the low bits: one divstep maps an odd f and any g to
 * another such pair with the same gcd and a smaller g. Thirty consecutive divsteps depend only on the low thirty bits, so
 * they are first found on machine words as a 2×2 matrix with entries below 2^30 and then applied to the long numbers
 * at once. The same matrices, divided by 2^30 modulo m, are applied to (d, e) = (0, 1), which keeps d·x = f and e·x = g
 * modulo m. When g reaches 0, f is ±1 and d is ±1/x.
 *
 * <p>Numbers are nine signed limbs of thirty bits. A row of a matrix times a limb, plus the multiple of m that clears the
 * low bits, stays below 3·2^60, so one long holds every intermediate and no wide multiplication is needed.
 */
final class DivstepInverse {

    private static final int LIMBS = 9;
    private static final int BITS = 30;
    private static final long MASK = (1L << BITS) - 1;

    private final long[] modulus = new long[LIMBS];
    private final long modulusInverse;
    private final long[] f = new long[LIMBS];
    private final long[] g = new long[LIMBS];
    private final long[] d = new long[LIMBS];
    private final long[] e = new long[LIMBS];
    private long u;
    private long v;
    private long q;
    private long r;

    DivstepInverse(BigInteger modulus) {
        for (int i = 0; i < LIMBS; i++) {
            this.modulus[i] = modulus.shiftRight(BITS * i).longValue() & MASK;
        }
        modulusInverse = modulus.modInverse(BigInteger.ONE.shiftLeft(BITS)).longValue();
    }

    /** Inverts a residue of {@link Modulus} (five canonical limbs of 52 bits); 0 gives 0. */
    void invert(long[] out, int outAt, long[] x, int xAt) {
        load(x, xAt);
        long eta = -1;
        do {
            eta = matrixOfThirtyDivsteps(eta, f[0], g[0]);
            applyToCofactors();
            applyToPair();
        } while (!isZero(g));
        normalise(f[LIMBS - 1] < 0);
        store(out, outAt);
    }

    private void load(long[] x, int at) {
        long w0 = Modulus.word(x, at, 0);
        long w1 = Modulus.word(x, at, 1);
        long w2 = Modulus.word(x, at, 2);
        long w3 = Modulus.word(x, at, 3);
        g[0] = w0 & MASK;
        g[1] = (w0 >>> 30) & MASK;
        g[2] = ((w0 >>> 60) | (w1 << 4)) & MASK;
        g[3] = (w1 >>> 26) & MASK;
        g[4] = ((w1 >>> 56) | (w2 << 8)) & MASK;
        g[5] = (w2 >>> 22) & MASK;
        g[6] = ((w2 >>> 52) | (w3 << 12)) & MASK;
        g[7] = (w3 >>> 18) & MASK;
        g[8] = w3 >>> 48;
        for (int i = 0; i < LIMBS; i++) {
            f[i] = modulus[i];
            d[i] = 0;
            e[i] = 0;
        }
        e[0] = 1;
    }

    /** Runs thirty divsteps on the low bits and leaves their product in u, v, q, r (times 2^30). */
    private long matrixOfThirtyDivsteps(long etaBefore, long fLow, long gLow) {
        long eta = etaBefore;
        long a = fLow;
        long b = gLow;
        long rowU = 1;
        long rowV = 0;
        long rowQ = 0;
        long rowR = 1;
        int left = BITS;
        while (true) {
            int zeros = Long.numberOfTrailingZeros(b | (-1L << left));
            b >>= zeros;
            rowU <<= zeros;
            rowV <<= zeros;
            eta -= zeros;
            left -= zeros;
            if (left == 0) {
                break;
            }
            if (eta < 0) {
                eta = -eta;
                long swap = a;
                a = b;
                b = -swap;
                swap = rowU;
                rowU = rowQ;
                rowQ = -swap;
                swap = rowV;
                rowV = rowR;
                rowR = -swap;
            }
            // -1/a mod 64 is a(a²-2): cancel as many low bits of b as eta and the rest of the batch allow, six at most.
            int cancel = (int) Math.min(Math.min(eta + 1, left), 6);
            long w = (a * b * (a * a - 2)) & ((1L << cancel) - 1);
            b += a * w;
            rowQ += rowU * w;
            rowR += rowV * w;
        }
        u = rowU;
        v = rowV;
        q = rowQ;
        r = rowR;
        return eta;
    }

    private void applyToPair() {
        long carryF = u * f[0] + v * g[0];
        long carryG = q * f[0] + r * g[0];
        for (int i = 1; i < LIMBS; i++) {
            carryF = (carryF >> BITS) + u * f[i] + v * g[i];
            carryG = (carryG >> BITS) + q * f[i] + r * g[i];
            f[i - 1] = carryF & MASK;
            g[i - 1] = carryG & MASK;
        }
        f[LIMBS - 1] = carryF >> BITS;
        g[LIMBS - 1] = carryG >> BITS;
    }

    private void applyToCofactors() {
        long signD = d[LIMBS - 1] >> 63;
        long signE = e[LIMBS - 1] >> 63;
        long addD = (u & signD) + (v & signE);
        long addE = (q & signD) + (r & signE);
        long carryD = u * d[0] + v * e[0];
        long carryE = q * d[0] + r * e[0];
        addD -= (modulusInverse * carryD + addD) & MASK;
        addE -= (modulusInverse * carryE + addE) & MASK;
        carryD += modulus[0] * addD;
        carryE += modulus[0] * addE;
        for (int i = 1; i < LIMBS; i++) {
            long di = d[i];
            long ei = e[i];
            carryD = (carryD >> BITS) + u * di + v * ei + modulus[i] * addD;
            carryE = (carryE >> BITS) + q * di + r * ei + modulus[i] * addE;
            d[i - 1] = carryD & MASK;
            e[i - 1] = carryE & MASK;
        }
        d[LIMBS - 1] = carryD >> BITS;
        e[LIMBS - 1] = carryE >> BITS;
    }

    private static boolean isZero(long[] x) {
        long any = 0;
        for (long limb : x) {
            any |= limb;
        }
        return any == 0;
    }

    /** Brings d from (-2m, m) into [0, m), negated first where f ended as -1. */
    private void normalise(boolean negate) {
        addModulusIfNegative();
        if (negate) {
            for (int i = 0; i < LIMBS; i++) {
                d[i] = -d[i];
            }
        }
        carry();
        addModulusIfNegative();
    }

    private void addModulusIfNegative() {
        if (d[LIMBS - 1] < 0) {
            for (int i = 0; i < LIMBS; i++) {
                d[i] += modulus[i];
            }
            carry();
        }
    }

    private void carry() {
        for (int i = 0; i < LIMBS - 1; i++) {
            d[i + 1] += d[i] >> BITS;
            d[i] &= MASK;
        }
    }

    private void store(long[] out, int at) {
        long w0 = d[0] | (d[1] << 30) | (d[2] << 60);
        long w1 = (d[2] >>> 4) | (d[3] << 26) | (d[4] << 56);
        long w2 = (d[4] >>> 8) | (d[5] << 22) | (d[6] << 52);
        long w3 = (d[6] >>> 12) | (d[7] << 18) | (d[8] << 48);
        Modulus.limbsOfWords(out, at, w0, w1, w2, w3);
    }
}
