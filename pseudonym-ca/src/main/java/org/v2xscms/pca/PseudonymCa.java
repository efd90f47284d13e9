package org.v2xscms.pca;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.kernel.exchange.BackEndService;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.CertificateBatch;
import org.v2xscms.messages.CertificateBatchResponse;
import org.v2xscms.messages.CertificateOutcome;
import org.v2xscms.messages.LinkageKeyOffer;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.ResolveWarrant;
import org.v2xscms.pca.issue.Issuance;
import org.v2xscms.pca.linkage.LinkageKeys;
import org.v2xscms.pca.request.RequestJudge;
import org.v2xscms.pca.resolve.Resolution;

/** Who may ask the authorization CA what. */
final class PseudonymCa implements BackEndService {

    private final Issuance issuance;
    private final RequestJudge judge;
    private final LinkageKeys linkageKeys;
    private final Resolution resolution;

    PseudonymCa(Issuance issuance, RequestJudge judge, LinkageKeys linkageKeys, Resolution resolution) {
        this.issuance = issuance;
        this.judge = judge;
        this.linkageKeys = linkageKeys;
        this.resolution = resolution;
    }

    @Override
    public Set<Role> callers() {
        return Set.of(Role.RA, Role.LA, Role.MA);
    }

    @Override
    public Result answer(BackEndPdu request, HashedCertificate sender, Role role) {
        return switch (request) {
            case CertificateBatch batch when role == Role.RA -> issue(batch, sender);
            case LinkageKeyOffer offer when role == Role.LA -> new Result.Answer(linkageKeys.accept(offer, sender));
            case ResolveWarrant order when role == Role.MA -> new Result.Answer(resolution.answer(order));
            case CertificateBatch _, LinkageKeyOffer _, ResolveWarrant _ ->
                new Result.Answer(new Refusal(Refusal.Reason.ROLE));
            default -> new Result.Answer(new Refusal(Refusal.Reason.NOT_SERVED));
        };
    }

    private Result issue(CertificateBatch batch, HashedCertificate ra) {
        List<Octets> requests = batch.requests();
        return switch (issuance.issue(requests, request -> judge.judge(request, ra))) {
            case Issuance.Result.Outcomes(List<CertificateOutcome> outcomes) ->
                new Result.Answer(new CertificateBatchResponse(outcomes));
            case Issuance.Result.NotNow(Duration retryAfter) -> new Result.Later(retryAfter);
        };
    }
}
