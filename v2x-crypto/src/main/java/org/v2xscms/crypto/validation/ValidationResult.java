package org.v2xscms.crypto.validation;

import java.util.List;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.curve.PublicPoint;

/** The verdict on a certificate and its chain. */
public sealed interface ValidationResult {

    /** What was done for each certificate, the trust anchor first. */
    List<Step> steps();

    /**
     * One certificate of the chain.
     *
     * @param form which octets its issuer hashed
     */
    record Step(HashedCertificate certificate, HashedForm form) {}

    /**
     * The certificate is valid.
     *
     * @param key its public key
     */
    record Valid(PublicPoint key, List<Step> steps) implements ValidationResult {}

    /**
     * The certificate is not valid.
     *
     * @param certificate the certificate of the chain that breaks a rule
     * @param violations at least one
     * @param steps the certificates above it that are valid, the trust anchor first
     */
    record Invalid(HashedCertificate certificate, List<Violation> violations, List<Step> steps)
            implements ValidationResult {}
}
