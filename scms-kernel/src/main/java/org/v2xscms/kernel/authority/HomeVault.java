package org.v2xscms.kernel.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.PinSource;
import org.v2xscms.hsm.policy.CounterFile;
import org.v2xscms.hsm.policy.KeyPolicy;
import org.v2xscms.hsm.policy.PolicedVault;
import org.v2xscms.hsm.soft.SoftToken;
import org.v2xscms.kernel.files.PrivateFiles;

/**
 * A vault in a folder that only its owner may read: {@code token} (an encrypted software token), {@code token.pin} (made at
 * first use) and {@code token.counters}.
 */
public final class HomeVault {

    private static final int PIN_OCTETS = 16;

    private HomeVault() {}

    /**
     * Opens the vault, for this process alone.
     *
     * @param name the token's name in messages to the operator
     * @param production refuses, since these keys lie in a file
     * @param policies what each signing key may sign, by label
     * @throws IllegalStateException if it cannot be opened; the message says why
     */
    public static KeyVault open(
            String name,
            Path home,
            boolean production,
            Map<String, KeyPolicy> policies,
            SignatureVerifier verifier,
            SecureRandom random,
            InstantSource clock) {
        try {
            PrivateFiles.createFolder(home);
            Path pin = home.resolve("token.pin");
            if (!Files.exists(pin)) {
                byte[] secret = new byte[PIN_OCTETS];
                random.nextBytes(secret);
                PrivateFiles.write(pin, HexFormat.of().formatHex(secret) + "\n");
            }
            SoftToken token = SoftToken.open(name, home.resolve("token"), PinSource.file(pin), verifier, random, clock);
            return PolicedVault.over(
                    token, production, policies, CounterFile.open(home.resolve("token.counters")), clock);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot open the keys of " + name + " in " + home + ": " + e.getMessage(), e);
        }
    }
}
