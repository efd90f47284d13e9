package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.oer.Codec;

/**
 * A device asks the RA for authorization certificates, signed with its X.509 enrolment certificate, encrypted to the
 * RA.
 */
public final class EeRaX509AuthenticatedCertRequestSpdu {

    public static final Codec<EncryptedSpdu> CODEC = EncryptedSpdu.codec("EeRaX509AuthenticatedCertRequestSpdu");

    /** What the RA decrypts. */
    public static final Codec<SignedX509CertRequestSpdu<EeRaCertRequest>> PLAINTEXT = SignedX509CertRequestSpdu.codec(
            "EeRaX509AuthenticatedCertRequestSpdu",
            ScmsPdu.scoped("ee-ra eeRaCertRequest", EeRaCertRequest.class, ScmsPdu.Content.EeRa::new));

    private EeRaX509AuthenticatedCertRequestSpdu() {}
}
