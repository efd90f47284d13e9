package org.v2xscms.hsm.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.v2xscms.hsm.contract.Answers.done;
import static org.v2xscms.hsm.contract.Answers.refused;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.hsm.VaultState;

/** What callers, health and counters see when one slot misbehaves. */
@Timeout(120)
class SlotFaultTest {

    private static final Executor CALLER = task -> Thread.ofVirtual().start(task);
    private static final PoolLimits ONE_THREAD = PoolFixture.LIMITS.withThreads(1);

    @ParameterizedTest
    @EnumSource(
            value = CryptokiFault.Kind.class,
            names = {"SESSION", "DEVICE"})
    void anErrorOnTheNthCallIsHealedByANewSessionThatFindsTheKeyAgain(CryptokiFault.Kind kind) throws Exception {
        try (PoolFixture fixture = new PoolFixture(ONE_THREAD).usable()) {
            done(fixture.sign("1"));
            int sessions = fixture.slot.opened.get();
            int finds = fixture.slot.finds.get();
            fixture.slot.script = (call, honest) -> {
                if (call == 2) {
                    throw ScriptedSlot.fault(kind);
                }
                return honest;
            };
            assertTrue(fixture.valid("2", done(fixture.sign("2"))));
            assertEquals(sessions + 1, fixture.slot.opened.get());
            assertEquals(finds + 1, fixture.slot.finds.get());
            assertEquals(1, fixture.counters().faults());
            assertEquals(2, fixture.counters().delivered());
            assertEquals(List.of(VaultState.USABLE, VaultState.DEGRADED, VaultState.USABLE), fixture.states);
        }
    }

    @Test
    void aGarbageSignatureIsNeverHandedOut() throws Exception {
        try (PoolFixture fixture = new PoolFixture(ONE_THREAD).usable()) {
            fixture.slot.script = (call, honest) -> call == 1 ? new byte[honest.length] : honest;
            assertTrue(fixture.valid("1", done(fixture.sign("1"))));
            assertEquals(1, fixture.counters().rejected());
            assertEquals(1, fixture.counters().delivered());
        }
    }

    @Test
    void aSignatureOfTheWrongLengthIsNeverHandedOut() throws Exception {
        try (PoolFixture fixture = new PoolFixture(ONE_THREAD).usable()) {
            fixture.slot.script = (call, honest) -> new byte[honest.length - 1];
            assertEquals(
                    Refusal.Cause.FAULT,
                    refused(Refusal.TemporarilyUnavailable.class, fixture.sign("1"))
                            .cause());
            assertEquals(2, fixture.counters().rejected());
            assertEquals(0, fixture.counters().delivered());
        }
    }

    @Test
    void aSignatureByAnotherKeyIsNeverHandedOut() throws Exception {
        try (PoolFixture fixture = new PoolFixture(ONE_THREAD).usable();
                KeyPair other = KeyPair.generate(Curve.NIST_P256, new SecureRandom())) {
            byte[] digest = PoolFixture.digest("1").value().toByteArray();
            fixture.slot.script = (call, honest) -> ScriptedSlot.signature(other, digest);
            assertEquals(
                    Refusal.Cause.FAULT,
                    refused(Refusal.TemporarilyUnavailable.class, fixture.sign("1"))
                            .cause());
            assertEquals(2, fixture.counters().rejected());
            assertEquals(0, fixture.counters().delivered());
            fixture.assertState(VaultState.DEGRADED);
        }
    }

    @Test
    void afterAnErrorAKeyWithAnotherPublicPointIsNotUsed() throws Exception {
        try (PoolFixture fixture = new PoolFixture(ONE_THREAD).usable();
                KeyPair other = KeyPair.generate(Curve.NIST_P256, new SecureRandom())) {
            done(fixture.sign("1"));
            fixture.slot.script = (call, honest) -> {
                fixture.slot.replace(fixture.key, other);
                throw ScriptedSlot.fault(CryptokiFault.Kind.SESSION);
            };
            Refusal.KeyMissing refusal = refused(Refusal.KeyMissing.class, fixture.sign("2"));
            assertTrue(refusal.reason().contains("is another one"), refusal.reason());
            assertEquals(2, fixture.slot.signCalls.get());
            assertEquals(1, fixture.counters().delivered());
        }
    }

