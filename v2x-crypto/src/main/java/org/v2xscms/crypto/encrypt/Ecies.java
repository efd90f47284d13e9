package org.v2xscms.crypto.encrypt;

import java.security.SecureRandom;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * ECIES of IEEE 1363a as IEEE 1609.2-2022 5.3.5 profiles it to wrap a 16-octet AES key, on NIST P-256 and
 * brainpoolP256r1: Z = x(v * recipient), Ke ‖ Km = KDF2(Z, P1, 48 octets), c = Ke XOR key, t = MAC1(Km, c).
 */
public final class Ecies {

    private static final int KEY = BlockCipher.BLOCK_OCTETS;
    private static final int DERIVED = KEY + 32;

    private Ecies() {}

    /** Wraps {@code key} with a fresh ephemeral key. */
    public static WrappedKey wrap(
            SecretOctets key, PublicPoint recipient, EciesParameter parameter, SecureRandom random) {
        requireCurve(recipient);
        try (KeyPair ephemeral = KeyPair.generate(recipient.curve(), random)) {
            return wrap(key, recipient, parameter, ephemeral);
        }
    }

    /** Wraps with a given ephemeral key, which must never be used twice; for vectors. */
    static WrappedKey wrap(SecretOctets key, PublicPoint recipient, EciesParameter parameter, KeyPair ephemeral) {
        if (key.length() != KEY) {
            throw new IllegalArgumentException("ECIES wraps 16 octets here, not " + key.length());
        }
        try (SecretOctets z = ephemeral.privateKey().agree(recipient);
                SecretOctets derived = derive(z, parameter);
                SecretOctets mac = derived.slice(KEY, DERIVED)) {
            Octets c = key.lend(plain -> xor(plain, derived));
            return new WrappedKey(ephemeral.publicKey(), c, Mac1.tag(mac, c));
        }
    }

    /** The key; empty if the tag is wrong: another recipient, another P1 or a changed message. */
    public static Optional<SecretOctets> unwrap(WrappedKey wrapped, KeyAgreement recipient, EciesParameter parameter) {
        requireCurve(recipient.publicKey());
        if (wrapped.c().length() != KEY
                || wrapped.t().length() != Mac1.TAG_OCTETS
                || wrapped.v().curve() != recipient.publicKey().curve()) {
            return Optional.empty();
        }
        try (SecretOctets z = recipient.agree(wrapped.v());
                SecretOctets derived = derive(z, parameter);
                SecretOctets mac = derived.slice(KEY, DERIVED)) {
            if (!Mac1.holds(mac, wrapped.c(), wrapped.t())) {
                return Optional.empty();
            }
            byte[] key = wrapped.c().toByteArray();
            xorInto(key, derived);
            return Optional.of(SecretOctets.wrap(key));
        }
    }

    private static SecretOctets derive(SecretOctets z, EciesParameter parameter) {
        return KeyDerivation.derive(HashFunction.SHA256, z, parameter.p1(), DERIVED);
    }

    /** {@code plain} XOR the first octets of {@code pad}: a ciphertext, therefore public. */
    static Octets xor(byte[] plain, SecretOctets pad) {
        byte[] sum = plain.clone();
        xorInto(sum, pad);
        return Octets.of(sum);
    }

    static void xorInto(byte[] target, SecretOctets pad) {
        pad.use(octets -> {
            for (int i = 0; i < target.length; i++) {
                target[i] ^= octets[i];
            }
        });
    }

    private static void requireCurve(PublicPoint recipient) {
        Curve curve = recipient.curve();
        if (curve != Curve.NIST_P256 && curve != Curve.BRAINPOOL_P256R1) {
            throw new IllegalArgumentException("IEEE 1609.2 defines no ECIES on " + curve);
        }
    }
}
