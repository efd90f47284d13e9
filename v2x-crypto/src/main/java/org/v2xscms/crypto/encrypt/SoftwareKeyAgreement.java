package org.v2xscms.crypto.encrypt;

import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.secret.SecretOctets;

/** Key agreement in constant time with a key in memory; the caller keeps the key pair and closes it. */
public record SoftwareKeyAgreement(KeyPair keys) implements KeyAgreement {

    @Override
    public PublicPoint publicKey() {
        return keys.publicKey();
    }

    @Override
    public SecretOctets agree(PublicPoint peer) {
        return keys.privateKey().agree(peer);
    }
}
