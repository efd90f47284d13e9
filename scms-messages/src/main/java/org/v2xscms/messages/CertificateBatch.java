package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import java.util.List;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * RA to ACA: requests of many devices, mixed.
 *
 * @param requests each the COER of an ScmsPdu with aca-ra raAcaCertRequest; {@link RequestDigest} is over exactly these
 *     octets. 1 to 5,000
 */
public record CertificateBatch(List<Octets> requests) implements BackEndPdu {

    /** The greatest number of requests: half a second's work of one ACA. */
    public static final int MAX_REQUESTS = 5_000;

    public static final Codec<CertificateBatch> CODEC = sequence(
            "CertificateBatch",
            MODULE,
            CertificateBatch::new,
            required(
                    "requests",
                    sequenceOf("Requests", MODULE, 1, MAX_REQUESTS, Strings.octetString("Request", MODULE, 1, 4096)),
                    CertificateBatch::requests));

    public CertificateBatch {
        requests = List.copyOf(requests);
    }
}
