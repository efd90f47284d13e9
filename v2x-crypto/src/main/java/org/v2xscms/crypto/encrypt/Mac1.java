package org.v2xscms.crypto.encrypt;

import java.security.MessageDigest;
import java.util.Arrays;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.hash.Hmac;
import org.v2xscms.crypto.secret.SecretOctets;

/** MAC1 of IEEE 1363a as ECIES uses it: the first 16 octets of HMAC-SHA-256. */
public final class Mac1 {

    public static final int TAG_OCTETS = 16;

    private Mac1() {}

    public static Octets tag(SecretOctets key, Octets message) {
        return key.lend(octets -> {
            byte[] code = Hmac.compute(HashFunction.SHA256, octets, message.toByteArray());
            return Octets.of(Arrays.copyOf(code, TAG_OCTETS));
        });
    }

    /** Whether {@code tag} is right, compared in constant time. */
    public static boolean holds(SecretOctets key, Octets message, Octets tag) {
        return MessageDigest.isEqual(tag(key, message).toByteArray(), tag.toByteArray());
    }
}
