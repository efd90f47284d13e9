package org.v2xscms.crypto.realdata;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.CertificateSignatures;
import org.v2xscms.crypto.certificate.CertifiedKey;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.PublicPoint;

/** What others made, decoded as it was received. */
final class Real {

    private Real() {}

    static HashedCertificate certificate(Octets octets) throws DecodeException {
        return HashedCertificate.of(Certificate.CODEC
                .keepingOctets()
                .decode(octets, Reading.AS_RECEIVED)
                .value());
    }

    static SignedData signedData(Octets octets) throws DecodeException {
        return assertInstanceOf(
                SignedData.class,
                Ieee1609Dot2Data.CODEC
                        .decode(octets, Reading.AS_RECEIVED)
                        .value()
                        .content());
    }

    /** The key that {@code certificate} states; its issuer may be out of reach. */
    static PublicPoint statedKey(HashedCertificate certificate) {
        return assertInstanceOf(CertifiedKey.Certified.class, CertificateSignatures.statedKey(certificate))
                .key();
    }

    /** The certificates that came with {@code data}, the signer's first. */
    static List<HashedCertificate> inline(SignedData data) {
        List<Encoded<Certificate>> sent = assertInstanceOf(SignerIdentifier.Certificates.class, data.signer())
                .value();
        return sent.stream().map(HashedCertificate::of).toList();
    }
}
