package org.v2xscms.crypto.envelope;

import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.encrypt.KeyAgreement;

/** The private half of an encryption key. */
public sealed interface PrivateDecryptionKey {

    /** For ECIES, which needs no more than an agreement, so that the key can stay in a hardware module. */
    record Ecies(KeyAgreement agreement) implements PrivateDecryptionKey {}

    /** For SM2, which needs the whole shared point. */
    record Sm2(PrivateScalar key) implements PrivateDecryptionKey {}
}