    @Test
    void manyFaultsInARowTurnCallersAwayUntilAProbeSucceeds() throws Exception {
        try (PoolFixture fixture = new PoolFixture(ONE_THREAD).usable()) {
            fixture.slot.script = (call, honest) -> {
                throw ScriptedSlot.fault(CryptokiFault.Kind.DEVICE);
            };
            refused(Refusal.TemporarilyUnavailable.class, fixture.sign("1"));
            refused(Refusal.TemporarilyUnavailable.class, fixture.sign("2"));
            fixture.assertState(VaultState.PROBING);
            int calls = fixture.slot.signCalls.get();
            assertEquals(
                    Refusal.Cause.PROBING,
                    refused(Refusal.TemporarilyUnavailable.class, fixture.sign("3"))
                            .cause());
            assertEquals(calls, fixture.slot.signCalls.get());
            fixture.slot.honest();
            probe(fixture);
            assertTrue(fixture.valid("4", done(fixture.sign("4"))));
        }
    }

    @Test
    void aRemovedTokenIsProbedForAndUsedAgainWhenItIsBack() throws Exception {
        try (PoolFixture fixture = new PoolFixture().usable()) {
            done(fixture.sign("1"));
            fixture.slot.openFault = CryptokiFault.Kind.TOKEN_GONE;
            fixture.slot.script = (call, honest) -> {
                throw ScriptedSlot.fault(CryptokiFault.Kind.TOKEN_GONE);
            };
            assertEquals(
                    Refusal.Cause.FAULT,
                    refused(Refusal.TemporarilyUnavailable.class, fixture.sign("2"))
                            .cause());
            fixture.assertState(VaultState.PROBING);
            fixture.slot.openFault = null;
            fixture.slot.honest();
            probe(fixture);
            assertTrue(fixture.valid("3", done(fixture.sign("3"))));
            assertEquals(2, fixture.counters().delivered());
            assertEquals(List.of(VaultState.USABLE, VaultState.PROBING, VaultState.USABLE), fixture.states);
        }
    }

    @Test
    void aWrongPinIsTriedOnceAndNeverAgain() throws Exception {
        try (PoolFixture fixture = new PoolFixture(ONE_THREAD).usable()) {
            fixture.slot.openFault = CryptokiFault.Kind.PIN;
            fixture.slot.script = (call, honest) -> {
                throw ScriptedSlot.fault(CryptokiFault.Kind.SESSION);
            };
            refused(Refusal.PermanentlyUnusable.class, fixture.sign("1"));
            fixture.assertState(VaultState.UNUSABLE);
            fixture.slot.openFault = null;
            fixture.clock.advance(Duration.ofHours(1));
            fixture.pool.sweep();
            refused(Refusal.PermanentlyUnusable.class, fixture.sign("2"));
        }
    }

    @Test
    void aFullTokenRefusesNewKeysLeavesNoneBehindAndKeepsSigning() throws Exception {
        try (PoolFixture fixture = new PoolFixture().usable()) {
            fixture.slot.full = true;
            refused(Refusal.TokenFull.class, fixture.token.generatePair(PairSpec.signing("another", Curve.NIST_P256)));
            fixture.assertState(VaultState.DEGRADED);
            assertEquals(1, fixture.slot.keys());
            done(fixture.sign("1"));
        }
    }

