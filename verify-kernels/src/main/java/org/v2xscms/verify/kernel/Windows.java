package org.v2xscms.verify.kernel;

/**
 * Scalars as signed odd windows, the digits every table here is made for.
 *
 * <p>An odd k below 2^256 is a sum of t = ⌈256/w⌉ digits d·2^(wj) with every d odd and |d| below 2^w: with
 * k' = (k + 2^(wt) - 1) / 2, digit j is 2v - (2^w - 1) where v is window j of k'. And k' is just k/2 with bit wt - 1
 * set. No digit is zero, so every sum has the same length and no step is skipped, and a table holds only the 2^(w-1) odd
 * multiples; the sign costs nothing. An even k is replaced by n - k, which is odd, and all signs are turned round.
 *
 * <p>One scalar takes {@link #WORDS} longs: k' without its top bit, and the sign.
 */
final class Windows {

    /** Longs per scalar: four words of k/2, one word of zeros so that a window may reach beyond, and the sign. */
    static final int WORDS = 6;

    private static final int SIGN = 5;

    private Windows() {}

    /** Digits of {@code width} bits that cover 256 bits. */
    static int count(int width) {
        return (255 + width) / width;
    }

    /** Table points per digit. */
    static int half(int width) {
        return 1 << (width - 1);
    }

    /** Longs of a table for one point: for every digit position the odd multiples 1, 3, 5, … of 2^(w·position) times it. */
    static int tableLongs(int width) {
        return count(width) * half(width) * 8;
    }

    /** Stores the scalar at {@code scalar}, a canonical residue modulo the order and not zero. */
    static void recode(Modulus order, long[] scalar, int scalarAt, long[] out, int at, long[] zero) {
        long sign = 0;
        if ((scalar[scalarAt] & 1) == 0) {
            order.subtract(scalar, scalarAt, zero, 0, scalar, scalarAt);
            sign = -1;
        }
        long w0 = Modulus.word(scalar, scalarAt, 0);
        long w1 = Modulus.word(scalar, scalarAt, 1);
        long w2 = Modulus.word(scalar, scalarAt, 2);
        long w3 = Modulus.word(scalar, scalarAt, 3);
        out[at] = (w0 >>> 1) | (w1 << 63);
        out[at + 1] = (w1 >>> 1) | (w2 << 63);
        out[at + 2] = (w2 >>> 1) | (w3 << 63);
        out[at + 3] = w3 >>> 1;
        out[at + 4] = 0;
        out[at + SIGN] = sign;
    }

    /**
     * Digit {@code index}: bits 1 and up the position of |d| in its list of odd multiples, bit 0 set where the point is to be
     * negated (the scalar's own sign included).
     */
    static int digit(long[] scalars, int at, int index, int width) {
        return digit(scalars, at, index, width, count(width));
    }

    /** The same for a short scalar, below 2^(w·digits - 1), written in {@code digits} digits. */
    static int digit(long[] scalars, int at, int index, int width, int digits) {
        int bit = index * width;
        int word = at + (bit >> 6);
        int shift = bit & 63;
        long v = scalars[word] >>> shift;
        if (shift + width > 64) {
            v |= scalars[word + 1] << (64 - shift);
        }
        int half = half(width);
        int d = (int) v & (2 * half - 1);
        if (index == digits - 1) {
            d |= half;
        }
        int signedDigit = d - half;
        int below = signedDigit >> 31;
        int position = signedDigit ^ below;
        return (position << 1) | ((below ^ (int) scalars[at + SIGN]) & 1);
    }
}
