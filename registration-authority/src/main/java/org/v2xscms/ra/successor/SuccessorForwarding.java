package org.v2xscms.ra.successor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EcaEeCertResponseSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.SuccessorEnrollment;
import org.v2xscms.messages.SuccessorEnrollmentResponse;
import org.v2xscms.ra.device.Devices;

/**
 * Passes successor requests on to the ECA. The new certificate becomes one of the device's before anybody gets it, so a
 * device that is blocked later is blocked under it, too.
 */
public final class SuccessorForwarding {

    private static final Logger LOG = LoggerFactory.getLogger(SuccessorForwarding.class);
    private static final int AT_ONCE = 20;

    private final AuthorityDatabase database;
    private final Devices devices;
    private final PeerClient eca;

    public SuccessorForwarding(AuthorityDatabase database, Devices devices, PeerClient eca) {
        this.database = database;
        this.devices = devices;
        this.eca = eca;
    }

    /** Passes on what is open; what gets no answer stays open. */
    public void round() throws InterruptedException {
        for (SuccessorRows.Open open : database.inTransaction(
                "finding successor requests", connection -> SuccessorRows.open(connection, AT_ONCE))) {
            switch (eca.ask(new SuccessorEnrollment(open.current(), open.request()))) {
                case PeerClient.Reply.NoAnswer none -> {
                    LOG.info("no answer of the ECA: {}", none.reason());
                    return;
                }
                case PeerClient.Reply.Answer answer -> {
                    switch (answer.pdu()) {
                        case SuccessorEnrollmentResponse response -> take(open, response.response());
                        case Refusal refusal -> {
                            LOG.info("the ECA refuses a successor: {}", refusal.reason());
                            store(open, null, Optional.empty());
                        }
                        default -> LOG.warn("the ECA answers with another message");
                    }
                }
            }
        }
    }

    private void take(SuccessorRows.Open open, Octets response) {
        try {
            HashedCertificate certificate = HashedCertificate.of(EcaEeCertResponseSpdu.CODEC
                    .decode(response, Reading.STRICT)
                    .value()
                    .content()
                    .value()
                    .certificate());
            store(open, response, Optional.of(certificate));
        } catch (DecodeException e) {
            LOG.warn("the ECA's answer cannot be read: {}", e.clause());
        }
    }

    private void store(SuccessorRows.Open open, @Nullable Octets response, Optional<HashedCertificate> certificate) {
        database.inTransaction("storing the ECA's answer", connection -> {
            devices.lock(connection, open.device());
            if (certificate.isPresent()) {
                devices.addSuccessor(connection, open.device(), certificate.get());
            }
            return SuccessorRows.answer(connection, open.requestHash(), response);
        });
    }
}
