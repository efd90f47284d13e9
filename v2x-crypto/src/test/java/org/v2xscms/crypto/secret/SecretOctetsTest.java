package org.v2xscms.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.SeededRandom;

class SecretOctetsTest {

    @Test
    void printsItsLengthOnly() {
        assertEquals(
                "SecretOctets[2 octets]",
                SecretOctets.wrap(new byte[] {(byte) 0xAB, 7}).toString());
    }

    @Test
    void closeOverwritesTheArrayAndEndsEveryUse() {
        byte[] array = {1, 2, 3};
        SecretOctets secret = SecretOctets.wrap(array);
        secret.close();
        assertArrayEquals(new byte[3], array);
        assertThrows(IllegalStateException.class, secret::copy);
        assertThrows(IllegalStateException.class, secret::disclose);
        assertThrows(IllegalStateException.class, () -> secret.slice(0, 1));
        assertThrows(IllegalStateException.class, () -> secret.use(octets -> {}));
    }

    @Test
    void copyOfLeavesTheCallersArrayAlone() {
        byte[] array = {1, 2, 3};
        try (SecretOctets secret = SecretOctets.copyOf(array)) {
            assertEquals(Octets.of(array), secret.disclose());
        }
        assertArrayEquals(new byte[] {1, 2, 3}, array);
    }

    @Test
    void comparesByContentAndHashesByLength() {
        SecretOctets secret = SecretOctets.random(16, new SeededRandom(1));
        assertEquals(secret, SecretOctets.random(16, new SeededRandom(1)));
        assertNotEquals(secret, SecretOctets.random(16, new SeededRandom(2)));
        assertNotEquals(secret, secret.slice(0, 15));
        assertEquals(16, secret.hashCode());
    }
}
