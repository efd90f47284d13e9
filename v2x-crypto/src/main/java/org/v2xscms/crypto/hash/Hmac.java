package org.v2xscms.crypto.hash;

import java.security.MessageDigest;
import java.util.Arrays;

/** HMAC (RFC 2104) over a hash of this package; the padded keys are wiped after use. */
public final class Hmac {

    private Hmac() {}

    /** The full-length code of all {@code parts} one after another. */
    public static byte[] compute(HashFunction algorithm, byte[] key, byte[]... parts) {
        MessageDigest engine = algorithm.newEngine();
        byte[] padded = new byte[algorithm.blockOctets()];
        byte[] shortKey = key.length > padded.length ? engine.digest(key) : key;
        System.arraycopy(shortKey, 0, padded, 0, shortKey.length);
        mask(padded, 0x36);
        engine.update(padded);
        for (byte[] part : parts) {
            engine.update(part);
        }
        byte[] inner = engine.digest();
        mask(padded, 0x36 ^ 0x5C);
        engine.update(padded);
        byte[] code = engine.digest(inner);
        Arrays.fill(padded, (byte) 0);
        return code;
    }

    private static void mask(byte[] padded, int pattern) {
        for (int i = 0; i < padded.length; i++) {
            padded[i] = (byte) (padded[i] ^ pattern);
        }
    }
}
