package org.v2xscms.hsm.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.hsm.Capability;
import org.v2xscms.hsm.Token;
import org.v2xscms.hsm.pkcs11.NssLibrary;
import org.v2xscms.hsm.pkcs11.Pkcs11Library;

class NssContractTest extends KeyVaultContract {

    @TempDir
    private static Path directory;

    private static Pkcs11Library library;

    @BeforeAll
    static void initialiseToken() throws Exception {
        library = NssLibrary.prepare(directory);
    }

    @AfterAll
    static void unload() {
        if (library != null) {
            library.unload();
        }
    }

    @Override
    Token open() throws Exception {
        return RealTokens.open(library, NssLibrary.TOKEN, NssLibrary::pin);
    }

    /** Why the policy does not leave this to the token. */
    @Test
    void nssByItselfWrapsAKeyThatItCallsNonExtractable() throws Exception {
        assertTrue(NssLibrary.wrapNonExtractable(library).length > Curve.NIST_P256.octets());
    }

    @Override
    Set<Capability> lacks() {
        return Set.of(
                Capability.SIGN_BRAINPOOL_P256R1,
                Capability.SIGN_BRAINPOOL_P384R1,
                Capability.SIGN_SM2,
                Capability.WRAP,
                Capability.ISSUE_IMPLICIT);
    }
}
