package org.v2xscms.obu;

import java.security.SecureRandom;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.crypto.sign.SoftwareSigner;

/**
 * A certificate of this device and the keys it certifies; closing it wipes the private key.
 *
 * @param keys the public half is the certificate's key, stated or reconstructed
 * @param i the i-period of a certificate from butterfly keys, otherwise 0
 * @param j its number within the period, otherwise 0
 */
public record CertifiedKeys(HashedCertificate certificate, KeyPair keys, int i, int j) implements AutoCloseable {

    /** Signs with the private key; nonces are made from key, digest and {@code random}. */
    public Signer signer(SecureRandom random) {
        return SoftwareSigner.hedged(keys, random);
    }

    @Override
    public void close() {
        keys.close();
    }
}
