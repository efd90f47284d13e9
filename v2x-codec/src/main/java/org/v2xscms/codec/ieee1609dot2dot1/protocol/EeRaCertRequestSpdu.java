package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;

import org.v2xscms.codec.ieee1609dot2dot1.TwoForms;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.oer.Codec;

/** A device asks the RA for authorization certificates; which kind of certificate signs shows after decryption. */
public final class EeRaCertRequestSpdu {

    private static final int X509_TAG = 0x84;

    public static final Codec<EncryptedSpdu> CODEC = EncryptedSpdu.codec("EeRaCertRequestSpdu");

    /** What the RA decrypts: the content alternative, octet 1, tells X.509 (84) from IEEE 1609.2 (83). */
    public static final Codec<CertRequestSpdu<EeRaCertRequest>> PLAINTEXT = new TwoForms<>(
            "EeRaCertRequestSpdu",
            1,
            tag -> tag == X509_TAG,
            EeRaX509AuthenticatedCertRequestSpdu.PLAINTEXT.<CertRequestSpdu<EeRaCertRequest>>as(
                    "EeRaCertRequestSpdu", MODULE, spdu -> spdu, spdu ->
                            (SignedX509CertRequestSpdu<EeRaCertRequest>) spdu),
            SignedX509CertRequestSpdu.class::isInstance,
            EeRa1609Dot2AuthenticatedCertRequestSpdu.PLAINTEXT.<CertRequestSpdu<EeRaCertRequest>>as(
                    "EeRaCertRequestSpdu", MODULE, spdu -> spdu, spdu ->
                            (SignedCertRequestSpdu<EeRaCertRequest>) spdu));

    private EeRaCertRequestSpdu() {}
}
