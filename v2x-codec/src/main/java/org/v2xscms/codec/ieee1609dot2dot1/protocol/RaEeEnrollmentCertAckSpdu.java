package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;

import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeAck;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertInfo;
import org.v2xscms.codec.oer.Codec;

/** The RA has taken a request for a successor enrolment certificate.
 *
 * <p>The module has raEeCertInfo here where raEeCertAck would be expected, possibly an erratum: emit
 * {@link RaEeCertInfo} as printed, accept both. */
public final class RaEeEnrollmentCertAckSpdu {

    public static final Codec<SignedSpdu<RaEeAck>> CODEC = SignedSpdu.codec(
            "RaEeEnrollmentCertAckSpdu",
            ScmsPdu.<RaEeAck>scoped(
                            "ee-ra raEeCertInfo or raEeCertAck", RaEeAck.class, ack -> new ScmsPdu.Content.EeRa(ack))
                    .where(
                            "no acpcTreeId",
                            MODULE,
                            ack -> !(ack instanceof RaEeCertInfo info) || info.acpcTreeId() == null),
            SecurityMgmtPsid.PSID);

    private RaEeEnrollmentCertAckSpdu() {}
}
