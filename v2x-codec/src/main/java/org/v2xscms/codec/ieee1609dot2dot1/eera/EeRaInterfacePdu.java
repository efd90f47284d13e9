package org.v2xscms.codec.ieee1609dot2dot1.eera;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.ieee1609dot2dot1.eera.EeRa.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EeEcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeEcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertRequestSpdu;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;

/** What goes between device and RA. */
public sealed interface EeRaInterfacePdu
        permits EeRaCertRequest,
                RaEeAck,
                EeRaDownloadRequest,
                EeRaInterfacePdu.EeRaSuccessorEnrollmentCertRequest,
                EeRaInterfacePdu.Unknown {

    /** A whole enrolment request; signed again with the current enrolment certificate it asks for the successor. */
    record EeRaSuccessorEnrollmentCertRequest(Encoded<SignedCertRequestSpdu<EeEcaCertRequest>> value)
            implements EeRaInterfacePdu {}

    record Unknown(UnknownAlternative value) implements EeRaInterfacePdu {}

    Codec<EeRaInterfacePdu> CODEC = choice(
            "EeRaInterfacePdu",
            MODULE,
            alternative("eeRaCertRequest", EeRaCertRequest.CODEC, EeRaCertRequest.class, identity(), identity()),
            alternative("raEeCertAck", RaEeCertAck.CODEC, RaEeCertAck.class, identity(), identity()),
            alternative("raEeCertInfo", RaEeCertInfo.CODEC, RaEeCertInfo.class, identity(), identity()),
            alternative(
                    "eeRaDownloadRequest",
                    EeRaDownloadRequest.CODEC,
                    EeRaDownloadRequest.class,
                    identity(),
                    identity()),
            alternative(
                    "eeRaSuccessorEnrollmentCertRequest",
                    Codec.recursive("EeEcaCertRequestSpdu", () -> EeEcaCertRequestSpdu.CODEC)
                            .keepingOctets(),
                    EeRaSuccessorEnrollmentCertRequest.class,
                    EeRaSuccessorEnrollmentCertRequest::new,
                    EeRaSuccessorEnrollmentCertRequest::value),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
