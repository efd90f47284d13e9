package org.v2xscms.verify;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Verification on this project's own kernels, in vector or plain Java form. See {@link SignatureVerifier} for the idea and
 * {@link org.v2xscms.verify.kernel.VerifyingKernel} for how each case is computed.
 *
 * <p>Belongs to one thread. After the first signature on a curve it makes no garbage, except while a table is stored.
 */
public final class KernelVerifier implements SignatureVerifier {

    private final SenderTables tables;
    private final SecureRandom random;
    private final SignatureBatch single = new SignatureBatch(1);
    private @Nullable CurveQueue p256;
    private @Nullable CurveQueue sm2;

    /** @param random seeds the randomisers of batches */
    public KernelVerifier(SenderTables tables, SecureRandom random) {
        this.tables = tables;
        this.random = random;
    }

    @Override
    public VerifierPath path() {
        return tables.path();
    }

    @Override
    public boolean supports(Curve curve) {
        return true;
    }

    @Override
    public void verify(SignatureBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            CurveQueue queue = queue(batch.key(i).curve());
            queue.add(batch, i);
            if (queue.isFull()) {
                queue.decide(batch);
            }
        }
        if (p256 != null) {
            p256.decide(batch);
        }
        if (sm2 != null) {
            sm2.decide(batch);
        }
    }

    @Override
    public boolean verify(PublicKeyPoint key, byte[] digest, int digestAt, byte[] r, int rAt, byte[] s, int sAt) {
        single.clear();
        single.add(key, digest, digestAt, r, rAt, s, sAt, Ordinate.UNKNOWN);
        verify(single);
        return single.isValid(0);
    }

    private CurveQueue queue(Curve curve) {
        CurveQueue queue = curve == Curve.SM2 ? sm2 : p256;
        return queue == null ? newQueue(curve) : queue;
    }

    private CurveQueue newQueue(Curve curve) {
        CurveQueue queue = new CurveQueue(curve, KernelFactory.create(tables.path(), curve), tables, random);
        switch (curve) {
            case P256 -> p256 = queue;
            case SM2 -> sm2 = queue;
        }
        return queue;
    }

    /** How often a randomised batch was tried, and how often it failed and each signature was decided by itself. */
    public BatchCounts batchCounts() {
        return p256 == null ? new BatchCounts(0, 0) : new BatchCounts(p256.randomisedBatches(), p256.blamedBatches());
    }

    /** How many signatures the slow exact path decided: exceptional cases, which honest senders do not produce. */
    public long exactDecisions() {
        return (p256 == null ? 0 : p256.exactDecisions()) + (sm2 == null ? 0 : sm2.exactDecisions());
    }

    /**
     * Counts of randomised batches.
     *
     * @param tried how many were tried
     * @param blamed how many of them failed
     */
    public record BatchCounts(long tried, long blamed) {}
}
