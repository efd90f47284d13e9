package org.v2xscms.crypto.butterfly;

import org.v2xscms.crypto.curve.PrivateScalar;

/**
 * The private keys for one certificate of a butterfly request.
 *
 * @param signing b, not yet the certificate's key: ECQV or the ACA's explicit addend is still to come
 * @param encryption q, which opens the response; the same object as {@code signing} in the unified variants
 */
public record CocoonSecrets(PrivateScalar signing, PrivateScalar encryption) implements AutoCloseable {

    @Override
    public void close() {
        signing.close();
        encryption.close();
    }
}
