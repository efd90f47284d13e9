package org.v2xscms.obu;

import java.io.Serial;
import java.security.SecureRandom;
import java.util.Random;

/** Random octets that are the same in every run. */
public final class SeededRandom extends SecureRandom {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Random source;

    public SeededRandom(long seed) {
        source = new Random(seed);
    }

    @Override
    public synchronized void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
    }
}
