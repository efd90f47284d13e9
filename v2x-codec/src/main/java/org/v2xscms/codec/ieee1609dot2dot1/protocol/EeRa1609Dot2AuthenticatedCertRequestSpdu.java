package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.oer.Codec;

/** A device asks the RA for authorization certificates, signed with its enrolment certificate, encrypted to the RA. */
public final class EeRa1609Dot2AuthenticatedCertRequestSpdu {

    public static final Codec<EncryptedSpdu> CODEC = EncryptedSpdu.codec("EeRa1609Dot2AuthenticatedCertRequestSpdu");

    /** What the RA decrypts. */
    public static final Codec<SignedCertRequestSpdu<EeRaCertRequest>> PLAINTEXT =
            SignedCertRequestSpdu.signedByCertificate(
                    "EeRa1609Dot2AuthenticatedCertRequestSpdu",
                    ScmsPdu.scoped("ee-ra eeRaCertRequest", EeRaCertRequest.class, ScmsPdu.Content.EeRa::new));

    private EeRa1609Dot2AuthenticatedCertRequestSpdu() {}
}
