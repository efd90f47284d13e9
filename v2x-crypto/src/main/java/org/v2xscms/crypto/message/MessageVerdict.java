package org.v2xscms.crypto.message;

import org.jspecify.annotations.Nullable;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.validation.ValidationResult;

/** The verdict on signed data. */
public sealed interface MessageVerdict {

    /** How the signer's certificate was judged; null where none was found. */
    @Nullable
    ValidationResult signer();

    /**
     * The data is valid.
     *
     * @param certificate the certificate it was signed with
     * @param form which octets the signer hashed
     */
    record Valid(HashedCertificate certificate, ValidationResult signer, HashedForm form) implements MessageVerdict {}

    /**
     * The data breaks a rule.
     *
     * @param found the values that break it
     */
    record Invalid(MessageRule rule, String found, @Nullable ValidationResult signer) implements MessageVerdict {}
}
