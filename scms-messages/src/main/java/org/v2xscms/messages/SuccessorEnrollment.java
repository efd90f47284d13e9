package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * RA to ECA: a device with a valid enrolment certificate asks for the next one.
 *
 * @param current the enrolment certificate under which the RA authenticated the device
 * @param request the EeEcaCertRequestSpdu, octet for octet
 */
public record SuccessorEnrollment(HashedId8 current, Octets request) implements BackEndPdu {

    public static final Codec<SuccessorEnrollment> CODEC = sequence(
            "SuccessorEnrollment",
            MODULE,
            SuccessorEnrollment::new,
            required("current", HashedId8.CODEC, SuccessorEnrollment::current),
            required("request", Strings.octetString("Request", MODULE, 1, 65_536), SuccessorEnrollment::request));
}
