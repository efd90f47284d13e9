package org.v2xscms.verify.kernel;

import java.math.BigInteger;

/**
 * SHA-256's compression function (FIPS 180-4 6.2.2) on int arrays, for the two places where messages have one block and
 * objects must not be made: seeds of a linkage revocation list and randomisers. Long messages are faster in the JDK, which
 * has an intrinsic. Belongs to one thread.
 */
public final class Sha256 {

    private static final int[] INITIAL = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };

    private final int[] constants = constants();
    private final int[] schedule = new int[64];

    /** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
    private static int[] constants() {
        int[] constants = new int[64];
        int prime = 2;
        for (int i = 0; i < constants.length; prime++) {
            if (isPrime(prime)) {
                constants[i++] = cubeRootFraction(prime);
            }
        }
        return constants;
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }

    private static int cubeRootFraction(int prime) {
        // The integer cube root of prime · 2^96 is the cube root scaled by 2^32; Newton from above.
        BigInteger scaled = BigInteger.valueOf(prime).shiftLeft(96);
        BigInteger root = BigInteger.ONE.shiftLeft(36);
        while (true) {
            BigInteger next =
                    root.shiftLeft(1).add(scaled.divide(root.multiply(root))).divide(BigInteger.valueOf(3));
            if (next.compareTo(root) >= 0) {
                return root.intValue();
            }
            root = next;
        }
    }

    /** Sets {@code state} (eight words) to the initial value. */
    public static void initialise(int[] state) {
        System.arraycopy(INITIAL, 0, state, 0, INITIAL.length);
    }

    /** Hashes one padded block of sixteen words into {@code state}. */
    public void compress(int[] state, int[] block) {
        int[] w = schedule;
        System.arraycopy(block, 0, w, 0, 16);
        for (int i = 16; i < 64; i++) {
            int x = w[i - 15];
            int y = w[i - 2];
            int s0 = Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ (x >>> 3);
            int s1 = Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ (y >>> 10);
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int i = 0; i < 64; i++) {
            int s1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
            int t1 = h + s1 + ((e & f) ^ (~e & g)) + constants[i] + w[i];
            int s0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
            int t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
