package org.v2xscms.ra.request;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.http.ErrorAnswers;
import org.v2xscms.kernel.http.ScmsError;
import org.v2xscms.ra.device.Judged;

/** POST authorization-certificate: EeRaCertRequestSpdu to RaEeCertAckSpdu. */
@RestController
public class CertificateRequestController {

    private final CertificateRequests requests;
    private final ErrorAnswers errors;

    public CertificateRequestController(CertificateRequests requests, ErrorAnswers errors) {
        this.requests = requests;
        this.errors = errors;
    }

    @PostMapping(
            path = "/v3/authorization-certificate",
            consumes = "application/octet-stream",
            produces = "application/octet-stream")
    ResponseEntity<byte[]> request(@RequestBody byte[] body) {
        return switch (requests.take(Octets.of(body))) {
            case Judged.Accepted<Octets>(Octets ack) -> ResponseEntity.ok(ack.toByteArray());
            case Judged.Refused<Octets>(var number) -> errors.answer(new ScmsError.Refused(number));
        };
    }
}
