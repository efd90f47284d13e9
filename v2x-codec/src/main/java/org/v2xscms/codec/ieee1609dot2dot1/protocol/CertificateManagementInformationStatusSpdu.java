package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertificateManagementInfoStatus;
import org.v2xscms.codec.oer.Codec;

/** What was last renewed, signed by the RA or the distribution centre. */
public final class CertificateManagementInformationStatusSpdu {

    public static final Codec<SignedSpdu<CertificateManagementInfoStatus>> CODEC = SignedSpdu.codec(
            "CertificateManagementInformationStatusSpdu",
            ScmsPdu.scoped("cert infoStatus", CertificateManagementInfoStatus.class, ScmsPdu.Content.Cert::new),
            SecurityMgmtPsid.PSID);

    private CertificateManagementInformationStatusSpdu() {}
}
