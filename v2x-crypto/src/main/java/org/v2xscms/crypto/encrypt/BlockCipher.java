package org.v2xscms.crypto.encrypt;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * The bare block cipher under one key, encrypting whole blocks; the key schedule is computed once. Not for threads.
 *
 * <p>AES comes from the platform, which uses the processor's AES instructions where it has them and then takes the same
 * time for every key and block. SM4 is Bouncy Castle's table-driven engine: no common processor has instructions that
 * Java reaches, so on a machine shared with an attacker its cache accesses are the weak point.
 */
public final class BlockCipher implements AutoCloseable {

    /** Length of a key and of a block. */
    public static final int BLOCK_OCTETS = 16;

    /** The same for both ciphers, from {@code offset} for {@code blocks} blocks, in place. */
    private interface Engine {
        void encrypt(byte[] buffer, int offset, int blocks);
    }

    private final Engine engine;

    public BlockCipher(SymmAlgorithm algorithm, SecretOctets key) {
        byte[] octets = key.copy();
        try {
            engine = switch (algorithm) {
                case AES128_CCM -> aes(octets);
                case SM4_CCM -> sm4(octets);
            };
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    private static Engine aes(byte[] key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return (buffer, offset, blocks) -> {
                try {
                    cipher.update(buffer, offset, blocks * BLOCK_OCTETS, buffer, offset);
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("whole blocks in place cannot fail", e);
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no AES key of " + key.length + " octets", e);
        }
    }

    private static Engine sm4(byte[] key) {
        SM4Engine cipher = new SM4Engine();
        cipher.init(true, new KeyParameter(key));
        return (buffer, offset, blocks) -> {
            for (int i = 0; i < blocks; i++) {
                int at = offset + i * BLOCK_OCTETS;
                cipher.processBlock(buffer, at, buffer, at);
            }
        };
    }

    /** Encrypts {@code blocks} independent blocks of {@code buffer}, starting at {@code offset}, in place. */
    public void encrypt(byte[] buffer, int offset, int blocks) {
        engine.encrypt(buffer, offset, blocks);
    }

    /** The block cipher as a one-way function (Davies-Meyer): each block encrypted, then XORed with itself, in place. */
    public void encryptAndXor(byte[] buffer) {
        byte[] input = buffer.clone();
        encrypt(buffer, 0, buffer.length / BLOCK_OCTETS);
        for (int i = 0; i < buffer.length; i++) {
            buffer[i] ^= input[i];
        }
        Arrays.fill(input, (byte) 0);
    }

    /** Ends the use; the key schedule itself is out of reach inside the provider and left to the garbage collector. */
    @Override
    public void close() {}
}
