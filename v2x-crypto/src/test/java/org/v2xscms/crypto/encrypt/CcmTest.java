package org.v2xscms.crypto.encrypt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.CCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.Hex;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.secret.SecretOctets;

class CcmTest {

    private static final SeededRandom RANDOM = new SeededRandom(18);

    @ParameterizedTest
    @EnumSource(SymmAlgorithm.class)
    void agreesWithBouncyCastleAtEveryLength(SymmAlgorithm algorithm) throws InvalidCipherTextException {
        for (int length = 0; length < 70; length++) {
            SymmetricKey key = SymmetricKey.generate(algorithm, RANDOM);
            Octets nonce = octets(12);
            Octets plaintext = octets(length);
            Octets sealed = Ccm.seal(key, nonce, plaintext);
            assertEquals(foreign(key, nonce, plaintext), sealed);
            assertEquals(Optional.of(plaintext), Ccm.open(key, nonce, sealed));
        }
    }

    private static Octets foreign(SymmetricKey key, Octets nonce, Octets plaintext) throws InvalidCipherTextException {
        CCMModeCipher ccm = CCMBlockCipher.newInstance(
                switch (key.algorithm()) {
                    case AES128_CCM -> AESEngine.newInstance();
                    case SM4_CCM -> new SM4Engine();
                });
        ccm.init(true, new AEADParameters(new KeyParameter(key.octets().copy()), 128, nonce.toByteArray()));
        byte[] out = new byte[plaintext.length() + 16];
        int written = ccm.processBytes(plaintext.toByteArray(), 0, plaintext.length(), out, 0);
        ccm.doFinal(out, written);
        return Octets.of(out);
    }

    @ParameterizedTest
    @EnumSource(SymmAlgorithm.class)
    void opensNothingThatWasChanged(SymmAlgorithm algorithm) {
        SymmetricKey key = SymmetricKey.generate(algorithm, RANDOM);
        Octets nonce = octets(12);
        Octets sealed = Ccm.seal(key, nonce, octets(40));
        for (int bit = 0; bit < 8 * sealed.length(); bit++) {
            byte[] changed = sealed.toByteArray();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(Optional.empty(), Ccm.open(key, nonce, Octets.of(changed)));
        }
        assertEquals(Optional.empty(), Ccm.open(key, octets(12), sealed));
        assertEquals(Optional.empty(), Ccm.open(SymmetricKey.generate(algorithm, RANDOM), nonce, sealed));
        assertEquals(Optional.empty(), Ccm.open(key, nonce, sealed.slice(1, sealed.length())));
        assertEquals(Optional.empty(), Ccm.open(key, nonce, sealed.slice(0, 15)));
    }

    @Test
    void aNonceHasTwelveOctetsAndAKeySixteen() {
        SymmetricKey key = Hex.aes("00".repeat(16));
        assertThrows(IllegalArgumentException.class, () -> Ccm.seal(key, octets(13), Octets.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> Ccm.open(key, octets(11), octets(16)));
        assertThrows(IllegalArgumentException.class, () -> Hex.aes("00".repeat(32)));
    }

    @Test
    void keysCompareByContentAndPrintNothing() {
        SymmetricKey key = Hex.aes("0123456789ABCDEF0123456789ABCDEF");
        assertEquals(key, Hex.aes("0123456789ABCDEF0123456789ABCDEF"));
        assertEquals("SymmetricKey[algorithm=AES128_CCM, octets=SecretOctets[16 octets]]", key.toString());
    }

    private static Octets octets(int length) {
        return SecretOctets.random(length, RANDOM).disclose();
    }
}
