package org.v2xscms.hsm.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.hsm.VaultHealth;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.hsm.VaultState;
import org.v2xscms.hsm.contract.TestClock;

/** A scripted slot behind the real pool, whose watchdog is swept by hand and whose clock is moved by hand. */
final class PoolFixture implements AutoCloseable {

    static final PoolLimits LIMITS = new PoolLimits(
            4, 64, Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofSeconds(10), Duration.ofMillis(200), 3);

    final TestClock clock = new TestClock();
    final List<VaultState> states = new CopyOnWriteArrayList<>();
    final ScriptedSlot slot = new ScriptedSlot();
    final BouncyCastleVerifier verifier = new BouncyCastleVerifier();
    final KeyPair pair;
    final VaultKey.Pair key;
    final SlotPool pool;
    final Pkcs11Token token;
    private final Semaphore becameUsable = new Semaphore(0);

    PoolFixture() {
        this("scripted", LIMITS, KeyPair.generate(Curve.NIST_P256, new SecureRandom()));
    }

    PoolFixture(PoolLimits limits) {
        this("scripted", limits, KeyPair.generate(Curve.NIST_P256, new SecureRandom()));
    }

    PoolFixture(String name, PoolLimits limits, KeyPair pair) {
        this(name, limits, pair, new CountDownLatch(0));
    }

    /** A slot that cannot be opened before {@code ready}. */
    PoolFixture(String name, PoolLimits limits, KeyPair pair, CountDownLatch ready) {
        this.pair = pair;
        this.slot.blockOpen = ready;
        this.key = slot.hold("signing", pair);
        this.pool = new SlotPool(name, slot, limits, clock, (which, from, to, reason) -> {
            states.add(to);
            if (to == VaultState.USABLE) {
                becameUsable.release();
            }
        });
        this.token = new Pkcs11Token(name, pool, verifier, new SecureRandom());
    }

    PoolFixture usable() throws InterruptedException {
        assertTrue(becameUsable.tryAcquire(60, TimeUnit.SECONDS), () -> "not usable: " + token.health());
        return this;
    }

    /** Does something that makes the slot usable again, and waits until it is. */
    void nextUsable(Runnable cause) throws InterruptedException {
        becameUsable.drainPermits();
        cause.run();
        usable();
    }

    VaultResult<EcSignature> sign(String message) {
        return token.sign(key, digest(message));
    }

    boolean valid(String message, EcSignature signature) {
        return verifier.verify(key.publicKey(), digest(message), signature).isValid();
    }

    VaultHealth.Counters counters() {
        return token.health().counters();
    }

    void assertState(VaultState state) {
        assertEquals(state, token.health().state(), () -> token.health().toString());
    }

    static Digest digest(String message) {
        return Curve.NIST_P256.hash().digest(Octets.of(message.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        token.close();
    }
}
