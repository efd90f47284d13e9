package org.v2xscms.ma.cases;

import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.messages.CaseId;
import org.v2xscms.messages.Decision;

/**
 * What never changes in a case.
 *
 * @param certificate the one that evidence speaks against
 * @param salt 16 octets that hide the certificate in the commitment
 */
public record CaseFile(CaseId id, HashedCertificate certificate, Octets salt) {

    public Suspect suspect() {
        return Suspect.of(certificate);
    }

    /** What operators consent to. */
    public Decision decision() {
        return new Decision(id, suspect().commitment(salt));
    }

    /** The name in logs, audit records and addresses. */
    public String name() {
        return id.octets().hex();
    }

    static HashedCertificate certificate(Octets octets) {
        try {
            return HashedCertificate.of(Certificate.CODEC
                    .keepingOctets()
                    .decode(octets, Reading.AS_RECEIVED)
                    .value());
        } catch (DecodeException e) {
            throw new IllegalStateException("a stored certificate does not decode", e);
        }
    }
}
