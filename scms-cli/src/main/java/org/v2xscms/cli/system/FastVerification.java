package org.v2xscms.cli.system;

import java.security.SecureRandom;
import java.time.Duration;
import org.v2xscms.obu.signature.KernelSignatureVerifier;
import org.v2xscms.verify.VerifierOptions;
import org.v2xscms.verify.VerifierPath;

/** The verifiers of this program: how much memory they may take and whether it pays to try them first. */
public final class FastVerification {

    /** Tables for 190 senders: a trial has no more vehicles that hear each other. */
    private static final VerifierOptions TRIAL = VerifierOptions.defaults().withTableBytes(16L << 20);

    private static final Duration EACH = Duration.ofMillis(500);

    private FastVerification() {}

    /** For a process that verifies many signatures: the fastest kernels, found and warmed up in some seconds. */
    public static KernelSignatureVerifier calibrated(SecureRandom random) {
        int cores = Runtime.getRuntime().availableProcessors();
        return KernelSignatureVerifier.calibrated(TRIAL, random, System::nanoTime, EACH, cores);
    }

    /** For a command that verifies a few signatures and ends: plain Java, which needs no warming up, without tables. */
    public static KernelSignatureVerifier brief(SecureRandom random) {
        VerifierOptions small = VerifierOptions.defaults().withoutKeyTables();
        return KernelSignatureVerifier.of(VerifierPath.SCALAR, small, random, System::nanoTime, 1);
    }
}
