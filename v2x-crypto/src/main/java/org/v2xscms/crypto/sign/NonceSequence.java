package org.v2xscms.crypto.sign;

import java.util.Arrays;
import java.util.Optional;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.hash.Hmac;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * Candidates for the secret nonce of one signature: the HMAC generator of RFC 6979 3.2, seeded with the private key, the
 * digest and, as section 3.6 allows, additional octets.
 *
 * <p>With random additional octets ("hedged") two signatures over one digest differ, which takes the ground from fault
 * attacks; should the random source fail, key and digest alone still keep the nonce secret and unique, which a purely
 * random nonce would not.
 */
final class NonceSequence implements AutoCloseable {

    private static final byte[] ZERO = {0};
    private static final byte[] ONE = {1};

    private final Curve curve;
    private final HashFunction hash;
    private byte[] key;
    private byte[] value;

    /** @param additional empty for the deterministic nonces of RFC 6979 */
    NonceSequence(PrivateScalar privateKey, Digest digest, byte[] additional) {
        curve = privateKey.curve();
        hash = digest.algorithm();
        key = new byte[hash.octets()];
        value = new byte[hash.octets()];
        Arrays.fill(value, (byte) 1);
        byte[] reduced = curve.reduce(SignedNumber.of(curve, digest)).toByteArray();
        try (SecretOctets secret = privateKey.toSecretOctets()) {
            secret.use(octets -> {
                rekey(ZERO, octets, reduced, additional);
                rekey(ONE, octets, reduced, additional);
            });
        }
    }

    /** The next candidate in [1, n-1]. */
    PrivateScalar next() {
        while (true) {
            byte[] candidate = new byte[curve.octets()];
            for (int at = 0; at < candidate.length; at += value.length) {
                value = Hmac.compute(hash, key, value);
                System.arraycopy(value, 0, candidate, at, Math.min(value.length, candidate.length - at));
            }
            try (SecretOctets octets = SecretOctets.wrap(candidate)) {
                Optional<PrivateScalar> scalar = PrivateScalar.of(curve, octets);
                rekey(ZERO, new byte[0], new byte[0], new byte[0]);
                if (scalar.isPresent()) {
                    return scalar.get();
                }
            }
        }
    }

    private void rekey(byte[] separator, byte[] secret, byte[] digest, byte[] additional) {
        byte[] old = key;
        key = Hmac.compute(hash, key, value, separator, secret, digest, additional);
        value = Hmac.compute(hash, key, value);
        Arrays.fill(old, (byte) 0);
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
        Arrays.fill(value, (byte) 0);
    }
}
