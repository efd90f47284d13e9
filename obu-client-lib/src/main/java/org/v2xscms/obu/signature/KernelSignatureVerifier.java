package org.v2xscms.obu.signature;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.SignatureVerdict;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.verify.Curve;
import org.v2xscms.verify.PublicKeyPoint;
import org.v2xscms.verify.SharedVerifier;
import org.v2xscms.verify.VerifierOptions;
import org.v2xscms.verify.VerifierPath;
import org.v2xscms.verify.VerifierSelection;

/**
 * Verification by the kernels of {@link org.v2xscms.verify} for keys on P-256 and SM2, which is where traffic is, and by Bouncy
 * Castle for the other curves. The verdicts are those of {@link BouncyCastleVerifier}. Safe for threads.
 */
public final class KernelSignatureVerifier implements SignatureVerifier {

    private final VerifierPath path;
    private final SharedVerifier kernels;
    private final SignatureVerifier library = new BouncyCastleVerifier();

    private KernelSignatureVerifier(
            VerifierPath path, Supplier<org.v2xscms.verify.SignatureVerifier> create, int threads) {
        this.path = path;
        this.kernels = new SharedVerifier(create, threads);
    }

    /**
     * The fastest kernels of this machine. Trying them also warms them up, which belongs before the first traffic.
     *
     * @param nanoTime a clock in nanoseconds
     * @param each how long every candidate is tried
     * @param threads how many signatures may be verified at once; further callers wait
     */
    public static KernelSignatureVerifier calibrated(
            VerifierOptions options, SecureRandom random, LongSupplier nanoTime, Duration each, int threads) {
        VerifierSelection.Candidate best = new VerifierSelection(options, random, nanoTime)
                .calibrate(List.of(), each)
                .getFirst();
        return new KernelSignatureVerifier(best.path(), best.create(), threads);
    }

    /** Kernels that were not tried, for who verifies too little to gain from it. */
    public static KernelSignatureVerifier of(
            VerifierPath path, VerifierOptions options, SecureRandom random, LongSupplier nanoTime, int threads) {
        return new KernelSignatureVerifier(
                path, new VerifierSelection(options, random, nanoTime).forced(path, List.of()), threads);
    }

    /** Which kernels work. */
    public VerifierPath path() {
        return path;
    }

    @Override
    public SignatureVerdict verify(PublicPoint key, Digest digest, EcSignature signature) {
        Curve curve = curveOfKernels(key);
        // Numbers out of range cost no arithmetic, and the library says which of them it is.
        if (curve == null
                || !key.curve().isScalar(signature.r())
                || !key.curve().isScalar(signature.s())) {
            return library.verify(key, digest, signature);
        }
        try {
            return holds(point(curve, key), digest.value(), signature)
                    ? new SignatureVerdict.Valid()
                    : new SignatureVerdict.Invalid(SignatureVerdict.Reason.MISMATCH);
        } catch (InterruptedException e) {
            // The interruption is for the caller to see; the library need not be waited for and decides the same.
            Thread.currentThread().interrupt();
            return library.verify(key, digest, signature);
        }
    }

    private boolean holds(PublicKeyPoint key, Octets digest, EcSignature signature) throws InterruptedException {
        // Of a longer digest the first octets count (FIPS 186-5 6.4.2), which are the ones the kernels read.
        return kernels.verify(
                key,
                digest.toByteArray(),
                0,
                signature.r().toByteArray(),
                0,
                signature.s().toByteArray(),
                0);
    }

    private static @Nullable Curve curveOfKernels(PublicPoint key) {
        return switch (key.curve()) {
            case NIST_P256 -> Curve.P256;
            case SM2 -> Curve.SM2;
            case NIST_P384, BRAINPOOL_P256R1, BRAINPOOL_P384R1 -> null;
        };
    }

    private static PublicKeyPoint point(Curve curve, PublicPoint key) {
        return PublicKeyPoint.of(curve, key.x().toByteArray(), key.y().toByteArray())
                .orElseThrow(() -> new IllegalStateException("a public point that is not on its curve"));
    }
}
