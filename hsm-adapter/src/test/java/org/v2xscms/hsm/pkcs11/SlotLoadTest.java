package org.v2xscms.hsm.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.v2xscms.hsm.contract.Answers.done;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.hsm.VaultState;
import org.v2xscms.hsm.contract.Answers;

/** Many callers in front of a slow or faulty slot. */
@Timeout(180)
class SlotLoadTest {

    private static final int CALLERS = 10_000;

    @Test
    void tenThousandCallersOnASlowTokenGetTypedRefusalsAndABoundedQueue() throws Exception {
        try (PoolFixture fixture = new PoolFixture().usable()) {
            int threads = PoolFixture.LIMITS.threads();
            int queue = PoolFixture.LIMITS.queue();
            CountDownLatch busy = new CountDownLatch(threads);
            CountDownLatch release = new CountDownLatch(1);
            fixture.slot.script = (call, honest) -> {
                busy.countDown();
                ScriptedSlot.await(release);
                return honest;
            };
            AtomicInteger served = new AtomicInteger();
            AtomicInteger refused = new AtomicInteger();
            CountDownLatch turnedAway = new CountDownLatch(CALLERS - threads - queue);
            List<Future<?>> calls = new ArrayList<>();
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < threads; i++) {
                    calls.add(callers.submit(() -> count(fixture.sign("first"), served, refused)));
                }
                assertTrue(busy.await(60, TimeUnit.SECONDS));
                for (int i = threads; i < CALLERS; i++) {
                    calls.add(callers.submit(() -> {
                        VaultResult<EcSignature> answer = fixture.sign("later");
                        count(answer, served, refused);
                        if (answer instanceof VaultResult.Refused<EcSignature>) {
                            turnedAway.countDown();
                        }
                    }));
                }
                assertTrue(turnedAway.await(60, TimeUnit.SECONDS));
                assertEquals(queue, fixture.counters().queued());
                assertEquals(CALLERS - threads - queue, fixture.counters().busy());
                fixture.assertState(VaultState.USABLE);
                release.countDown();
            }
            for (Future<?> call : calls) {
                call.get();
            }
            assertEquals(threads + queue, served.get());
            assertEquals(CALLERS - threads - queue, refused.get());
            assertEquals(threads + queue, fixture.counters().delivered());
            assertEquals(0, fixture.counters().queued());
        }
    }

    @Test
    void callsThatWaitTooLongInTheQueueAreRefusedAsBusyAndNeverReachTheToken() throws Exception {
        try (PoolFixture fixture = new PoolFixture(PoolFixture.LIMITS.withThreads(1)).usable();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            fixture.slot.script = (call, honest) -> {
                entered.countDown();
                ScriptedSlot.await(release);
                return honest;
            };
            Future<VaultResult<EcSignature>> running = callers.submit(() -> fixture.sign("running"));
            assertTrue(entered.await(60, TimeUnit.SECONDS));
            Future<VaultResult<EcSignature>> waiting = callers.submit(() -> fixture.sign("waiting"));
            while (fixture.counters().queued() == 0) {
                Thread.onSpinWait();
            }
            fixture.clock.advance(Duration.ofMinutes(5));
            fixture.pool.sweep();
            assertEquals(Refusal.Cause.BUSY, cause(waiting.get()));
            assertEquals(Refusal.Cause.LATE, cause(running.get()));
            release.countDown();
            done(fixture.sign("next"));
            assertEquals(2, fixture.slot.signCalls.get());
        }
    }

    @Test
    void hundredsOfVirtualThreadsOverAFaultySlotLoseAndDoubleNothing() throws Exception {
        int callers = 500;
        try (PoolFixture fixture = new PoolFixture(PoolFixture.LIMITS.withQueue(callers)).usable()) {
            AtomicInteger honest = new AtomicInteger();
            fixture.slot.script = (call, signature) -> {
                if (call % 7 == 0) {
                    throw ScriptedSlot.fault(CryptokiFault.Kind.SESSION);
                }
                if (call % 11 == 0) {
                    return new byte[signature.length];
                }
                honest.incrementAndGet();
                return signature;
            };
            Set<Octets> signatures = ConcurrentHashMap.newKeySet();
            AtomicInteger refused = new AtomicInteger();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < callers; i++) {
                    String message = "message " + i;
                    threads.execute(() -> {
                        switch (fixture.sign(message)) {
                            case VaultResult.Done<EcSignature> done -> {
                                if (fixture.valid(message, done.value())) {
                                    signatures.add(done.value().r());
                                }
                            }
                            case VaultResult.Refused<EcSignature> no -> refused.incrementAndGet();
                        }
                    });
                }
            }
            assertEquals(callers, signatures.size() + refused.get());
            assertEquals(signatures.size(), fixture.counters().delivered());
            assertEquals(
                    honest.get(),
                    fixture.counters().delivered() + fixture.counters().discarded());
        }
    }

    private static Refusal.Cause cause(VaultResult<EcSignature> answer) {
        return Answers.refused(Refusal.TemporarilyUnavailable.class, answer).cause();
    }

    private static void count(VaultResult<EcSignature> answer, AtomicInteger served, AtomicInteger refused) {
        switch (answer) {
            case VaultResult.Done<EcSignature> done -> served.incrementAndGet();
            case VaultResult.Refused<EcSignature> no -> {
                if (no.refusal() instanceof Refusal.TemporarilyUnavailable unavailable
                        && unavailable.cause() == Refusal.Cause.BUSY
                        && unavailable.retryAfter().isPositive()) {
                    refused.incrementAndGet();
                }
            }
        }
    }
}
