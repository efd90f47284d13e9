package org.v2xscms.verify.bench;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.SplittableRandom;
import org.v2xscms.verify.Curve;
import org.v2xscms.verify.KernelVerifier;
import org.v2xscms.verify.SenderTables;
import org.v2xscms.verify.SignatureBatch;
import org.v2xscms.verify.VerifierOptions;
import org.v2xscms.verify.VerifierPath;

/**
 * The long differential test: signatures of P-256, a fifth of them corrupted, decided by two libraries and by every path of
 * the kernels with every window size; any disagreement is printed and counted.
 */
public final class Soak {

    private static final int CHUNK = 50_000;
    /** No multiple of five: every fifth signature is corrupted, and every key should have good ones. */
    private static final int KEYS = 39;

    private static final int BURST = 32;

    private final PrintStream out;
    private final SecureRandom random;
    private long mismatches;
    private long decided;
    private long bursts;
    private long blamed;

    public Soak(PrintStream out, SecureRandom random) {
        this.out = out;
        this.random = random;
    }

    /**
     * Runs it.
     *
     * @param signatures how many to make, in chunks of 50,000 with new keys
     * @param seed of the test data; the same seed gives the same signatures
     * @return the number of disagreements
     */
    public long run(long signatures, long seed, String libcrypto) {
        SplittableRandom data = new SplittableRandom(seed);
        long valid = 0;
        for (long done = 0; done < signatures; done += CHUNK) {
            SignedMessages messages = new SignedMessages(Curve.P256, KEYS, CHUNK, 5, data);
            boolean[] expected = reference(messages, libcrypto);
            for (boolean verdict : expected) {
                valid += verdict ? 1 : 0;
            }
            for (VerifierPath path : new VerifierPath[] {VerifierPath.VECTOR, VerifierPath.SCALAR}) {
                unknownKeys(path, messages, expected);
                for (int width = 4; width <= 7; width++) {
                    knownKeys(path, width, messages, expected);
                }
            }
            out.printf(
                    "%,d signatures (%,d valid), %,d kernel verdicts, %,d bursts (%,d blamed), %d disagreements%n",
                    done + CHUNK, valid, decided, bursts, blamed, mismatches);
        }
        return mismatches;
    }

    private boolean[] reference(SignedMessages messages, String libcrypto) {
        Judge first = new Libcrypto(libcrypto, messages, KEYS);
        Judge second = Judges.bouncyCastle(messages);
        boolean[] expected = new boolean[messages.count()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = first.isValid(i);
            if (expected[i] != second.isValid(i)) {
                mismatch("libraries", i);
            }
        }
        return expected;
    }

    private static VerifierOptions options(int width) {
        return new VerifierOptions(8, width, 16 << 20, 1, 64);
    }

    private void unknownKeys(VerifierPath path, SignedMessages messages, boolean[] expected) {
        KernelVerifier verifier =
                new KernelVerifier(new SenderTables(path, options(4).withoutKeyTables()), random);
        queued(verifier, path + " unknown", messages, expected);
        SignatureBatch batch = new SignatureBatch(BURST);
        int[] which = new int[BURST];
        for (int i = 0; i < messages.count(); i++) {
            // Bursts of valid signatures, and every eighth time one that is not among them.
            boolean wanted = expected[i] || (bursts % 8 == 7 && batch.size() == BURST / 2);
            if (wanted) {
                which[batch.size()] = i;
                messages.addTo(batch, i, true);
            }
            if (batch.size() == BURST) {
                verifier.verify(batch);
                compare(path + " burst", batch, which, expected);
                batch.clear();
                bursts++;
            }
        }
        blamed += verifier.batchCounts().blamed();
    }

    private void knownKeys(VerifierPath path, int width, SignedMessages messages, boolean[] expected) {
        SenderTables tables = new SenderTables(path, options(width));
        KernelVerifier verifier = new KernelVerifier(tables, random);
        queued(verifier, path + " w=" + width, messages, expected);
        if (tables.tablesInUse() != KEYS) {
            throw new IllegalStateException("keys without a table: the run would prove less than it says");
        }
        for (int i = 0; i < messages.count(); i++) {
            decided++;
            if (expected[i]
                    != verifier.verify(messages.key(i), messages.digest(i), 0, messages.r(i), 0, messages.s(i), 0)) {
                mismatch(path + " alone w=" + width, i);
            }
        }
    }

    private void queued(KernelVerifier verifier, String what, SignedMessages messages, boolean[] expected) {
        SignatureBatch batch = new SignatureBatch(64);
        int[] which = new int[64];
        for (int i = 0; i < messages.count(); i++) {
            which[batch.size()] = i;
            messages.addTo(batch, i, false);
            if (batch.size() == batch.capacity() || i == messages.count() - 1) {
                verifier.verify(batch);
                compare(what, batch, which, expected);
                batch.clear();
            }
        }
    }

    private void compare(String what, SignatureBatch batch, int[] which, boolean[] expected) {
        for (int i = 0; i < batch.size(); i++) {
            decided++;
            if (batch.isValid(i) != expected[which[i]]) {
                mismatch(what, which[i]);
            }
        }
    }

    private void mismatch(String what, int index) {
        mismatches++;
        out.println("DISAGREEMENT: " + what + " at " + index);
    }
}
