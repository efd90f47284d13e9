package org.v2xscms.crypto.ecqv;

import org.v2xscms.crypto.curve.KeyPair;

/** What a device gets from an issuer's answer: its keys, or the reason why the answer cannot be right. */
public sealed interface EcqvKeys {

    /** The keys, which match the certificate and are to be closed by the caller. */
    record Reconstructed(KeyPair keys) implements EcqvKeys {}

    record Refused(Reason reason) implements EcqvKeys {}

    enum Reason {
        /** r is not a number in [1, n-1] of 32 octets. */
        R_OUT_OF_RANGE,
        /** The certificate and the issuer's key reconstruct no public key. */
        NO_PUBLIC_KEY,
        /** dU * G is not QU: another request key, certificate, issuer or a changed r. */
        KEYS_DO_NOT_MATCH
    }
}
