package org.v2xscms.crypto.sign;

import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;

/**
 * Verifies signatures; all inputs are public. The seam for faster kernels beside {@link BouncyCastleVerifier}. Safe for
 * threads.
 */
public interface SignatureVerifier {

    /** ECDSA or, with a key on the SM2 curve, SM2 over a finished digest; {@link SigningInput} makes it. */
    SignatureVerdict verify(PublicPoint key, Digest digest, EcSignature signature);
}
