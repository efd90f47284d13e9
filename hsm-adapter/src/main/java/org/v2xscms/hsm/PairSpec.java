package org.v2xscms.hsm;

import org.v2xscms.crypto.curve.Curve;

/**
 * A key pair to make.
 *
 * @param label the operator's name for the key, unique in its token; 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 * @param purpose signing or agreement
 * @param extractable whether the private key may ever leave the token, wrapped
 */
public record PairSpec(String label, Curve curve, KeyPurpose purpose, boolean extractable) {

    public PairSpec {
        requireLabel(label);
        if (purpose == KeyPurpose.WRAPPING) {
            throw new IllegalArgumentException("a key pair signs or agrees, it does not wrap");
        }
    }

    /** A signing key that never leaves its token. */
    public static PairSpec signing(String label, Curve curve) {
        return new PairSpec(label, curve, KeyPurpose.SIGNING, false);
    }

    /** An ECIES decryption key that never leaves its token. */
    public static PairSpec agreement(String label, Curve curve) {
        return new PairSpec(label, curve, KeyPurpose.AGREEMENT, false);
    }

    /** Refuses labels that could not be shown, logged or searched for safely. */
    public static void requireLabel(String label) {
        if (!label.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("a key label has 1 to 64 characters of a-z A-Z 0-9 . _ -");
        }
    }
}
