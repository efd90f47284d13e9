package org.v2xscms.crypto.validation;

import java.util.Optional;
import org.v2xscms.crypto.certificate.HashedCertificate;

/** Says whether a certificate is revoked, by CRLs or by an authority's own list. */
@FunctionalInterface
public interface RevocationCheck {

    /** Knows of no revocation. */
    RevocationCheck NONE = certificate -> Optional.empty();

    /** Where the certificate is listed, in words; empty where it is not. */
    Optional<String> listing(HashedCertificate certificate);
}
