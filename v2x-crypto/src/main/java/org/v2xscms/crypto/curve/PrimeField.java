package org.v2xscms.crypto.curve;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Arithmetic modulo one of the odd primes of the curves (field prime or group order) whose running time and memory
 * accesses do not depend on the values: the floor under everything that touches a secret.
 *
 * <p><b>The idea.</b> A number is an array of limbs in a radix below 2^64, least significant limb first: five limbs of
 * 52 bits for a 256-bit prime, seven of 56 bits for a 384-bit one. The spare bits at the top of each {@code long} take
 * up the carries of a whole multiplication, so none has to be computed between the partial products. (Full 64-bit limbs
 * were tried first: Java has no add-with-carry, and the branch-free replacement made a multiplication 1.6 times slower.)
 * The two halves of a product of limbs fall into place by themselves: the low half is {@code (a * b) & mask}, the high
 * half is {@code multiplyHigh(a << s, b << s)} with {@code 2 * s = 64 - width}.
 *
 * <p>Multiplication is Montgomery's: {@code multiply(x, y)} gives {@code x * y / R mod m} with R = 2^(width * limbs).
 * Each row adds {@code x[i] * y} and the multiple of m that makes the lowest limb vanish, then moves down by one limb.
 * The sum of a limb gathers at most four half products per row, that is less than 2^(width + 2) * limbs, below 2^61. With
 * x * y below R * m the result is below 2m, and one masked subtraction brings it below m. Every method leaves its result
 * fully reduced; there are no lazy bounds to keep in mind above this class.
 *
 * <p>Choices are made with masks (all ones or all zeros), never with branches: a borrow is the sign of the top limb
 * spread by an arithmetic shift. Loops and exponents depend on the modulus alone, which is public. {@link BigInteger}
 * appears only in the constructor.
 *
 * <p>All operands may be the same array as the result. Elements are plain {@code long[]} so that a point operation
 * allocates nothing; they are never handed outside this package.
 */
final class PrimeField {

    private static final long[] ZERO = new long[7];
    private static final int LIMBS_256 = 5;
    private static final int WIDTH_256 = 52;
    private static final int SHIFT_256 = (64 - WIDTH_256) / 2;
    private static final long MASK_256 = (1L << WIDTH_256) - 1;

    private final int limbs;
    private final int width;
    private final int shift;
    private final long mask;
    private final int octets;
    private final long[] modulus;
    private final long negativeInverse;
    private final long[] rawOne;
    private final long[] one;
    private final long[] radixSquared;
    private final long[] upperHalf;
    private final byte[] inverseExponent;

    /** @param prime an odd prime of exactly 256 or 384 bits */
    PrimeField(BigInteger prime) {
        boolean small = prime.bitLength() == 256;
        if (!small && prime.bitLength() != 384) {
            throw new IllegalArgumentException("prime of " + prime.bitLength() + " bits");
        }
        limbs = small ? LIMBS_256 : 7;
        width = small ? WIDTH_256 : 56;
        shift = (64 - width) / 2;
        mask = (1L << width) - 1;
        octets = prime.bitLength() / 8;
        modulus = split(prime);
        BigInteger limbRadix = BigInteger.ONE.shiftLeft(width);
        negativeInverse = prime.modInverse(limbRadix).negate().mod(limbRadix).longValueExact();
        BigInteger radix = BigInteger.ONE.shiftLeft(width * limbs);
        rawOne = split(BigInteger.ONE);
        one = split(radix.mod(prime));
        radixSquared = split(radix.multiply(radix).mod(prime));
        upperHalf = split(radix.shiftLeft(8 * octets).mod(prime));
        inverseExponent = prime.subtract(BigInteger.TWO).toByteArray();
    }

    private long[] split(BigInteger value) {
        long[] z = new long[limbs];
        for (int i = 0; i < limbs; i++) {
            z[i] = value.shiftRight(width * i).longValue() & mask;
        }
        return z;
    }

    long[] newElement() {
        return new long[limbs];
    }

    int limbs() {
        return limbs;
    }

