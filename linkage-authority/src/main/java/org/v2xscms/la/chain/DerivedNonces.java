package org.v2xscms.la.chain;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.security.SecureRandom;
import org.v2xscms.crypto.secret.SecretOctets;

/** Hands out derived octets where drawn ones are expected, each once. */
final class DerivedNonces extends SecureRandom {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient SecretOctets octets;
    private transient int used;

    DerivedNonces(SecretOctets octets) {
        super(null, null);
        this.octets = octets;
    }

    /** @throws IllegalStateException if more is wanted than was derived: nothing is handed out twice */
    @Override
    public void nextBytes(byte[] bytes) {
        if (used + bytes.length > octets.length()) {
            throw new IllegalStateException("more octets wanted than were derived");
        }
        octets.use(derived -> System.arraycopy(derived, used, bytes, 0, bytes.length));
        used += bytes.length;
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("secret");
    }
}
