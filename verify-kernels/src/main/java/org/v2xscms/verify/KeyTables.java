package org.v2xscms.verify;

import java.util.Arrays;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;
import org.v2xscms.verify.kernel.BaseTable;
import org.v2xscms.verify.kernel.VerifyingKernel;

/**
 * The tables of the senders around, in one array of fixed size, shared by all threads.
 *
 * <p><b>Who gets a table.</b> A key earns one with its second valid signature: the first leaves a fingerprint, the second
 * finds it. A signature that does not verify counts for nothing, so nobody can have tables made for a key he cannot sign
 * with. Every valid signature puts a coin into a purse of limited size and a build takes {@code signaturesPerBuild} of
 * them, so senders that hold many valid keys and use each twice cannot make building the main work either. When the
 * array is full, the table of the key least recently heard makes room. Memory never grows.
 *
 * <p><b>Threads.</b> Deciding signatures holds the read lock, so that no table is replaced under it; storing a finished
 * table holds the write lock for the copy of its 86 kB or so. Building itself needs no lock. When a key was last heard is
 * written without one: a lost update only makes the choice of what to evict a little less exact.
 */
final class KeyTables {

    private static final int FINGERPRINTS = 1 << 13;

    private final long[] array;
    private final int tableLongs;
    private final int firstTable;
    private final int signaturesPerBuild;
    private final long purseLimit;
    private final @Nullable PublicKeyPoint[] owners;
    private final long[] lastHeard;
    private final int[] index;
    private final long[] heardOnce = new long[FINGERPRINTS];
    private final StampedLock lock = new StampedLock();
    private long clock;
    private long purse;
    private int used;
    private long builds;

    /** @param bytes memory for tables of keys; less than one table switches them off */
    KeyTables(BaseTable base, int tableLongs, long bytes, int signaturesPerBuild) {
        this.tableLongs = tableLongs;
        this.signaturesPerBuild = signaturesPerBuild;
        firstTable = VerifyingKernel.TABLES_AT + base.longs();
        long room = Integer.MAX_VALUE - 64L - firstTable;
        int slots = (int) Math.min(bytes / (8L * tableLongs), room / tableLongs);
        array = new long[firstTable + slots * tableLongs];
        base.copyTo(array, VerifyingKernel.TABLES_AT);
        owners = new PublicKeyPoint[slots];
        lastHeard = new long[slots];
        index = new int[Integer.highestOneBit(Math.max(1, slots)) * 4];
        purseLimit = 64L * signaturesPerBuild;
        purse = purseLimit;
    }

    long[] array() {
        return array;
    }

    long lockForReading() {
        return lock.readLock();
    }

    void unlock(long stamp) {
        lock.unlockRead(stamp);
    }

    int slots() {
        return owners.length;
    }

    /** Tables in use, tables built so far. */
    int used() {
        return used;
    }

    long builds() {
        return builds;
    }

    /** Where the table of {@code key} starts in the array, or -1. Call with the read lock held. */
    int find(PublicKeyPoint key) {
        int mask = index.length - 1;
        int at = (int) key.fingerprint() & mask;
        while (index[at] != 0) {
            int slot = index[at] - 1;
            if (key.equals(owners[slot])) {
                lastHeard[slot] = ++clock;
                return firstTable + slot * tableLongs;
            }
            at = (at + 1) & mask;
        }
        return -1;
    }

    /**
     * Notes that a signature of {@code key}, which has no table, was valid.
     *
     * @return whether a table should be built for it now
     */
    boolean earnsTable(PublicKeyPoint key) {
        if (owners.length == 0) {
            return false;
        }
        int at = (int) (key.fingerprint() >>> 32) & (FINGERPRINTS - 1);
        boolean second = heardOnce[at] == key.fingerprint();
        heardOnce[at] = key.fingerprint();
        return second && purse >= signaturesPerBuild;
    }

    void creditValid(int signatures) {
        purse = Math.min(purseLimit, purse + signatures);
    }

    /** Stores a finished table, evicting the key least recently heard where there is no room. */
    void store(PublicKeyPoint key, long[] table) {
        long stamp = lock.writeLock();
        try {
            if (find(key) >= 0) {
                return;
            }
            purse -= signaturesPerBuild;
            builds++;
            int slot = used < owners.length ? used++ : leastRecentlyHeard();
            owners[slot] = key;
            lastHeard[slot] = ++clock;
            System.arraycopy(table, 0, array, firstTable + slot * tableLongs, tableLongs);
            rebuildIndex();
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    private int leastRecentlyHeard() {
        int oldest = 0;
        for (int slot = 1; slot < owners.length; slot++) {
            if (lastHeard[slot] < lastHeard[oldest]) {
                oldest = slot;
            }
        }
        return oldest;
    }

    private void rebuildIndex() {
        Arrays.fill(index, 0);
        int mask = index.length - 1;
        for (int slot = 0; slot < used; slot++) {
            PublicKeyPoint owner = owners[slot];
            if (owner != null) {
                int at = (int) owner.fingerprint() & mask;
                while (index[at] != 0) {
                    at = (at + 1) & mask;
                }
                index[at] = slot + 1;
            }
        }
    }
}
