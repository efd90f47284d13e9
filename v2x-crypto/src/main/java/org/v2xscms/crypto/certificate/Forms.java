package org.v2xscms.crypto.certificate;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.v2xscms.codec.oer.Octets;

/**
 * The octets of one object in the form the standard hashes and in the form sent.
 *
 * <p>A signature covers one of them, and only trying tells which: the canonical form first, as the standard says, then
 * the octets as sent, which deployed systems and senders of older schema editions sign.
 *
 * @param canonical equal to {@code asSent} for an object sent in canonical form
 */
public record Forms(Octets canonical, Octets asSent) {

    /** What stands for the signer of a self-signed object. */
    public static final Forms EMPTY = new Forms(Octets.EMPTY, Octets.EMPTY);

    /** The forms of a certificate as the signer input of what it signed. */
    public static Forms of(HashedCertificate certificate) {
        return new Forms(certificate.octets(HashedForm.CANONICAL), certificate.octets(HashedForm.AS_SENT));
    }

    private boolean isCanonical() {
        return canonical.equals(asSent);
    }

    /**
     * The form under which {@code verifies} holds for the data and the signer's certificate; at most four tries.
     *
     * @return {@link HashedForm#CANONICAL} only where both were hashed canonically
     */
    public static Optional<HashedForm> search(Forms data, Forms signer, BiPredicate<Octets, Octets> verifies) {
        if (verifies.test(data.canonical, signer.canonical)) {
            return Optional.of(HashedForm.CANONICAL);
        }
        boolean asSent = (!data.isCanonical() && verifies.test(data.asSent, signer.canonical))
                || (!signer.isCanonical() && verifies.test(data.canonical, signer.asSent))
                || (!data.isCanonical() && !signer.isCanonical() && verifies.test(data.asSent, signer.asSent));
        return asSent ? Optional.of(HashedForm.AS_SENT) : Optional.empty();
    }
}
