package org.v2xscms.verify;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Picks the way of verifying by trying what the machine offers.
 *
 * <p>Every candidate decides the same synthetic signatures, by keys it meets again and again, until its share of time is
 * up; the median of the last rounds counts. That doubles as the warm-up the compiler needs before traffic comes in: the
 * vector kernels start hundreds of times slower than they end.
 */
public final class VerifierSelection {

    private static final int SIGNATURES = 32;
    private static final int KEYS = 8;
    private static final int ROUNDS_COUNTED = 15;

    private final VerifierOptions options;
    private final SecureRandom random;
    private final LongSupplier nanoTime;

    /** @param nanoTime a clock in nanoseconds, such as {@code System::nanoTime} */
    public VerifierSelection(VerifierOptions options, SecureRandom random, LongSupplier nanoTime) {
        this.options = options;
        this.random = random;
        this.nanoTime = nanoTime;
    }

    /**
     * A way of verifying and what it took.
     *
     * @param create makes further verifiers of this kind, which share tables
     * @param nanosPerSignature for queued signatures of known keys
     */
    public record Candidate(
            VerifierPath path, String name, Supplier<SignatureVerifier> create, double nanosPerSignature) {}

    /** Tries everything on P-256 and returns it, fastest first. */
    public List<Candidate> calibrate(List<Provider> providers, Duration each) {
        List<Candidate> measured = new ArrayList<>();
        SignatureBatch batch = new SignatureBatch(SIGNATURES);
        new SyntheticSignatures(Curve.P256, random).fill(batch, KEYS);
        if (KernelFactory.hasVectorModule()) {
            measured.add(measure("vector", kernels(VerifierPath.VECTOR), batch, each));
        }
        measured.add(measure("scalar", kernels(VerifierPath.SCALAR), batch, each));
        for (Provider provider : providers) {
            Supplier<SignatureVerifier> create = () -> provider(provider);
            measured.add(measure(provider.getName(), create, batch, each));
        }
        measured.sort(Comparator.comparingDouble(Candidate::nanosPerSignature));
        return measured;
    }

    /** The named way without trying anything. */
    public Supplier<SignatureVerifier> forced(VerifierPath path, List<Provider> providers) {
        return switch (path) {
            case VECTOR, SCALAR -> kernels(path);
            case PROVIDER -> () -> provider(providers.getFirst());
        };
    }

    private Supplier<SignatureVerifier> kernels(VerifierPath path) {
        SenderTables tables = new SenderTables(path, options);
        return () -> new KernelVerifier(tables, random);
    }

    private static SignatureVerifier provider(Provider provider) {
        try {
            return new ProviderVerifier(provider);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(provider.getName() + " cannot verify ECDSA on P-256", e);
        }
    }

    private Candidate measure(
            String name, Supplier<SignatureVerifier> create, SignatureBatch batch, Duration duration) {
        SignatureVerifier verifier = create.get();
        long[] recent = new long[ROUNDS_COUNTED];
        int rounds = 0;
        long end = nanoTime.getAsLong() + duration.toNanos();
        while (rounds < ROUNDS_COUNTED || nanoTime.getAsLong() < end) {
            long start = nanoTime.getAsLong();
            verifier.verify(batch);
            recent[rounds++ % ROUNDS_COUNTED] = nanoTime.getAsLong() - start;
            requireAllValid(name, batch);
            verifyAlone(verifier, batch, rounds % SIGNATURES, name);
        }
        Arrays.sort(recent);
        return new Candidate(verifier.path(), name, create, (double) recent[ROUNDS_COUNTED / 2] / SIGNATURES);
    }

    /** Lone signatures take other code, which needs to be warm as well. */
    private static void verifyAlone(SignatureVerifier verifier, SignatureBatch batch, int index, String name) {
        byte[] octets = batch.octets();
        boolean valid = verifier.verify(
                batch.key(index),
                octets,
                SignatureBatch.digestAt(index),
                octets,
                SignatureBatch.rAt(index),
                octets,
                SignatureBatch.sAt(index));
        if (!valid) {
            throw new IllegalStateException(name + " refused a valid signature");
        }
    }

    private static void requireAllValid(String name, SignatureBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            if (!batch.isValid(i)) {
                throw new IllegalStateException(name + " refused a valid signature");
            }
        }
    }
}