    @Test
    void startUpDoesNotWaitForATokenThatHangs() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (PoolFixture fixture = new PoolFixture("late", PoolFixture.LIMITS, anyPair(), never)) {
            fixture.assertState(VaultState.PROBING);
            Refusal.TemporarilyUnavailable refusal = refused(Refusal.TemporarilyUnavailable.class, fixture.sign("1"));
            assertEquals(Refusal.Cause.PROBING, refusal.cause());
            assertEquals(Duration.ofSeconds(10), refusal.retryAfter());
            never.countDown();
            fixture.usable();
            done(fixture.sign("2"));
        }
    }

    @Test
    void aHangMarksTheLibraryUnusableFreesCallersAndDiscardsTheLateSignature() throws Exception {
        try (PoolFixture fixture = new PoolFixture(ONE_THREAD).usable()) {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch left = new CountDownLatch(1);
            fixture.slot.script = (call, honest) -> {
                entered.countDown();
                ScriptedSlot.await(release);
                left.countDown();
                return honest;
            };
            CompletableFuture<VaultResult<EcSignature>> hanging =
                    CompletableFuture.supplyAsync(() -> fixture.sign("1"), CALLER);
            assertTrue(entered.await(60, TimeUnit.SECONDS));
            CompletableFuture<VaultResult<EcSignature>> queued =
                    CompletableFuture.supplyAsync(() -> fixture.sign("2"), CALLER);
            fixture.clock.advance(Duration.ofMinutes(10));
            fixture.pool.sweep();
            refused(Refusal.PermanentlyUnusable.class, hanging.get(60, TimeUnit.SECONDS));
            refused(Refusal.PermanentlyUnusable.class, queuedAnswer(fixture, queued));
            fixture.assertState(VaultState.UNUSABLE);
            assertTrue(fixture.token.health().reason().contains("restart the process"));
            release.countDown();
            assertTrue(left.await(60, TimeUnit.SECONDS));
            fixture.token.close();
            awaitDiscarded(fixture);
            assertEquals(0, fixture.counters().delivered());
        }
    }

    @Test
    void aCallThatIsLateIsRefusedAndItsSignatureThrownAway() throws Exception {
        try (PoolFixture fixture = new PoolFixture(ONE_THREAD).usable()) {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            fixture.slot.script = (call, honest) -> {
                entered.countDown();
                ScriptedSlot.await(release);
                return honest;
            };
            CompletableFuture<VaultResult<EcSignature>> late =
                    CompletableFuture.supplyAsync(() -> fixture.sign("1"), CALLER);
            assertTrue(entered.await(60, TimeUnit.SECONDS));
            fixture.clock.advance(Duration.ofMinutes(5));
            fixture.pool.sweep();
            assertEquals(
                    Refusal.Cause.LATE,
                    refused(Refusal.TemporarilyUnavailable.class, late.get(60, TimeUnit.SECONDS))
                            .cause());
            fixture.slot.honest();
            release.countDown();
            done(fixture.sign("2"));
            assertEquals(1, fixture.counters().discarded());
            assertEquals(1, fixture.counters().delivered());
            fixture.assertState(VaultState.USABLE);
        }
    }

    private static KeyPair anyPair() {
        return KeyPair.generate(Curve.NIST_P256, new SecureRandom());
    }

    /** Moves the clock to the next probe and waits for its effect, which the listener tells. */
    private static void probe(PoolFixture fixture) throws InterruptedException {
        fixture.clock.advance(Duration.ofSeconds(10));
        fixture.nextUsable(fixture.pool::sweep);
    }

    /** A call may have been queued just after the sweep; the next sweep sees it. */
    private static VaultResult<EcSignature> queuedAnswer(
            PoolFixture fixture, CompletableFuture<VaultResult<EcSignature>> queued) throws Exception {
        while (!queued.isDone()) {
            fixture.pool.sweep();
            Thread.onSpinWait();
        }
        return queued.get();
    }

    private static void awaitDiscarded(PoolFixture fixture) {
        while (fixture.counters().discarded() == 0) {
            Thread.onSpinWait();
        }
    }
}