    /** Length of an element in octets: 32 or 48. */
    int octets() {
        return octets;
    }

    /** A public constant in Montgomery form. */
    long[] constant(BigInteger value) {
        long[] z = split(value);
        toMontgomery(z, z);
        return z;
    }

    /** The number 1 in Montgomery form; not to be written to. */
    long[] one() {
        return one;
    }

    /** z = x * y / R. */
    void multiply(long[] z, long[] x, long[] y) {
        if (limbs == LIMBS_256) {
            multiply256(z, x, y);
        } else {
            multiplyByRows(z, x, y);
        }
    }

    /** The multiplication as described above, for any number of limbs. */
    void multiplyByRows(long[] z, long[] x, long[] y) {
        long[] c = new long[limbs];
        for (int i = 0; i < limbs; i++) {
            long xi = x[i];
            long xs = xi << shift;
            long low = c[0] + ((xi * y[0]) & mask);
            long q = (low * negativeInverse) & mask;
            long qs = q << shift;
            long vanished = (low + ((q * modulus[0]) & mask)) >>> width;
            long high = vanished + Math.multiplyHigh(xs, y[0] << shift) + Math.multiplyHigh(qs, modulus[0] << shift);
            for (int j = 1; j < limbs; j++) {
                c[j - 1] = c[j] + ((xi * y[j]) & mask) + ((q * modulus[j]) & mask) + high;
                high = Math.multiplyHigh(xs, y[j] << shift) + Math.multiplyHigh(qs, modulus[j] << shift);
            }
            c[limbs - 1] = high;
        }
        carryAndReduce(z, c);
    }

    /**
     * The same rows for five limbs of 52 bits with the sums held in registers, because nearly all time of a 256-bit
     * curve is spent here; 1.5 times faster than the loop.
     */
    private void multiply256(long[] z, long[] x, long[] y) {
        long y0 = y[0], y1 = y[1], y2 = y[2], y3 = y[3], y4 = y[4];
        long[] m = modulus;
        long m0 = m[0], m1 = m[1], m2 = m[2], m3 = m[3], m4 = m[4];
        long ys0 = y0 << SHIFT_256, ys1 = y1 << SHIFT_256, ys2 = y2 << SHIFT_256, ys3 = y3 << SHIFT_256;
        long ys4 = y4 << SHIFT_256;
        long ms0 = m0 << SHIFT_256, ms1 = m1 << SHIFT_256, ms2 = m2 << SHIFT_256, ms3 = m3 << SHIFT_256;
        long ms4 = m4 << SHIFT_256;
        long c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0;
        for (int i = 0; i < LIMBS_256; i++) {
            long xi = x[i];
            long xs = xi << SHIFT_256;
            long low = c0 + ((xi * y0) & MASK_256);
            long q = (low * negativeInverse) & MASK_256;
            long qs = q << SHIFT_256;
            long vanished = (low + ((q * m0) & MASK_256)) >>> WIDTH_256;
            c0 = c1 + ((xi * y1) & MASK_256) + ((q * m1) & MASK_256) + high(xs, ys0) + high(qs, ms0) + vanished;
            c1 = c2 + ((xi * y2) & MASK_256) + ((q * m2) & MASK_256) + high(xs, ys1) + high(qs, ms1);
            c2 = c3 + ((xi * y3) & MASK_256) + ((q * m3) & MASK_256) + high(xs, ys2) + high(qs, ms2);
            c3 = c4 + ((xi * y4) & MASK_256) + ((q * m4) & MASK_256) + high(xs, ys3) + high(qs, ms3);
            c4 = high(xs, ys4) + high(qs, ms4);
        }
        c1 += c0 >>> WIDTH_256;
        c2 += c1 >>> WIDTH_256;
        c3 += c2 >>> WIDTH_256;
        c4 += c3 >>> WIDTH_256;
        c0 &= MASK_256;
        c1 &= MASK_256;
        c2 &= MASK_256;
        c3 &= MASK_256;
        long d0 = c0 - m0;
        long d1 = c1 - m1 + (d0 >> WIDTH_256);
        long d2 = c2 - m2 + (d1 >> WIDTH_256);
        long d3 = c3 - m3 + (d2 >> WIDTH_256);
        long d4 = c4 - m4 + (d3 >> WIDTH_256);
        long keep = d4 >> 63;
        z[0] = pick(keep, c0, d0 & MASK_256);
        z[1] = pick(keep, c1, d1 & MASK_256);
        z[2] = pick(keep, c2, d2 & MASK_256);
        z[3] = pick(keep, c3, d3 & MASK_256);
        z[4] = pick(keep, c4, d4);
    }

