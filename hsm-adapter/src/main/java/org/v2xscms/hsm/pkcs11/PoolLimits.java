package org.v2xscms.hsm.pkcs11;

import java.time.Duration;

/**
 * The bounds of one slot.
 *
 * @param threads platform threads, each with one session
 * @param queue calls that may wait; one more is refused as busy
 * @param longestWait how long a caller waits for its answer, queueing included
 * @param hang a call that runs longer marks the library unusable
 * @param probeInterval between two attempts to reach a token that is not there
 * @param shortestRetry the least a refused caller is told to wait
 * @param faultsBeforeProbing consecutive errors after which callers are turned away until a probe succeeds
 */
public record PoolLimits(
        int threads,
        int queue,
        Duration longestWait,
        Duration hang,
        Duration probeInterval,
        Duration shortestRetry,
        int faultsBeforeProbing) {

    public PoolLimits {
        if (threads < 1 || queue < 1 || faultsBeforeProbing < 1) {
            throw new IllegalArgumentException("threads, queue and faults are at least one");
        }
    }

    /** Bounds that suit a network HSM with some hundred signatures a second. */
    public static PoolLimits usual() {
        return new PoolLimits(
                8,
                256,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofMillis(200),
                5);
    }

    public PoolLimits withThreads(int count) {
        return new PoolLimits(count, queue, longestWait, hang, probeInterval, shortestRetry, faultsBeforeProbing);
    }

    public PoolLimits withQueue(int length) {
        return new PoolLimits(threads, length, longestWait, hang, probeInterval, shortestRetry, faultsBeforeProbing);
    }
}
