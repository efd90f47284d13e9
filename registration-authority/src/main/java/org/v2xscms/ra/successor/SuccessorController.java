package org.v2xscms.ra.successor;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.http.ErrorAnswers;
import org.v2xscms.kernel.http.ScmsError;
import org.v2xscms.ra.device.DownloadCheck;
import org.v2xscms.ra.device.Judged;

/** POST and GET successor-enrollment-certificate. The answer's file name is {@code <requestHash>.oer}. */
@RestController
public class SuccessorController {

    private static final String PATH = "/v3/successor-enrollment-certificate";

    private final Successors successors;
    private final ErrorAnswers errors;

    public SuccessorController(Successors successors, ErrorAnswers errors) {
        this.successors = successors;
        this.errors = errors;
    }

    @PostMapping(path = PATH, consumes = "application/octet-stream", produces = "application/octet-stream")
    ResponseEntity<byte[]> request(@RequestBody byte[] body) {
        return switch (successors.take(Octets.of(body))) {
            case Judged.Accepted<Octets>(Octets ack) -> ResponseEntity.ok(ack.toByteArray());
            case Judged.Refused<Octets>(var number) -> errors.answer(new ScmsError.Refused(number));
        };
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> answer(
            @RequestParam("filename") String filename,
            @RequestHeader(name = DownloadCheck.HEADER, required = false) @Nullable String authorization) {
        return switch (successors.find(authorization, filename)) {
            case Successors.Answer.There(Octets response) ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(response.toByteArray());
            case Successors.Answer.None(ScmsError error) -> errors.answer(error);
        };
    }
}
