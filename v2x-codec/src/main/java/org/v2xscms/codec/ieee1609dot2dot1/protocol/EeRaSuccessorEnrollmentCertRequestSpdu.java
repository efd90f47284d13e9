package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaInterfacePdu;
import org.v2xscms.codec.oer.Codec;

/** A device asks for the successor of its enrolment certificate, signed with the current one, encrypted to the RA. */
public final class EeRaSuccessorEnrollmentCertRequestSpdu {

    public static final Codec<EncryptedSpdu> CODEC = EncryptedSpdu.codec("EeRaSuccessorEnrollmentCertRequestSpdu");

    /** What the RA decrypts; the request inside goes on to the ECA. */
    public static final Codec<SignedCertRequestSpdu<EeRaInterfacePdu.EeRaSuccessorEnrollmentCertRequest>> PLAINTEXT =
            SignedCertRequestSpdu.signedByCertificate(
                    "EeRaSuccessorEnrollmentCertRequestSpdu",
                    ScmsPdu.scoped(
                            "ee-ra eeRaSuccessorEnrollmentCertRequest",
                            EeRaInterfacePdu.EeRaSuccessorEnrollmentCertRequest.class,
                            ScmsPdu.Content.EeRa::new));

    private EeRaSuccessorEnrollmentCertRequestSpdu() {}
}
