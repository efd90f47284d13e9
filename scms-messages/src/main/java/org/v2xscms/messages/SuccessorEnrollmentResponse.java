package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * ECA to RA: the answer for the device.
 *
 * @param response the EcaEeCertResponseSpdu
 */
public record SuccessorEnrollmentResponse(Octets response) implements BackEndPdu {

    public static final Codec<SuccessorEnrollmentResponse> CODEC = sequence(
            "SuccessorEnrollmentResponse",
            MODULE,
            SuccessorEnrollmentResponse::new,
            required(
                    "response",
                    Strings.octetString("Response", MODULE, 1, 65_536),
                    SuccessorEnrollmentResponse::response));
}
