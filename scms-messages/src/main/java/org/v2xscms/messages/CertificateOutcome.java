package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/** What became of one request of a {@link CertificateBatch}. */
public sealed interface CertificateOutcome {

    /** The AcaEeCertResponse SPDU for the device, which the RA cannot read where it is encrypted. */
    record Issued(Octets response) implements CertificateOutcome {}

    /** No certificate, and never one for this request. */
    record Refused(Refusal.Reason reason) implements CertificateOutcome {}

    /** Not now: the same request may be sent again, in any batch. */
    record Later() implements CertificateOutcome {}

    Codec<CertificateOutcome> CODEC = choice(
            "CertificateOutcome",
            MODULE,
            alternative(
                    "issued",
                    Strings.octetString("Response", MODULE, 1, 8192),
                    Issued.class,
                    Issued::new,
                    Issued::response),
            alternative("refused", Refusal.Reason.CODEC, Refused.class, Refused::new, Refused::reason),
            alternative("later", Later.class, Later::new));
}
