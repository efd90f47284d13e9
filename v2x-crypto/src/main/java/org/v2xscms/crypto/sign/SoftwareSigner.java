package org.v2xscms.crypto.sign;

import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.Parity;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;

/**
 * Signs with a key in memory, in constant time: SM2 on the SM2 curve, ECDSA on the others. The caller keeps the key pair
 * and closes it.
 */
public final class SoftwareSigner implements Signer {

    private static final int ADDITIONAL_OCTETS = 32;
    private static final Octets ONE = Octets.of((byte) 1);

    private final KeyPair keys;
    private final @Nullable SecureRandom random;

    private SoftwareSigner(KeyPair keys, @Nullable SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** The signer for use: nonces from key, digest and fresh random octets (see {@link NonceSequence}). */
    public static SoftwareSigner hedged(KeyPair keys, SecureRandom random) {
        return new SoftwareSigner(keys, random);
    }

    /** Nonces from key and digest alone (RFC 6979), for reproducible vectors. */
    public static SoftwareSigner deterministic(KeyPair keys) {
        return new SoftwareSigner(keys, null);
    }

    @Override
    public PublicPoint publicKey() {
        return keys.publicKey();
    }

    @Override
    public EcSignature sign(Digest digest) {
        byte[] additional = new byte[random == null ? 0 : ADDITIONAL_OCTETS];
        if (random != null) {
            random.nextBytes(additional);
        }
        try (NonceSequence nonces = new NonceSequence(keys.privateKey(), digest, additional)) {
            while (true) {
                try (PrivateScalar nonce = nonces.next()) {
                    Octets e = SignedNumber.of(keys.curve(), digest);
                    Optional<EcSignature> signature = keys.curve() == Curve.SM2 ? sm2(nonce, e) : ecdsa(nonce, e);
                    if (signature.isPresent()) {
                        return signature.get();
                    }
                }
            }
        }
    }

    /** FIPS 186-5 6.4.1: r = x(k * G) mod n, s = (e + r * d) / k; empty where r or s is zero. */
    private Optional<EcSignature> ecdsa(PrivateScalar nonce, Octets e) {
        Curve curve = keys.curve();
        PublicPoint point = nonce.publicPoint();
        Octets r = curve.reduce(point.x());
        Optional<PrivateScalar> numerator = keys.privateKey().affine(r, e);
        if (!curve.isScalar(r) || numerator.isEmpty()) {
            return Optional.empty();
        }
        try (PrivateScalar sum = numerator.get();
                PrivateScalar inverse = nonce.inverse();
                PrivateScalar s = inverse.times(sum)) {
            // Where x was not below n, r is another number than x and no point can be sent in its place.
            Parity parity = r.equals(point.x()) ? point.parity() : null;
            return Optional.of(new EcSignature(r, s.disclose(), parity));
        }
    }

    /**
     * GB/T 32918.2 6.1: r = e + x(k * G), s = (k - r * d) / (1 + d). Computed as (k + r) / (1 + d) - r, which is the same
     * and needs no second product with d. Empty where r, r + k or s is zero.
     */
    private Optional<EcSignature> sm2(PrivateScalar nonce, Octets e) {
        Curve curve = keys.curve();
        Octets r = curve.sum(e, nonce.publicPoint().x());
        Optional<PrivateScalar> shifted = nonce.affine(ONE, r);
        if (!curve.isScalar(r) || shifted.isEmpty()) {
            return Optional.empty();
        }
        try (PrivateScalar numerator = shifted.get();
                PrivateScalar successor = keys.privateKey().affine(ONE, ONE).orElseThrow();
                PrivateScalar inverse = successor.inverse();
                PrivateScalar quotient = numerator.times(inverse)) {
            return quotient.affine(ONE, curve.negate(r)).map(s -> {
                try (s) {
                    return new EcSignature(r, s.disclose(), null);
                }
            });
        }
    }
}
