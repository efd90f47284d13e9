package org.v2xscms.hsm.soft;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.secret.SecretOctets;

/** AES key wrap with padding (RFC 5649), by the platform's AES, which runs in constant time on current processors. */
final class AesKeyWrap {

    private static final String TRANSFORMATION = "AES/KWP/NoPadding";

    private AesKeyWrap() {}

    static Octets wrap(SecretOctets wrapping, SecretOctets key) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.WRAP_MODE, aes(wrapping));
            return Octets.of(cipher.wrap(key.lend(octets -> new SecretKeySpec(octets, "EC"))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty if the integrity check fails; the caller closes the key. */
    static Optional<SecretOctets> unwrap(SecretOctets wrapping, Octets wrapped) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.UNWRAP_MODE, aes(wrapping));
            return Optional.of(SecretOctets.wrap(cipher.unwrap(wrapped.toByteArray(), "EC", Cipher.SECRET_KEY)
                    .getEncoded()));
        } catch (InvalidKeyException | IllegalArgumentException refused) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretKeySpec aes(SecretOctets wrapping) {
        return wrapping.lend(octets -> new SecretKeySpec(octets, "AES"));
    }
}
