package org.v2xscms.hsm.pkcs11;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the workers of one slot share: the way to new sessions, the lock that serialises token-object writes (SoftHSM
 * 2.6.1 fails and can crash when two threads create or destroy token objects), and the generation. After a lost token
 * or a wrong signature no old session is trusted: the generation grows and every worker opens a new one.
 */
final class SessionOpener {

    private final CryptokiSlot slot;
    private final PoolCounters counters;
    private final ReentrantLock writes = new ReentrantLock();
    private final AtomicLong generation = new AtomicLong();

    SessionOpener(CryptokiSlot slot, PoolCounters counters) {
        this.slot = slot;
        this.counters = counters;
    }

    WorkerSession open() throws CryptokiFault {
        WorkerSession session = new WorkerSession(slot.open());
        counters.sessions.increment();
        return session;
    }

    ReentrantLock writes() {
        return writes;
    }

    long generation() {
        return generation.get();
    }

    void distrustAll() {
        generation.incrementAndGet();
    }
}
