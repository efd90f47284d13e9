package org.v2xscms.ra.publication;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.http.ErrorAnswers;
import org.v2xscms.kernel.http.ScmsError;

/**
 * The public files over HTTP (IEEE 1609.2.1-2022 6.3.5). Nothing here reads the database, a key or another authority: each
 * answer is a file.
 */
@RestController
public class PublicationController {

    private final PublicCatalogue catalogue;
    private final ErrorAnswers errors;

    public PublicationController(PublicCatalogue catalogue, ErrorAnswers errors) {
        this.catalogue = catalogue;
        this.errors = errors;
    }

    @GetMapping("/v3/ccf-ctl")
    ResponseEntity<byte[]> chainFile(@RequestParam(name = "ctlSeriesId", required = false) @Nullable String series) {
        return answer(catalogue.chainFile(series), "ccf.oer");
    }

    @GetMapping("/v3/composite-crl-ctl")
    ResponseEntity<byte[]> composite(@RequestParam(name = "ctlSeriesId", required = false) @Nullable String series) {
        return answer(catalogue.compositeCrl(series), "composite-crl.oer");
    }

    @GetMapping("/v3/ctl")
    ResponseEntity<byte[]> trustList(
            @RequestParam(name = "ctlSeriesId", required = false) @Nullable String series,
            @RequestParam(name = "ctlSequenceNumber", required = false) @Nullable Integer sequence) {
        return answer(catalogue.trustList(series, sequence), "ctl.zip");
    }

    @GetMapping("/v3/ca-certificate")
    ResponseEntity<byte[]> certificate(@RequestParam("certId") String id) {
        return answer(catalogue.certificate(id), "ca-certificate.oer");
    }

    @GetMapping("/v3/crl")
    ResponseEntity<byte[]> crl(@RequestParam("craca") String craca, @RequestParam("crlSeries") int series) {
        return answer(catalogue.crl(craca, series), "crl.oer");
    }

    @GetMapping("/v3/ra-certificate")
    ResponseEntity<byte[]> registrationAuthority() {
        return answer(catalogue.ownCertificate(), "ra-certificate.oer");
    }

    @GetMapping("/v3/ma-certificate")
    ResponseEntity<byte[]> misbehaviourAuthority(@RequestParam("psid") String psid) {
        return answer(catalogue.misbehaviourAuthority(psid), "ma-certificate.oer");
    }

    @GetMapping("/v3/certificate-management-info-status")
    ResponseEntity<byte[]> status() {
        return answer(catalogue.status(), "certificate-management-info-status.oer");
    }

    private ResponseEntity<byte[]> answer(Optional<Octets> file, String name) {
        return file.map(content -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                        .body(content.toByteArray()))
                .orElseGet(() -> errors.answer(new ScmsError.NotFound()));
    }
}
