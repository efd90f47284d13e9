package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.v2xscms.codec.ieee1609dot2.basetypes.Wire.strict;

import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.view.Json;
import org.v2xscms.codec.view.Resolver;
import org.v2xscms.codec.view.TextTree;

class SymmetricEncryptionKeyTest {

    private static final String KEY = "5e".repeat(16);

    @Test
    void keysAreWrittenAsTheyCame() throws DecodeException {
        SymmetricEncryptionKey aes = strict(SymmetricEncryptionKey.CODEC, "80" + KEY);
        SymmetricEncryptionKey sm4 = strict(SymmetricEncryptionKey.CODEC, "8110" + KEY);
        assertEquals(strict(SymmetricEncryptionKey.CODEC, "80" + KEY), aes);
        assertNotEquals(aes, sm4);
        assertNotEquals(strict(SymmetricEncryptionKey.CODEC, "80" + "5f".repeat(16)), aes);
    }

    @Test
    void noViewShowsTheOctetsOfAnyAlternative() throws DecodeException {
        for (String hex : new String[] {"80" + KEY, "8110" + KEY, "8210" + KEY}) {
            var key = new EncryptionKey.Symmetric(strict(SymmetricEncryptionKey.CODEC, hex));
            String shown = key
                    + TextTree.of(EncryptionKey.CODEC, key, Resolver.NONE)
                    + Json.of(EncryptionKey.CODEC, key, Resolver.NONE);
            assertFalse(shown.contains("5e5e"), shown);
        }
    }

    @Test
    void closingWipesTheKey() {
        byte[] octets = new byte[16];
        octets[3] = 7;
        var key = new SymmetricKeyOctets(octets);
        octets[3] = 0;
        try (key) {
            assertEquals(7, key.toByteArray()[3]);
        }
        assertArrayEquals(new byte[16], key.toByteArray());
    }
}
