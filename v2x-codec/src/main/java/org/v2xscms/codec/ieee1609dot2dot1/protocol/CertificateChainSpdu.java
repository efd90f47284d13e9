package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertificateChain;
import org.v2xscms.codec.oer.Codec;

/** The file of certificates and trust list. */
public final class CertificateChainSpdu {

    public static final Codec<UnsecuredSpdu<CertificateChain>> CODEC = UnsecuredSpdu.codec(
            "CertificateChainSpdu",
            ScmsPdu.scoped("cert certificateChain", CertificateChain.class, ScmsPdu.Content.Cert::new));

    private CertificateChainSpdu() {}
}
