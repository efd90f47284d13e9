package org.v2xscms.crypto.curve;

import java.security.SecureRandom;

/**
 * A private key with its public key. Closing it wipes the private half.
 *
 * @param publicKey {@code privateKey} times the base point
 */
public record KeyPair(PrivateScalar privateKey, PublicPoint publicKey) implements AutoCloseable {

    /** Computes the public key. */
    public static KeyPair of(PrivateScalar privateKey) {
        return new KeyPair(privateKey, privateKey.publicPoint());
    }

    public static KeyPair generate(Curve curve, SecureRandom random) {
        return of(PrivateScalar.generate(curve, random));
    }

    public Curve curve() {
        return publicKey.curve();
    }

    @Override
    public void close() {
        privateKey.close();
    }
}
