package org.v2xscms.crypto.encrypt;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * Hash(Z ‖ counter(32) ‖ P) for counter = 1, 2, … one after another: KDF2 of IEEE 1363a with SHA-256, and with SM3 and an
 * empty P the derivation of SM2 encryption (GB/T 32918.4 5.4.3).
 */
public final class KeyDerivation {

    private KeyDerivation() {}

    /** The first {@code length} octets. */
    public static SecretOctets derive(HashFunction algorithm, SecretOctets z, Octets parameter, int length) {
        byte[] derived = new byte[length];
        MessageDigest engine = algorithm.newEngine();
        int counter = 1;
        for (int at = 0; at < length; at += algorithm.octets()) {
            z.use(engine::update);
            engine.update(ByteBuffer.allocate(4).putInt(counter).array());
            parameter.updateInto(engine);
            byte[] block = engine.digest();
            System.arraycopy(block, 0, derived, at, Math.min(block.length, length - at));
            Arrays.fill(block, (byte) 0);
            counter++;
        }
        return SecretOctets.wrap(derived);
    }
}
