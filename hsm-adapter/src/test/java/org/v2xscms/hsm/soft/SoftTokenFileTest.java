package org.v2xscms.hsm.soft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.v2xscms.hsm.contract.Answers.done;
import static org.v2xscms.hsm.contract.Answers.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.hsm.KeyQuery;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.PinSource;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.contract.TestClock;

class SoftTokenFileTest {

    private static final PinDerivation.Cost CHEAP = new PinDerivation.Cost(64, 1, 1);
    private static final String PIN = "canary-7421";

    @TempDir
    private Path directory;

    @Test
    void keysOutliveTheProcess() throws Exception {
        VaultKey.Pair pair;
        VaultKey.Wrapping wrapping;
        try (SoftToken token = open(PIN)) {
            pair = done(token.generatePair(PairSpec.signing("root", Curve.BRAINPOOL_P384R1)));
            wrapping = done(token.generateWrapping("kek"));
        }
        try (SoftToken token = open(PIN)) {
            assertEquals(List.of(pair, wrapping), done(token.find(new KeyQuery.All())));
        }
    }

    @Test
    void aWrongPinIsRefusedWithoutNamingIt() throws Exception {
        open(PIN).close();
        IOException refusal = assertThrows(IOException.class, () -> open("wrong-9999"));
        assertTrue(String.valueOf(refusal.getMessage()).contains("wrong PIN"));
        assertFalse(refusal.toString().contains("9999"));
        open(PIN).close();
    }

    @Test
    void everyChangedOctetOfTheFileIsNoticed() throws Exception {
        try (SoftToken token = open(PIN)) {
            done(token.generatePair(PairSpec.signing("root", Curve.NIST_P256)));
        }
        byte[] good = Files.readAllBytes(file());
        for (int at = 0; at < good.length; at++) {
            // The cost parameters decide how much work opening is: their low octets are enough.
            boolean costly = at >= 8 && at < 20 && (at & 3) != 3;
            if (!costly) {
                byte[] changed = good.clone();
                changed[at] ^= 1;
                Files.write(file(), changed);
                int where = at;
                assertThrows(Exception.class, () -> open(PIN), () -> "octet " + where);
            }
        }
        Files.write(file(), good);
        open(PIN).close();
    }

    @Test
    void aTruncatedFileIsRefused() throws Exception {
        open(PIN).close();
        byte[] good = Files.readAllBytes(file());
        for (int length : new int[] {0, 7, 8, 47, 48, good.length - 1}) {
            Files.write(file(), Arrays.copyOf(good, length));
            assertThrows(IOException.class, () -> open(PIN), () -> length + " octets");
        }
    }

    @Test
    void theFileHoldsNeitherPinNorLabelsInTheClearAndIsTheOwnersAlone() throws Exception {
        try (SoftToken token = open(PIN)) {
            done(token.generatePair(PairSpec.signing("very-visible-label", Curve.NIST_P256)));
        }
        String content = new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1);
        assertFalse(content.contains("very-visible-label"));
        assertFalse(content.contains(PIN));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void aWriteThatFailsLeavesTheOldKeysInPlace() throws Exception {
        try (SoftToken token = open(PIN)) {
            VaultKey.Pair kept = done(token.generatePair(PairSpec.signing("kept", Curve.NIST_P256)));
            Path obstacle =
                    Files.createDirectories(directory.resolve("token.new").resolve("in-the-way"));
            refused(Refusal.TokenFull.class, token.generatePair(PairSpec.signing("lost", Curve.NIST_P256)));
            refused(Refusal.TokenFull.class, token.destroy(kept));
            assertEquals(List.of(kept), done(token.find(new KeyQuery.All())));
            Files.delete(obstacle);
            Files.delete(directory.resolve("token.new"));
            done(token.destroy(kept));
        }
        try (SoftToken token = open(PIN)) {
            assertEquals(List.of(), done(token.find(new KeyQuery.All())));
        }
    }

    @Test
    void aTokenBelongsToOneProcess() throws Exception {
        try (SoftToken token = open(PIN)) {
            IOException refusal = assertThrows(IOException.class, () -> open(PIN));
            assertTrue(String.valueOf(refusal.getMessage()).contains("in use"), token.name());
        }
    }

    @Test
    void aClosedTokenHasNoKeys() throws Exception {
        SoftToken token = open(PIN);
        VaultKey.Pair key = done(token.generatePair(PairSpec.signing("root", Curve.NIST_P256)));
        token.close();
        refused(Refusal.KeyMissing.class, token.sign(key, Curve.NIST_P256.hash().digest(key.id())));
    }

    @Test
    void thePinIsWipedAfterUse() throws Exception {
        char[] pin = PIN.toCharArray();
        open(() -> pin).close();
        assertArrayEquals(new char[pin.length], pin);
    }

    @Test
    void aPinFileThatOthersMayReadIsRefused() throws Exception {
        Path pinFile = Files.writeString(directory.resolve("pin"), PIN + "\n");
        Files.setPosixFilePermissions(pinFile, PosixFilePermissions.fromString("rw-r--r--"));
        IOException refusal =
                assertThrows(IOException.class, () -> PinSource.file(pinFile).read());
        assertTrue(String.valueOf(refusal.getMessage()).contains("mode 600"));
        assertFalse(refusal.toString().contains(PIN));
        Files.setPosixFilePermissions(pinFile, PosixFilePermissions.fromString("rw-------"));
        assertEquals(PIN, new String(PinSource.file(pinFile).read()));
    }

    private SoftToken open(String pin) throws IOException {
        return open(pin::toCharArray);
    }

    private SoftToken open(PinSource pin) throws IOException {
        return SoftToken.open(
                "soft", file(), pin, CHEAP, new BouncyCastleVerifier(), new SecureRandom(), new TestClock());
    }

    private Path file() {
        return directory.resolve("token");
    }
}
