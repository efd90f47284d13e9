package org.v2xscms.hsm.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.v2xscms.hsm.contract.Answers.done;
import static org.v2xscms.hsm.contract.Answers.refused;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.hsm.VaultState;

/** Two slots that hold the same key, one of which dies. */
@Timeout(180)
class MirroredTokenTest {

    private static final int CALLS = 400;
    private static final PoolLimits WIDE = PoolFixture.LIMITS.withQueue(CALLS);

    private final KeyPair pair = KeyPair.generate(Curve.NIST_P256, new SecureRandom());
    private PoolFixture first;
    private PoolFixture second;
    private MirroredToken token;

    MirroredTokenTest() {}

    @BeforeEach
    void open() throws Exception {
        first = new PoolFixture("first", WIDE, pair).usable();
        second = new PoolFixture("second", WIDE, pair).usable();
        token = new MirroredToken(first.token, second.token);
    }

    @AfterEach
    void close() {
        token.close();
    }

    @Test
    void killingTheActiveSlotUnderLoadLosesNoRequestAndDoublesNone() throws Exception {
        first.slot.script = (call, honest) -> {
            if (call > CALLS / 4) {
                first.slot.openFault = CryptokiFault.Kind.TOKEN_GONE;
                throw ScriptedSlot.fault(CryptokiFault.Kind.TOKEN_GONE);
            }
            return honest;
        };
        List<EcSignature> signatures = signAll();
        Set<Octets> distinct = new HashSet<>();
        signatures.forEach(signature -> distinct.add(signature.r()));
        assertEquals(CALLS, distinct.size());
        assertEquals(CALLS, token.health().counters().delivered());
        assertEquals(CALLS / 4, first.counters().delivered());
        assertEquals(CALLS - CALLS / 4, second.counters().delivered());
        assertEquals(1, token.health().counters().failovers());
        assertEquals(VaultState.DEGRADED, token.health().state());
        assertTrue(
                token.health().reason().contains("no second slot"),
                token.health().reason());
    }

    @Test
    void aHangingSlotIsLeftAndItsLateSignatureThrownAway() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        first.slot.script = (call, honest) -> {
            entered.countDown();
            ScriptedSlot.await(release);
            return honest;
        };
        try (ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<VaultResult<EcSignature>> signature = caller.submit(() -> sign("1"));
            assertTrue(entered.await(60, TimeUnit.SECONDS));
            first.clock.advance(Duration.ofMinutes(10));
            first.pool.sweep();
            assertTrue(first.valid("1", done(signature.get(60, TimeUnit.SECONDS))));
        }
        release.countDown();
        while (first.counters().discarded() == 0) {
            Thread.onSpinWait();
        }
        assertEquals(0, first.counters().delivered());
        assertEquals(1, second.counters().delivered());
    }

    @Test
    void failingBackIsTheOperatorsDecision() throws Exception {
        first.slot.openFault = CryptokiFault.Kind.TOKEN_GONE;
        first.slot.script = (call, honest) -> {
            throw ScriptedSlot.fault(CryptokiFault.Kind.TOKEN_GONE);
        };
        done(sign("1"));
        assertFalse(token.failBack());
        first.slot.openFault = null;
        first.slot.honest();
        first.clock.advance(Duration.ofSeconds(10));
        first.nextUsable(first.pool::sweep);
        done(sign("2"));
        assertEquals(0, first.counters().delivered());
        assertTrue(token.failBack());
        done(sign("3"));
        assertEquals(1, first.counters().delivered());
        assertEquals(2, second.counters().delivered());
    }

    @Test
    void withBothSlotsGoneTheFirstRefusalIsGivenAndNothingIsCounted() {
        for (PoolFixture slot : List.of(first, second)) {
            slot.slot.openFault = CryptokiFault.Kind.TOKEN_GONE;
            slot.slot.script = (call, honest) -> {
                throw ScriptedSlot.fault(CryptokiFault.Kind.TOKEN_GONE);
            };
        }
        assertEquals(
                Refusal.Cause.FAULT,
                refused(Refusal.TemporarilyUnavailable.class, sign("1")).cause());
        assertEquals(0, token.health().counters().delivered());
    }

    @Test
    void aSecondSlotWithAnotherKeyUnderTheIdIsNotUsed() throws Exception {
        second.slot.replace(second.key, KeyPair.generate(Curve.NIST_P256, new SecureRandom()));
        first.slot.openFault = CryptokiFault.Kind.TOKEN_GONE;
        first.slot.script = (call, honest) -> {
            throw ScriptedSlot.fault(CryptokiFault.Kind.TOKEN_GONE);
        };
        refused(Refusal.TemporarilyUnavailable.class, sign("1"));
        assertEquals(0, second.slot.signCalls.get());
    }

    @Test
    void keysAreNotMadeOnOneSlotOnly() {
        Refusal.Unsupported refusal =
                refused(Refusal.Unsupported.class, token.generatePair(PairSpec.signing("another", Curve.NIST_P256)));
        assertTrue(refusal.instead().contains("clone"), refusal.instead());
        assertEquals(1, first.slot.keys());
    }

    private VaultResult<EcSignature> sign(String message) {
        return token.sign(first.key, PoolFixture.digest(message));
    }

    private List<EcSignature> signAll() throws Exception {
        List<Future<EcSignature>> calls = new ArrayList<>();
        List<EcSignature> signatures = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLS; i++) {
                String message = "message " + i;
                calls.add(callers.submit(() -> done(sign(message))));
            }
        }
        for (int i = 0; i < CALLS; i++) {
            EcSignature signature = calls.get(i).get();
            assertTrue(first.valid("message " + i, signature));
            signatures.add(signature);
        }
        return signatures;
    }
}
