package org.v2xscms.verify;

import java.security.SecureRandom;
import org.v2xscms.verify.kernel.Equations;
import org.v2xscms.verify.kernel.FieldKernel;
import org.v2xscms.verify.kernel.RandomisedBatch;
import org.v2xscms.verify.kernel.TableBuilder;
import org.v2xscms.verify.kernel.VerifyingKernel;

/**
 * One thread's work on one curve: sorts a chunk of a batch into signatures whose keys have tables and those whose keys have
 * none, decides both, and has tables built.
 */
final class CurveQueue {

    /** Fewer signatures with tables than this are decided one by one: a queue's inversions would cost more. */
    private static final int WORTH_QUEUING = 3;

    /** Fewer signatures of unknown keys than this are decided without a randomised batch. */
    private static final int WORTH_RANDOMISING = 16;

    private static final int LONGEST_PENANCE = 64;

    private final Curve curve;
    private final KeyTables tables;
    private final VerifyingKernel kernel;
    private final RandomisedBatch randomised;
    private final TableBuilder builder;
    private final Equations equations;
    private final long[] table;
    private final PublicKeyPoint[] keys;
    private final boolean[] known;
    private final Ordinate[] ordinates;
    private final int[] inBatch;
    private final int[] which;
    private final int[] tableAt;
    private final long[][] points;
    private final byte[] parities;
    private final boolean[] verdicts;
    private int size;
    private int penance;
    private int nextPenance = 1;
    private long randomisedBatches;
    private long blamedBatches;

    CurveQueue(Curve curve, FieldKernel field, SenderTables senders, SecureRandom random) {
        VerifierOptions options = senders.options();
        this.curve = curve;
        tables = senders.of(curve);
        kernel = new VerifyingKernel(field, options.baseWidth(), options.keyWidth(), options.queue());
        int capacity = kernel.capacity();
        randomised = new RandomisedBatch(field, capacity, random);
        builder = new TableBuilder(field, options.keyWidth());
        equations = new Equations(curve, capacity);
        table = new long[builder.tableLongs()];
        keys = new PublicKeyPoint[capacity];
        known = new boolean[capacity];
        ordinates = new Ordinate[capacity];
        inBatch = new int[capacity];
        which = new int[capacity];
        tableAt = new int[capacity];
        points = new long[capacity][];
        parities = new byte[capacity];
        verdicts = new boolean[capacity];
    }

    boolean isFull() {
        return size == verdicts.length;
    }

    long randomisedBatches() {
        return randomisedBatches;
    }

    /** Randomised batches that failed and were decided signature by signature. */
    long blamedBatches() {
        return blamedBatches;
    }

    long exactDecisions() {
        return kernel.exactDecisions();
    }

    /** Takes in signature {@code index} of the batch, or refuses it for values out of range. */
    void add(SignatureBatch batch, int index) {
        byte[] octets = batch.octets();
        int rAt = SignatureBatch.rAt(index);
        int equation =
                equations.add(octets, SignatureBatch.digestAt(index), octets, rAt, octets, SignatureBatch.sAt(index));
        batch.setValid(index, false);
        if (equation >= 0) {
            keys[equation] = batch.key(index);
            ordinates[equation] = batch.ordinate(index);
            inBatch[equation] = index;
            size = equation + 1;
        }
    }

    /** Decides what was taken in and writes the verdicts to the batch. */
    void decide(SignatureBatch batch) {
        if (size == 0) {
            return;
        }
        equations.solve();
        long stamp = tables.lockForReading();
        try {
            decideKnown();
            decideUnknown();
        } finally {
            tables.unlock(stamp);
        }
        for (int i = 0; i < size; i++) {
            batch.setValid(inBatch[i], verdicts[i]);
        }
        buildTables();
        equations.clear();
        size = 0;
    }

    private void decideKnown() {
        int count = 0;
        for (int i = 0; i < size; i++) {
            int at = tables.find(keys[i]);
            known[i] = at >= 0;
            if (known[i]) {
                tableAt[count] = at;
                take(i, count++);
            }
        }
        if (count >= WORTH_QUEUING) {
            kernel.decideQueued(equations, which, count, tables.array(), tableAt, points, verdicts);
            return;
        }
        for (int i = 0; i < count; i++) {
            verdicts[which[i]] = kernel.decideLone(equations, which[i], tables.array(), tableAt[i], points[i]);
        }
    }

    private void take(int index, int to) {
        which[to] = index;
        points[to] = keys[index].coordinates();
    }

    /** Those that say which R they mean go into a randomised batch; the rest, or all when that fails, one by one. */
    private void decideUnknown() {
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (!known[i] && ordinates[i] != Ordinate.UNKNOWN) {
                parities[count] = (byte) (ordinates[i] == Ordinate.ODD ? 1 : 0);
                take(i, count++);
            }
        }
        boolean settled = allValid(count);
        if (settled) {
            for (int i = 0; i < count; i++) {
                verdicts[which[i]] = true;
            }
        }
        count = 0;
        for (int i = 0; i < size; i++) {
            if (!known[i] && !(settled && ordinates[i] != Ordinate.UNKNOWN)) {
                take(i, count++);
            }
        }
        if (count > 0) {
            kernel.decideCold(equations, which, count, tables.array(), points, verdicts);
        }
    }

    /**
     * Tries a randomised batch. Someone who keeps slipping in invalid signatures would make every batch cost twice, so after
     * each failure the next ones are not tried, twice as many every time.
     */
    private boolean allValid(int count) {
        if (curve != Curve.P256 || count < WORTH_RANDOMISING) {
            return false;
        }
        if (penance > 0) {
            penance--;
            return false;
        }
        randomisedBatches++;
        if (randomised.allValid(equations, which, count, points, parities)) {
            nextPenance = 1;
            return true;
        }
        blamedBatches++;
        penance = nextPenance;
        nextPenance = Math.min(LONGEST_PENANCE, 2 * nextPenance);
        return false;
    }

    private void buildTables() {
        int valid = 0;
        for (int i = 0; i < size; i++) {
            valid += verdicts[i] ? 1 : 0;
        }
        tables.creditValid(valid);
        for (int i = 0; i < size; i++) {
            if (verdicts[i] && !known[i] && tables.earnsTable(keys[i])) {
                builder.build(keys[i].coordinates(), table, 0);
                tables.store(keys[i], table);
            }
        }
    }
}