    private static long high(long a, long b) {
        return Math.multiplyHigh(a, b);
    }

    private static long pick(long mask, long ifSet, long ifClear) {
        return ifClear ^ (mask & (ifSet ^ ifClear));
    }

    /** Carries the limb sums in {@code c} (which it overwrites; total below 2m) and subtracts m once where needed. */
    private void carryAndReduce(long[] z, long[] c) {
        long carry = 0;
        for (int i = 0; i < limbs - 1; i++) {
            carry += c[i];
            c[i] = carry & mask;
            carry >>= width;
        }
        c[limbs - 1] += carry;
        subtractModulusOnce(z, c);
    }

    /** z = c - m where c is at least m, else c; c is below 2m with limbs in range. Returns all ones where c was below m. */
    private long subtractModulusOnce(long[] z, long[] c) {
        long borrow = 0;
        for (int i = 0; i < limbs; i++) {
            borrow = (c[i] - modulus[i]) + (borrow >> width);
        }
        long keep = borrow >> 63;
        long carry = 0;
        for (int i = 0; i < limbs; i++) {
            carry = c[i] - (modulus[i] & ~keep) + (carry >> width);
            z[i] = i < limbs - 1 ? carry & mask : carry;
        }
        return keep;
    }

    void add(long[] z, long[] x, long[] y) {
        if (limbs == LIMBS_256) {
            long[] m = modulus;
            addModulus256(
                    z,
                    x[0] + y[0] - m[0],
                    x[1] + y[1] - m[1],
                    x[2] + y[2] - m[2],
                    x[3] + y[3] - m[3],
                    x[4] + y[4] - m[4]);
            return;
        }
        long[] sum = new long[limbs];
        long carry = 0;
        for (int i = 0; i < limbs; i++) {
            carry = x[i] + y[i] + (carry >> width);
            sum[i] = carry & mask;
        }
        subtractModulusOnce(z, sum);
    }

    void subtract(long[] z, long[] x, long[] y) {
        if (limbs == LIMBS_256) {
            addModulus256(z, x[0] - y[0], x[1] - y[1], x[2] - y[2], x[3] - y[3], x[4] - y[4]);
            return;
        }
        long borrow = 0;
        for (int i = 0; i < limbs; i++) {
            borrow = x[i] - y[i] + (borrow >> width);
            z[i] = borrow & mask;
        }
        long negative = borrow >> 63;
        long carry = 0;
        for (int i = 0; i < limbs; i++) {
            carry = z[i] + (modulus[i] & negative) + (carry >> width);
            z[i] = carry & mask;
        }
    }

    /** z = d + m where d is negative, else d; limbs of d may be negative and are not carried yet; |d| is below m. */
    private void addModulus256(long[] z, long d0, long d1, long d2, long d3, long d4) {
        long b1 = d1 + (d0 >> WIDTH_256);
        long b2 = d2 + (b1 >> WIDTH_256);
        long b3 = d3 + (b2 >> WIDTH_256);
        long b4 = d4 + (b3 >> WIDTH_256);
        long[] m = modulus;
        long negative = b4 >> 63;
        long c0 = (d0 & MASK_256) + (m[0] & negative);
        long c1 = (b1 & MASK_256) + (m[1] & negative) + (c0 >> WIDTH_256);
        long c2 = (b2 & MASK_256) + (m[2] & negative) + (c1 >> WIDTH_256);
        long c3 = (b3 & MASK_256) + (m[3] & negative) + (c2 >> WIDTH_256);
        z[0] = c0 & MASK_256;
        z[1] = c1 & MASK_256;
        z[2] = c2 & MASK_256;
        z[3] = c3 & MASK_256;
        z[4] = b4 + (m[4] & negative) + (c3 >> WIDTH_256);
    }

