package org.v2xscms.verify.bench;

import java.security.SecureRandom;
import org.v2xscms.codec.SuppressForbidden;

/** {@code SoakMain [signatures] [seed] [libcrypto]}: runs {@link Soak}; a million signatures take a quarter of an hour. */
public final class SoakMain {

    private SoakMain() {}

    @SuppressForbidden("a benchmark's keys are nobody's")
    public static void main(String[] args) {
        long signatures = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        String libcrypto = args.length > 2 ? args[2] : "libcrypto.so.3";
        long mismatches = new Soak(System.out, new SecureRandom()).run(signatures, seed, libcrypto);
        if (mismatches != 0) {
            throw new IllegalStateException(mismatches + " disagreements");
        }
    }
}
