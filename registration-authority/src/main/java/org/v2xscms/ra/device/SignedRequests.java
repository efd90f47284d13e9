package org.v2xscms.ra.device;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertificateRequest;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.message.RequestSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.kernel.http.ErrorNumber;

/** Certificate requests that an enrolment certificate signs. */
public final class SignedRequests {

    private SignedRequests() {}

    /** The device that signed {@code spdu}. */
    public static Judged<EnrolledDevice> judge(
            SignedCertRequestSpdu<?> spdu, EnrollmentCheck check, SignatureVerifier verifier) {
        SignedCertificateRequest<?> request = spdu.request().value();
        if (!(request.signer() instanceof SignerIdentifier.Certificates(List<Encoded<Certificate>> chain))) {
            return Judged.refused(ErrorNumber.NOT_PARSED);
        }
        HashedCertificate certificate = HashedCertificate.of(chain.getFirst());
        return check.judge(certificate, key -> RequestSignature.verify(request, certificate, key, verifier));
    }
}
