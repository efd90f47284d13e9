package org.v2xscms.hsm.policy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.v2xscms.codec.oer.Octets;

/** Counters that start at zero with the process, for tests and for tools that sign once. */
public final class MemoryCounters implements SignatureCounters {

    private final Map<Octets, AtomicLong> counts = new ConcurrentHashMap<>();

    @Override
    public void count(Octets key) {
        counts.computeIfAbsent(key, fresh -> new AtomicLong()).incrementAndGet();
    }

    @Override
    public long of(Octets key) {
        AtomicLong count = counts.get(key);
        return count == null ? 0 : count.get();
    }

    @Override
    public void close() {}
}
