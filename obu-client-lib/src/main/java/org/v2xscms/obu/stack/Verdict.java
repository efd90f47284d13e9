package org.v2xscms.obu.stack;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.validation.RegionInForce;

/** What a receiver may think of a message. */
public sealed interface Verdict {

    /**
     * Fresh, relevant, first seen, and signed by someone permitted to send it.
     *
     * @param payload what the sender's application sent
     * @param data the message around it
     * @param sender the certificate it is signed with
     * @param region where that certificate is valid
     */
    record Trusted(Octets payload, SignedData data, HashedCertificate sender, RegionInForce region)
            implements Verdict {}

    /**
     * Not to be acted upon.
     *
     * @param check what it does not pass
     * @param found the values, for a reader
     * @param sender the certificate it names, where that is known; null otherwise
     */
    record Refused(Check check, String found, @Nullable HashedCertificate sender) implements Verdict {}

    /**
     * Signed with a certificate, or below one, that is not at hand. The next message that we sign asks for it.
     *
     * @param request the certificate asked for
     */
    record UnknownSigner(HashedId3 request) implements Verdict {}
}
