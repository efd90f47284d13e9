package org.v2xscms.crypto;

import java.io.Serial;
import java.security.SecureRandom;
import org.v2xscms.codec.oer.Octets;

/** Gives out prescribed octets, so that a vector's nonce or ephemeral key comes to pass; then fails. */
public final class ScriptedRandom extends SecureRandom {

    @Serial
    private static final long serialVersionUID = 1L;

    private final byte[] script;
    private int at;

    public ScriptedRandom(String hex) {
        script = Octets.ofHex(hex).toByteArray();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        System.arraycopy(script, at, bytes, 0, bytes.length);
        at += bytes.length;
    }
}
