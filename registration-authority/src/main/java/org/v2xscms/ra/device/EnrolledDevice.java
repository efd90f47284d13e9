package org.v2xscms.ra.device;

import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.validation.RegionInForce;

/**
 * The holder of a valid enrolment certificate who has proved to hold its key.
 *
 * @param region where the certificate is valid, its issuers' regions taken into account
 */
public record EnrolledDevice(HashedCertificate certificate, RegionInForce region) {

    /** What the database knows the certificate by: its whole-certificate hash by SHA-256, 32 octets. */
    public Octets hash() {
        return hash(certificate);
    }

    public ToBeSignedCertificate content() {
        return certificate.certificate().toBeSigned().value();
    }

    static Octets hash(HashedCertificate certificate) {
        return certificate.hashWith(HashFunction.SHA256).value();
    }
}
