package org.v2xscms.crypto.certificate;

import org.v2xscms.crypto.curve.PublicPoint;

/** The public key of a certificate, as far as its issuer vouches for it. */
public sealed interface CertifiedKey {

    /**
     * An explicit certificate whose signature verified, or an implicit one whose key could be computed. That the holder
     * of an implicit certificate has the key shows only when something it signed verifies.
     *
     * @param form which octets the issuer hashed
     */
    record Certified(PublicPoint key, HashedForm form) implements CertifiedKey {}

    /** The issuer did not make this certificate, or it was changed. */
    record Refused(String reason) implements CertifiedKey {}
}
