package org.v2xscms.hsm.pkcs11;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.v2xscms.hsm.VaultHealth;

/** What one slot has done since it was opened. */
final class PoolCounters {

    /** Weight of the newest call in the running average is one in this many. */
    private static final int AVERAGE_OVER = 16;

    final LongAdder delivered = new LongAdder();
    final LongAdder discarded = new LongAdder();
    final LongAdder rejected = new LongAdder();
    final LongAdder faults = new LongAdder();
    final LongAdder sessions = new LongAdder();
    final LongAdder busy = new LongAdder();

    private final AtomicLong averageNanos = new AtomicLong();

    void served(Duration took) {
        long nanos = took.toNanos();
        averageNanos.updateAndGet(before -> before + (nanos - before) / AVERAGE_OVER);
    }

    Duration averageService() {
        return Duration.ofNanos(averageNanos.get());
    }

    VaultHealth.Counters snapshot(int queued) {
        return new VaultHealth.Counters(
                delivered.sum(), discarded.sum(), rejected.sum(), faults.sum(), sessions.sum(), busy.sum(), queued, 0);
    }
}
