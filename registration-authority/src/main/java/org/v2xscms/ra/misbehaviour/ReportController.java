package org.v2xscms.ra.misbehaviour;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.http.ErrorAnswers;
import org.v2xscms.ra.device.DownloadCheck;

/** POST of misbehaviour reports under the names of SAE J3287. */
@RestController
public class ReportController {

    private static final String OCTETS = "application/octet-stream";

    private final Reports reports;
    private final ErrorAnswers errors;

    public ReportController(Reports reports, ErrorAnswers errors) {
        this.reports = reports;
        this.errors = errors;
    }

    @PostMapping(path = "/v3/mbr-upload-STE", consumes = OCTETS)
    ResponseEntity<byte[]> encrypted(
            @RequestBody byte[] body,
            @RequestHeader(name = DownloadCheck.HEADER, required = false) @Nullable String authorization)
            throws InterruptedException {
        return answer(body, Reports.Protection.SIGNED_THEN_ENCRYPTED, authorization);
    }

    @PostMapping(path = "/v3/mbr-upload-signed", consumes = OCTETS)
    ResponseEntity<byte[]> signed(
            @RequestBody byte[] body,
            @RequestHeader(name = DownloadCheck.HEADER, required = false) @Nullable String authorization)
            throws InterruptedException {
        return answer(body, Reports.Protection.SIGNED, authorization);
    }

    @PostMapping(path = "/v3/mbr-upload-plaintext", consumes = OCTETS)
    ResponseEntity<byte[]> plaintext(
            @RequestBody byte[] body,
            @RequestHeader(name = DownloadCheck.HEADER, required = false) @Nullable String authorization)
            throws InterruptedException {
        return answer(body, Reports.Protection.NONE, authorization);
    }

    private ResponseEntity<byte[]> answer(byte[] body, Reports.Protection protection, @Nullable String authorization)
            throws InterruptedException {
        return reports.take(Octets.of(body), protection, authorization)
                .map(errors::answer)
                .orElseGet(() -> ResponseEntity.ok().build());
    }
}
