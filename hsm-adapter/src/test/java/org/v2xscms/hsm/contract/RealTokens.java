package org.v2xscms.hsm.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.hsm.PinSource;
import org.v2xscms.hsm.Token;
import org.v2xscms.hsm.VaultState;
import org.v2xscms.hsm.pkcs11.Pkcs11Library;
import org.v2xscms.hsm.pkcs11.Pkcs11Token;
import org.v2xscms.hsm.pkcs11.PoolLimits;

/** Opens tokens of real libraries and waits until they answer. */
final class RealTokens {

    private RealTokens() {}

    static Token open(Pkcs11Library library, String label, PinSource pin) throws InterruptedException {
        CountDownLatch usable = new CountDownLatch(1);
        Token token = Pkcs11Token.open(
                library,
                label,
                pin,
                PoolLimits.usual().withThreads(4).withQueue(512),
                new BouncyCastleVerifier(),
                new SecureRandom(),
                Clock.systemUTC(),
                (name, from, to, reason) -> {
                    if (to == VaultState.USABLE) {
                        usable.countDown();
                    }
                });
        assertTrue(usable.await(60, TimeUnit.SECONDS), () -> "not usable: " + token.health());
        return token;
    }
}
