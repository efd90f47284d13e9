package org.v2xscms.eca.successor;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.eca.issue.Enrollments;
import org.v2xscms.kernel.exchange.BackEndService;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.SuccessorEnrollment;
import org.v2xscms.messages.SuccessorEnrollmentResponse;

/** What the RA may ask: the next enrolment certificate of a device it has authenticated by the present one. */
public final class SuccessorEnrollments implements BackEndService {

    private static final Logger LOG = LoggerFactory.getLogger(SuccessorEnrollments.class);

    private final Enrollments enrollments;

    public SuccessorEnrollments(Enrollments enrollments) {
        this.enrollments = enrollments;
    }

    @Override
    public Set<Role> callers() {
        return Set.of(Role.RA);
    }

    @Override
    public Result answer(BackEndPdu request, HashedCertificate sender, Role role) {
        if (!(request instanceof SuccessorEnrollment successor)) {
            return new Result.Answer(new Refusal(Refusal.Reason.NOT_SERVED));
        }
        return switch (enrollments.succeed(successor.current(), successor.request())) {
            case Enrollments.Result.Answer(Octets answer) -> new Result.Answer(new SuccessorEnrollmentResponse(answer));
            case Enrollments.Result.Later(var retryAfter) -> new Result.Later(retryAfter);
            case Enrollments.Result.Refused(var number, var reason) -> {
                LOG.info("successor enrolment refused: {}", reason);
                yield new Result.Answer(new Refusal(reason(number)));
            }
        };
    }

    private static Refusal.Reason reason(ErrorNumber number) {
        return switch (number) {
            case ENROLLMENT_CERTIFICATE_UNREGISTERED -> Refusal.Reason.UNKNOWN;
            case GENERATION_TIME_IN_FUTURE, ECA_MAX_AGE -> Refusal.Reason.PERIOD;
            case ECA_MAX_REQUESTS, ECA_MIN_WAIT -> Refusal.Reason.BUDGET;
            default -> Refusal.Reason.RULE;
        };
    }
}
