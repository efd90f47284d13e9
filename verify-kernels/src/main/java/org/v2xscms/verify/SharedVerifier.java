package org.v2xscms.verify;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/**
 * A verifier any number of threads may call: lends each call one of a fixed number of thread-confined verifiers, and makes
 * a caller wait while all are out. Tables of keys are shared by all of them.
 */
public final class SharedVerifier {

    private final ArrayBlockingQueue<SignatureVerifier> idle;

    /** @param verifiers how many to make: the number of cores that should verify */
    public SharedVerifier(Supplier<SignatureVerifier> create, int verifiers) {
        idle = new ArrayBlockingQueue<>(verifiers);
        for (int i = 0; i < verifiers; i++) {
            idle.add(create.get());
        }
    }

    /** As {@link SignatureVerifier#verify(SignatureBatch)}. */
    public void verify(SignatureBatch batch) throws InterruptedException {
        SignatureVerifier verifier = idle.take();
        try {
            verifier.verify(batch);
        } finally {
            idle.add(verifier);
        }
    }

    /** As {@link SignatureVerifier#verify(PublicKeyPoint, byte[], int, byte[], int, byte[], int)}. */
    public boolean verify(PublicKeyPoint key, byte[] digest, int digestAt, byte[] r, int rAt, byte[] s, int sAt)
            throws InterruptedException {
        SignatureVerifier verifier = idle.take();
        try {
            return verifier.verify(key, digest, digestAt, r, rAt, s, sAt);
        } finally {
            idle.add(verifier);
        }
    }
}