    /** z = -x mod m, also for zero. */
    void negate(long[] z, long[] x) {
        subtract(z, ZERO, x);
    }

    /** z = x where {@code when} is all ones; z stays where it is zero. */
    void assignWhen(long when, long[] z, long[] x) {
        for (int i = 0; i < limbs; i++) {
            z[i] = pick(when, x[i], z[i]);
        }
    }

    /** All ones where x is zero, else zero. */
    long isZero(long[] x) {
        long bits = 0;
        for (int i = 0; i < limbs; i++) {
            bits |= x[i];
        }
        return ~((bits | -bits) >> 63);
    }

    /** All ones where x and y are the same number. */
    long isEqual(long[] x, long[] y) {
        long bits = 0;
        for (int i = 0; i < limbs; i++) {
            bits |= x[i] ^ y[i];
        }
        return ~((bits | -bits) >> 63);
    }

    void toMontgomery(long[] z, long[] x) {
        multiply(z, x, radixSquared);
    }

    void fromMontgomery(long[] z, long[] x) {
        multiply(z, x, rawOne);
    }

    /** z = x^exponent in Montgomery form; the exponent (big-endian, unsigned) is public, x may be secret. */
    void power(long[] z, long[] x, byte[] exponent) {
        long[][] powers = new long[16][];
        powers[0] = one.clone();
        for (int i = 1; i < powers.length; i++) {
            powers[i] = newElement();
            multiply(powers[i], powers[i - 1], x);
        }
        long[] result = one.clone();
        for (byte octet : exponent) {
            for (int nibble : new int[] {(octet >> 4) & 15, octet & 15}) {
                for (int i = 0; i < 4; i++) {
                    multiply(result, result, result);
                }
                multiply(result, result, powers[nibble]);
            }
        }
        System.arraycopy(result, 0, z, 0, limbs);
        for (long[] power : powers) {
            Arrays.fill(power, 0);
        }
        Arrays.fill(result, 0);
    }

    /** z = 1/x in Montgomery form by Fermat's little theorem; zero gives zero. */
    void invert(long[] z, long[] x) {
        power(z, x, inverseExponent);
    }

    /**
     * Reads one number of {@link #octets()} big-endian octets and reduces it once, not into Montgomery form. Both primes
     * of every curve have their top bit set, so one subtraction is enough.
     *
     * @return all ones where the number was already below the modulus
     */
    long read(long[] z, byte[] source, int offset) {
        Arrays.fill(z, 0);
        for (int i = 0; i < octets; i++) {
            long octet = source[offset + octets - 1 - i] & 0xFFL;
            int limb = 8 * i / width;
            int bit = 8 * i % width;
            z[limb] |= (octet << bit) & mask;
            if (bit > width - 8) {
                z[limb + 1] |= octet >>> (width - bit);
            }
        }
        return subtractModulusOnce(z, z);
    }

    /** Reads big-endian octets, at most twice {@link #octets()} of them, modulo m. */
    void readWide(long[] z, byte[] source) {
        byte[] padded = new byte[2 * octets];
        System.arraycopy(source, 0, padded, padded.length - source.length, source.length);
        long[] upper = newElement();
        read(upper, padded, 0);
        multiply(upper, upper, upperHalf);
        read(z, padded, octets);
        add(z, z, upper);
        Arrays.fill(padded, (byte) 0);
        Arrays.fill(upper, 0);
    }

    /** Writes x, not in Montgomery form, as {@link #octets()} big-endian octets. */
    void write(byte[] target, int offset, long[] x) {
        for (int i = 0; i < octets; i++) {
            int limb = 8 * i / width;
            int bit = 8 * i % width;
            long octet = x[limb] >>> bit;
            if (bit > width - 8) {
                octet |= x[limb + 1] << (width - bit);
            }
            target[offset + octets - 1 - i] = (byte) octet;
        }
    }
}
