package org.v2xscms.crypto.encrypt;

import java.security.SecureRandom;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * A 128-bit key together with the algorithm it is for; compared in constant time.
 *
 * @param octets exactly 16 octets, wiped by {@link #close()}
 */
public record SymmetricKey(SymmAlgorithm algorithm, SecretOctets octets) implements AutoCloseable {

    public SymmetricKey {
        if (octets.length() != BlockCipher.BLOCK_OCTETS) {
            throw new IllegalArgumentException("key of " + octets.length() + " octets, not 16");
        }
    }

    public static SymmetricKey generate(SymmAlgorithm algorithm, SecureRandom random) {
        return new SymmetricKey(algorithm, SecretOctets.random(BlockCipher.BLOCK_OCTETS, random));
    }

    BlockCipher cipher() {
        return new BlockCipher(algorithm, octets);
    }

    @Override
    public void close() {
        octets.close();
    }
}
