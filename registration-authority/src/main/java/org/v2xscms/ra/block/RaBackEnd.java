package org.v2xscms.ra.block;

import java.util.Set;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.kernel.exchange.BackEndService;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.BlockWarrant;
import org.v2xscms.messages.Publication;
import org.v2xscms.messages.Refusal;
import org.v2xscms.ra.publication.Publications;

/** What other authorities ask of this one: the misbehaviour authority alone, to block and to publish. */
public final class RaBackEnd implements BackEndService {

    private final Blocking blocking;
    private final Publications publications;

    public RaBackEnd(Blocking blocking, Publications publications) {
        this.blocking = blocking;
        this.publications = publications;
    }

    @Override
    public Set<Role> callers() {
        return Set.of(Role.MA);
    }

    @Override
    public Result answer(BackEndPdu request, HashedCertificate sender, Role role) {
        return new Result.Answer(
                switch (request) {
                    case BlockWarrant order -> blocking.block(order);
                    case Publication publication -> publications.publish(publication.crl());
                    default -> new Refusal(Refusal.Reason.NOT_SERVED);
                });
    }
}
