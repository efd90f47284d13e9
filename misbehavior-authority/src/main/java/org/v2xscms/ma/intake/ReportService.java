package org.v2xscms.ma.intake;

import java.util.Set;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.kernel.exchange.BackEndService;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.messages.Accepted;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.ReportForward;

/** The one thing others may ask of this authority: that it takes a report. */
public final class ReportService implements BackEndService {

    private final ReportIntake intake;

    public ReportService(ReportIntake intake) {
        this.intake = intake;
    }

    @Override
    public Set<Role> callers() {
        return Set.of(Role.RA);
    }

    @Override
    public Result answer(BackEndPdu request, HashedCertificate sender, Role role) {
        return request instanceof ReportForward forward
                ? intake.take(forward.report())
                        .<Result>map(Result.Later::new)
                        .orElseGet(() -> new Result.Answer(new Accepted()))
                : new Result.Answer(new Refusal(Refusal.Reason.NOT_SERVED));
    }
}
