package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.acara.AcaRaCertResponse;
import org.v2xscms.codec.oer.Codec;

/** The ACA answers the RA. */
public final class AcaRaCertResponseSpdu {

    public static final Codec<SignedSpdu<AcaRaCertResponse>> CODEC = SignedSpdu.codec(
            "AcaRaCertResponseSpdu",
            ScmsPdu.scoped("aca-ra acaRaCertResponse", AcaRaCertResponse.class, ScmsPdu.Content.AcaRa::new),
            SecurityMgmtPsid.PSID);

    private AcaRaCertResponseSpdu() {}
}
