package org.v2xscms.hsm;

import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;

/** A key in a token as everybody may know it: names and public parts, never a handle, never a secret. */
public sealed interface VaultKey {

    /** The CKA_ID, by which a key is found again after handles have changed. */
    Octets id();

    String label();

    KeyPurpose purpose();

    boolean extractable();

    /** An elliptic curve key pair. */
    record Pair(Octets id, String label, KeyPurpose purpose, PublicPoint publicKey, boolean extractable)
            implements VaultKey {

        public Curve curve() {
            return publicKey.curve();
        }
    }

    /** A 256 bit AES key that wraps other keys and never leaves its token. */
    record Wrapping(Octets id, String label) implements VaultKey {

        @Override
        public KeyPurpose purpose() {
            return KeyPurpose.WRAPPING;
        }

        @Override
        public boolean extractable() {
            return false;
        }
    }
}
