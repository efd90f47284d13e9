package org.v2xscms.verify.kernel;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Odd 64-bit numbers nobody outside can foresee: SHA-256 of a secret seed and a counter. The seed is drawn once from the
 * given source; drawing every number from it would make garbage. Belongs to one thread.
 */
final class Randomisers {

    private static final int SEED_WORDS = 8;

    private final Sha256 sha256 = new Sha256();
    private final int[] block = new int[16];
    private final int[] state = new int[8];
    private int next = 8;

    Randomisers(SecureRandom source) {
        byte[] seed = new byte[4 * SEED_WORDS];
        source.nextBytes(seed);
        for (int i = 0; i < SEED_WORDS; i++) {
            block[i] = BigEndian.intAt(seed, 4 * i);
        }
        Arrays.fill(seed, (byte) 0);
        // The counter is words 8 and 9; padding and length (320 bits) of a message of forty octets follow.
        block[10] = 1 << 31;
        block[15] = 320;
    }

    long next() {
        if (next == state.length) {
            if (++block[9] == 0) {
                block[8]++;
            }
            Sha256.initialise(state);
            sha256.compress(state, block);
            next = 0;
        }
        long high = state[next++];
        return (high << 32) | (state[next++] & 0xffff_ffffL) | 1;
    }
}
