package org.v2xscms.eca;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.eca.issue.Enrollments;
import org.v2xscms.kernel.http.ErrorAnswers;
import org.v2xscms.kernel.http.ScmsError;

/** Where devices enrol (IEEE 1609.2.1-2022 REST v3): an EeEcaCertRequestSpdu, answered by an EcaEeCertResponseSpdu. */
@RestController
public class EnrollmentController {

    /** The path below the ECA's base URL. */
    public static final String PATH = "/v3/enrollment-certificate";

    private static final Logger LOG = LoggerFactory.getLogger(EnrollmentController.class);

    private final Enrollments enrollments;
    private final ErrorAnswers errors;

    public EnrollmentController(Enrollments enrollments, ErrorAnswers errors) {
        this.enrollments = enrollments;
        this.errors = errors;
    }

    @PostMapping(path = PATH, consumes = "application/octet-stream", produces = "application/octet-stream")
    ResponseEntity<byte[]> enroll(@RequestBody byte[] body) {
        return switch (enrollments.enroll(Octets.of(body))) {
            case Enrollments.Result.Answer(Octets answer) -> ResponseEntity.ok(answer.toByteArray());
            case Enrollments.Result.Later(var retryAfter) -> errors.answer(new ScmsError.Unavailable(retryAfter));
            case Enrollments.Result.Refused(var number, var reason) -> {
                LOG.info("enrolment refused: {}", reason);
                yield errors.answer(new ScmsError.Refused(number));
            }
        };
    }
}
