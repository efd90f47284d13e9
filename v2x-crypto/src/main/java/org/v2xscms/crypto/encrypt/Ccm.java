package org.v2xscms.crypto.encrypt;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * CCM (SP 800-38C) as IEEE 1609.2-2022 5.3.8 profiles it: 12-octet nonce, 16-octet tag behind the ciphertext, no
 * additional data, so that lengths take three octets. A nonce must never come twice under one key.
 */
public final class Ccm {

    public static final int NONCE_OCTETS = 12;
    public static final int TAG_OCTETS = 16;

    private static final int BLOCK = BlockCipher.BLOCK_OCTETS;
    /** (16 - 2) / 2 in bits 3 to 5 for the tag length, 3 - 1 in bits 0 to 2 for the length of lengths. */
    private static final byte FIRST_BLOCK_FLAGS = 0x3A;

    private static final byte COUNTER_FLAGS = 0x02;
    private static final int LONGEST = (1 << 24) - 1;

    private Ccm() {}

    /** Ciphertext and tag, 16 octets longer than {@code plaintext}. */
    public static Octets seal(SymmetricKey key, Octets nonce, Octets plaintext) {
        return seal(key, nonce, plaintext.toByteArray());
    }

    /** Like the other form, for a plaintext that is a secret by itself. */
    public static Octets seal(SymmetricKey key, Octets nonce, SecretOctets plaintext) {
        return seal(key, nonce, plaintext.copy());
    }

    /** Overwrites {@code text} with its ciphertext. */
    private static Octets seal(SymmetricKey key, Octets nonce, byte[] text) {
        requireNonce(nonce);
        if (text.length > LONGEST) {
            throw new IllegalArgumentException("CCM with a 12-octet nonce takes at most 2^24 - 1 octets");
        }
        try (BlockCipher cipher = key.cipher()) {
            byte[] keystream = keystream(cipher, nonce, text.length);
            byte[] tag = authenticate(cipher, nonce, text);
            xor(tag, keystream, 0);
            xor(text, keystream, BLOCK);
            return Octets.concat(Octets.of(text), Octets.of(tag));
        }
    }

    /** The plaintext; empty if {@code sealed} is too short, too long or its tag wrong, with no word about which. */
    public static Optional<Octets> open(SymmetricKey key, Octets nonce, Octets sealed) {
        return openSecret(key, nonce, sealed).map(secret -> {
            try (secret) {
                return secret.disclose();
            }
        });
    }

    /** Like {@link #open}, for a plaintext that stays a secret; the caller closes it. */
    public static Optional<SecretOctets> openSecret(SymmetricKey key, Octets nonce, Octets sealed) {
        requireNonce(nonce);
        int length = sealed.length() - TAG_OCTETS;
        if (length < 0 || length > LONGEST) {
            return Optional.empty();
        }
        byte[] text = sealed.slice(0, length).toByteArray();
        try (BlockCipher cipher = key.cipher()) {
            byte[] keystream = keystream(cipher, nonce, length);
            xor(text, keystream, BLOCK);
            byte[] tag = authenticate(cipher, nonce, text);
            xor(tag, keystream, 0);
            boolean holds = MessageDigest.isEqual(tag, sealed.last(TAG_OCTETS).toByteArray());
            if (holds) {
                return Optional.of(SecretOctets.wrap(text));
            }
            Arrays.fill(text, (byte) 0);
            return Optional.empty();
        }
    }

    /** One block for the tag, then enough blocks for the text. */
    private static byte[] keystream(BlockCipher cipher, Octets nonce, int length) {
        int blocks = 1 + (length + BLOCK - 1) / BLOCK;
        byte[] stream = new byte[blocks * BLOCK];
        for (int i = 0; i < blocks; i++) {
            writeBlock(stream, i * BLOCK, COUNTER_FLAGS, nonce, i);
        }
        cipher.encrypt(stream, 0, blocks);
        return stream;
    }

    /** CBC-MAC over the first block and the text, the latter padded with zeros. */
    private static byte[] authenticate(BlockCipher cipher, Octets nonce, byte[] text) {
        byte[] state = new byte[BLOCK];
        writeBlock(state, 0, FIRST_BLOCK_FLAGS, nonce, text.length);
        cipher.encrypt(state, 0, 1);
        for (int at = 0; at < text.length; at += BLOCK) {
            for (int i = 0; i < Math.min(BLOCK, text.length - at); i++) {
                state[i] ^= text[at + i];
            }
            cipher.encrypt(state, 0, 1);
        }
        return state;
    }

    private static void writeBlock(byte[] target, int at, byte flags, Octets nonce, int number) {
        target[at] = flags;
        nonce.copyTo(target, at + 1);
        target[at + 13] = (byte) (number >>> 16);
        target[at + 14] = (byte) (number >>> 8);
        target[at + 15] = (byte) number;
    }

    private static void xor(byte[] target, byte[] keystream, int offset) {
        for (int i = 0; i < target.length; i++) {
            target[i] ^= keystream[offset + i];
        }
    }

    private static void requireNonce(Octets nonce) {
        if (nonce.length() != NONCE_OCTETS) {
            throw new IllegalArgumentException("nonce of " + nonce.length() + " octets, not 12");
        }
    }
}
