package org.v2xscms.crypto.sign;

import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;

/**
 * Signs with one private key, wherever the key lives: in memory ({@link SoftwareSigner}) or in a hardware module, whose
 * adapter implements this interface. Safe for threads.
 */
public interface Signer {

    /** The public half of the signing key; its curve decides between ECDSA and SM2. */
    PublicPoint publicKey();

    /**
     * Signs a finished digest; {@link SigningInput} makes it.
     *
     * @throws SigningKeyUnavailableException if the key cannot be reached or used now
     */
    EcSignature sign(Digest digest);
}
