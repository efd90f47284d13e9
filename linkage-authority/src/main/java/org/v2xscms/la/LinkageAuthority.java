package org.v2xscms.la;

import java.util.Set;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.kernel.exchange.BackEndService;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.la.chain.PreLinkage;
import org.v2xscms.la.seed.SeedRelease;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.PreLinkageRequest;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.SeedWarrant;

/** Who may ask a linkage authority what. */
final class LinkageAuthority implements BackEndService {

    private final PreLinkage values;
    private final SeedRelease seeds;

    LinkageAuthority(PreLinkage values, SeedRelease seeds) {
        this.values = values;
        this.seeds = seeds;
    }

    @Override
    public Set<Role> callers() {
        return Set.of(Role.RA, Role.MA);
    }

    @Override
    public Result answer(BackEndPdu request, HashedCertificate sender, Role role) {
        return new Result.Answer(
                switch (request) {
                    case PreLinkageRequest wanted when role == Role.RA -> values.answer(wanted);
                    case SeedWarrant order when role == Role.MA -> seeds.answer(order);
                    case PreLinkageRequest _, SeedWarrant _ -> new Refusal(Refusal.Reason.ROLE);
                    default -> new Refusal(Refusal.Reason.NOT_SERVED);
                });
    }
}
