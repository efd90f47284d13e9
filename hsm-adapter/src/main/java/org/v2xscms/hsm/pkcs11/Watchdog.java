package org.v2xscms.hsm.pkcs11;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A thread that sweeps one pool again and again, and never enters the library itself. */
final class Watchdog implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);

    Watchdog(SlotPool pool, String token, Duration every) {
        Thread.ofPlatform().daemon().name("hsm-" + token + "-watchdog").start(() -> watch(pool, every));
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void watch(SlotPool pool, Duration every) {
        try {
            while (!closed.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
                pool.sweep();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
