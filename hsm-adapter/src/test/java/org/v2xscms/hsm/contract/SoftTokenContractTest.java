package org.v2xscms.hsm.contract;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.hsm.Capability;
import org.v2xscms.hsm.Token;
import org.v2xscms.hsm.soft.SoftToken;

class SoftTokenContractTest extends KeyVaultContract {

    @TempDir
    private Path directory;

    @Override
    Token open() throws Exception {
        return SoftToken.open(
                "soft",
                directory.resolve("token"),
                "correct horse"::toCharArray,
                new BouncyCastleVerifier(),
                new SecureRandom(),
                new TestClock());
    }

    @Override
    Set<Capability> lacks() {
        return Set.of();
    }
}
