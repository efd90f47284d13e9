package org.v2xscms.hsm.soft;

import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.hsm.VaultKey;

/** A key of the software token with its secret. Never leaves this package. */
sealed interface SoftKey extends AutoCloseable {

    VaultKey described();

    @Override
    void close();

    record Pair(VaultKey.Pair described, KeyPair keys) implements SoftKey {

        @Override
        public void close() {
            keys.close();
        }

        @Override
        public String toString() {
            return "SoftKey[" + described.label() + "]";
        }
    }

    record Wrapping(VaultKey.Wrapping described, SecretOctets aes) implements SoftKey {

        @Override
        public void close() {
            aes.close();
        }

        @Override
        public String toString() {
            return "SoftKey[" + described.label() + "]";
        }
    }
}
