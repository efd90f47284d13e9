package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import java.util.List;
import org.v2xscms.codec.oer.Codec;

/**
 * ACA to RA: what became of each request of a batch.
 *
 * @param outcomes in the order of the requests
 */
public record CertificateBatchResponse(List<CertificateOutcome> outcomes) implements BackEndPdu {

    public static final Codec<CertificateBatchResponse> CODEC = sequence(
            "CertificateBatchResponse",
            MODULE,
            CertificateBatchResponse::new,
            required(
                    "outcomes",
                    sequenceOf("Outcomes", MODULE, 1, CertificateBatch.MAX_REQUESTS, CertificateOutcome.CODEC),
                    CertificateBatchResponse::outcomes));

    public CertificateBatchResponse {
        outcomes = List.copyOf(outcomes);
    }
}
