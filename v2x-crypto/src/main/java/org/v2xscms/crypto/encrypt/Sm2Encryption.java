package org.v2xscms.crypto.encrypt;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * SM2 public key encryption (GB/T 32918.4) of a 16-octet SM4 key, in the terms of {@code EcencP256EncryptedKey}: v = C1,
 * c = C2, t = C3. With (x, y) = k * recipient: c = key XOR KDF(x ‖ y), t = SM3(x ‖ key ‖ y). SM2 knows no P1.
 */
public final class Sm2Encryption {

    private static final int KEY = BlockCipher.BLOCK_OCTETS;

    private Sm2Encryption() {}

    /** Wraps {@code key} with a fresh ephemeral key. */
    public static WrappedKey wrap(SecretOctets key, PublicPoint recipient, SecureRandom random) {
        if (recipient.curve() != Curve.SM2 || key.length() != KEY) {
            throw new IllegalArgumentException("SM2 wraps 16 octets to a key on SM2");
        }
        while (true) {
            try (KeyPair ephemeral = KeyPair.generate(Curve.SM2, random);
                    SecretOctets shared = ephemeral.privateKey().sharedPoint(recipient);
                    SecretOctets pad = derive(shared)) {
                if (isZero(pad)) {
                    continue; // GB/T 32918.4 6.1 A5: such a pad would send the key as it is
                }
                Octets c = key.lend(plain -> Ecies.xor(plain, pad));
                return new WrappedKey(ephemeral.publicKey(), c, tag(shared, key));
            }
        }
    }

    /** The key; empty if the tag is wrong. */
    public static Optional<SecretOctets> unwrap(WrappedKey wrapped, PrivateScalar recipient) {
        if (wrapped.c().length() != KEY || wrapped.v().curve() != recipient.curve()) {
            return Optional.empty();
        }
        try (SecretOctets shared = recipient.sharedPoint(wrapped.v());
                SecretOctets pad = derive(shared)) {
            byte[] plain = wrapped.c().toByteArray();
            Ecies.xorInto(plain, pad);
            SecretOctets key = SecretOctets.wrap(plain);
            boolean holds = MessageDigest.isEqual(
                            tag(shared, key).toByteArray(), wrapped.t().toByteArray())
                    && !isZero(pad);
            if (!holds) {
                key.close();
                return Optional.empty();
            }
            return Optional.of(key);
        }
    }

    private static SecretOctets derive(SecretOctets shared) {
        return KeyDerivation.derive(HashFunction.SM3, shared, Octets.EMPTY, KEY);
    }

    private static boolean isZero(SecretOctets pad) {
        return pad.lend(octets -> MessageDigest.isEqual(octets, new byte[octets.length]));
    }

    private static Octets tag(SecretOctets shared, SecretOctets key) {
        MessageDigest engine = HashFunction.SM3.newEngine();
        int half = shared.length() / 2;
        return shared.lend(xy -> key.lend(plain -> {
            engine.update(xy, 0, half);
            engine.update(plain);
            engine.update(xy, half, half);
            return Octets.of(engine.digest());
        }));
    }
}
