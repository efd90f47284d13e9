package org.v2xscms.ra.download;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.http.ErrorAnswers;
import org.v2xscms.kernel.http.ScmsError;
import org.v2xscms.ra.device.DownloadCheck;

/** GET authorization-certificate: the file of a week or of a single certificate, whole or a range of it. */
@RestController
public class DownloadController {

    private final Downloads downloads;
    private final ErrorAnswers errors;

    public DownloadController(Downloads downloads, ErrorAnswers errors) {
        this.downloads = downloads;
        this.errors = errors;
    }

    @GetMapping("/v3/authorization-certificate")
    ResponseEntity<byte[]> download(
            @RequestParam("filename") String filename,
            @RequestHeader(name = DownloadCheck.HEADER, required = false) @Nullable String authorization,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range) {
        return switch (downloads.find(authorization, filename)) {
            case Downloads.Found.None(ScmsError error) -> errors.answer(error);
            case Downloads.Found.File(Octets content) -> answer(filename, content, range);
        };
    }

    private ResponseEntity<byte[]> answer(String filename, Octets content, @Nullable String range) {
        return switch (RangeOfOctets.of(range, content.length())) {
            case RangeOfOctets.Wish.Unsatisfiable() -> errors.answer(new ScmsError.RangeNotSatisfiable());
            case RangeOfOctets.Wish.Whole() -> file(HttpStatus.OK, filename).body(content.toByteArray());
            case RangeOfOctets.Wish.Part(RangeOfOctets(int from, int to)) ->
                file(HttpStatus.PARTIAL_CONTENT, filename)
                        .header(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + content.length())
                        .body(content.slice(from, to + 1).toByteArray());
        };
    }

    /** The name is one that {@link FileName} has accepted, so it needs no quoting rules. */
    private static ResponseEntity.BodyBuilder file(HttpStatus status, String filename) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + filename + "\"");
    }
}
