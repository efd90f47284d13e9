package org.v2xscms.hsm.soft;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.v2xscms.crypto.secret.SecretOctets;

/** The AES key of a software token from its PIN: Argon2id (RFC 9106), version 1.3. */
final class PinDerivation {

    private static final int KEY_OCTETS = 32;
    private static final int UTF_8_OCTETS = 4;
    private static final int MOST_KIB = 1 << 21;

    /** What deriving costs. A file that asks for absurd amounts is refused before any memory is taken. */
    record Cost(int memoryKib, int iterations, int lanes) {

        Cost {
            if (memoryKib < 8 || memoryKib > MOST_KIB || iterations < 1 || iterations > 64 || lanes < 1 || lanes > 64) {
                throw new IllegalArgumentException("the key derivation parameters are out of range");
            }
        }

        /** The second recommended choice of RFC 9106 4: 64 MiB, three passes, four lanes. */
        static Cost usual() {
            return new Cost(64 << 10, 3, 4);
        }
    }

    private final Cost cost;
    private final byte[] salt;

    PinDerivation(Cost cost, byte[] salt) {
        this.cost = cost;
        this.salt = salt.clone();
    }

    Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt.clone();
    }

    /** Derives and wipes {@code pin}. */
    SecretOctets key(char[] pin) {
        ByteBuffer encoded = ByteBuffer.allocate(pin.length * UTF_8_OCTETS);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(pin), encoded, true);
        byte[] password = Arrays.copyOf(encoded.array(), encoded.position());
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memoryKib())
                    .withIterations(cost.iterations())
                    .withParallelism(cost.lanes())
                    .withSalt(salt)
                    .build());
            byte[] key = new byte[KEY_OCTETS];
            argon2.generateBytes(password, key);
            return SecretOctets.wrap(key);
        } finally {
            Arrays.fill(pin, '\0');
            Arrays.fill(password, (byte) 0);
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }
}
