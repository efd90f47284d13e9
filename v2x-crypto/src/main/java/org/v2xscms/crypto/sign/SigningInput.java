package org.v2xscms.crypto.sign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;

/**
 * How the number that is signed is made from the data. Deployed systems differ, so a caller always says which; there is
 * no default.
 *
 * <p>{@code data} is the canonical COER of what is signed; {@code signerInput} is the canonical COER of the signing
 * certificate, or empty for a self-signed structure.
 */
public sealed interface SigningInput {

    /** SM2's identity for a self-signed Chinese certificate: the customary ASCII string of GM/T 0009. */
    Octets CHINESE_SELF_SIGNED_IDENTITY = Octets.of("1234567812345678".getBytes(StandardCharsets.US_ASCII));

    /** The digest to sign or to verify with {@code signerKey}. */
    Digest digest(PublicPoint signerKey, Octets data, Octets signerInput);

    /** IEEE 1609.2-2022 5.3.1: H(H(data) ‖ H(signerInput)), signed as it is. */
    record DoubleHash(HashFunction algorithm) implements SigningInput {

        /** The digest without a key, as ECQV needs it, too. */
        public Digest digest(Octets data, Octets signerInput) {
            return algorithm.digest(
                    algorithm.digest(data).value(),
                    algorithm.digest(signerInput).value());
        }

        @Override
        public Digest digest(PublicPoint signerKey, Octets data, Octets signerInput) {
            return digest(data, signerInput);
        }
    }

    /**
     * Chinese profile (GB/T 32918.2): SM3(Z_A ‖ data). The identity is the SM3 hash of the signer's or issuer's
     * certificate, or {@link #CHINESE_SELF_SIGNED_IDENTITY}; {@code signerInput} does not enter otherwise.
     *
     * @param identity at most 8191 octets, because its length in bits is a 16-bit field
     */
    record Sm2Identity(Octets identity) implements SigningInput {

        public Sm2Identity {
            requireIdentity(identity);
        }

        @Override
        public Digest digest(PublicPoint signerKey, Octets data, Octets signerInput) {
            return HashFunction.SM3.digest(identityHash(identity, signerKey), data);
        }
    }

    /**
     * SM3(Z_A ‖ H(H(data) ‖ H(signerInput))): one possible reading of SM2 in IEEE 1609.2-2022 5.3.1.3, whose identity no
     * public material settles.
     *
     * @param identity at most 8191 octets
     */
    record Sm2IdentityOverDoubleHash(Octets identity) implements SigningInput {

        public Sm2IdentityOverDoubleHash {
            requireIdentity(identity);
        }

        @Override
        public Digest digest(PublicPoint signerKey, Octets data, Octets signerInput) {
            Digest inner = new DoubleHash(HashFunction.SM3).digest(data, signerInput);
            return HashFunction.SM3.digest(identityHash(identity, signerKey), inner.value());
        }
    }

    /** Z_A = SM3(bits of the identity(16) ‖ identity ‖ a ‖ b ‖ G ‖ public key) (GB/T 32918.2 5.5). */
    static Octets identityHash(Octets identity, PublicPoint key) {
        if (key.curve() != Curve.SM2) {
            throw new IllegalArgumentException("an SM2 identity with a key on " + key.curve());
        }
        PublicPoint generator = Curve.SM2.generator();
        int bits = 8 * identity.length();
        MessageDigest engine = HashFunction.SM3.newEngine();
        engine.update((byte) (bits >>> 8));
        engine.update((byte) bits);
        for (Octets part :
                new Octets[] {identity, Curve.SM2.a(), Curve.SM2.b(), generator.x(), generator.y(), key.x(), key.y()}) {
            part.updateInto(engine);
        }
        return Octets.of(engine.digest());
    }

    private static void requireIdentity(Octets identity) {
        if (identity.length() > 8191) {
            throw new IllegalArgumentException("SM2 identity of " + identity.length() + " octets; at most 8191");
        }
    }
}
