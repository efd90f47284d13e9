package org.v2xscms.ra.provisioning;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.messages.CertificateBatch;
import org.v2xscms.messages.CertificateBatchResponse;
import org.v2xscms.messages.CertificateOutcome;

/** Sends batches to the ACA. */
public final class CertificateAuthority {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateAuthority.class);

    private final PeerClient client;

    public CertificateAuthority(PeerClient client) {
        this.client = client;
    }

    /** What became of each request; empty where it is unknown, so that the same requests have to be sent again. */
    Optional<List<CertificateOutcome>> issue(List<Octets> requests) throws InterruptedException {
        return switch (client.ask(new CertificateBatch(requests))) {
            case PeerClient.Reply.NoAnswer none -> unknown(none.reason());
            case PeerClient.Reply.Answer answer ->
                answer.pdu() instanceof CertificateBatchResponse response
                                && response.outcomes().size() == requests.size()
                        ? Optional.of(response.outcomes())
                        : unknown("not an outcome for each request");
        };
    }

    private static <T> Optional<T> unknown(String reason) {
        LOG.info("no certificates of the ACA: {}", reason);
        return Optional.empty();
    }
}
