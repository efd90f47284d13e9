package org.v2xscms.hsm.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.hsm.Capability;
import org.v2xscms.hsm.Token;
import org.v2xscms.hsm.pkcs11.Pkcs11Library;
import org.v2xscms.hsm.pkcs11.SoftHsm;
import org.v2xscms.hsm.pkcs11.TokenSetup;

class SoftHsmContractTest extends KeyVaultContract {

    @TempDir
    private static Path directory;

    private static Pkcs11Library library;

    @BeforeAll
    static void initialiseToken() throws Exception {
        Optional<Path> found = SoftHsm.locate();
        assumeTrue(found.isPresent(), "SoftHSM2 is not installed; ./scms test obtains it");
        library = SoftHsm.prepare(found.get(), directory);
        TokenSetup.initialise(library, "contract", "87654321"::toCharArray, "12345678"::toCharArray);
    }

    @AfterAll
    static void unload() {
        if (library != null) {
            library.unload();
        }
    }

    @Override
    Token open() throws Exception {
        return RealTokens.open(library, "contract", "12345678"::toCharArray);
    }

    @Override
    Set<Capability> lacks() {
        return Set.of(Capability.SIGN_SM2, Capability.ISSUE_IMPLICIT);
    }
}
