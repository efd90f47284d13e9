package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EcaEeCertResponse;
import org.v2xscms.codec.oer.Codec;

/** The ECA answers a device. */
public final class EcaEeCertResponseSpdu {

    public static final Codec<SignedSpdu<EcaEeCertResponse>> CODEC = SignedSpdu.codec(
            "EcaEeCertResponseSpdu",
            ScmsPdu.scoped("eca-ee ecaEeCertResponse", EcaEeCertResponse.class, ScmsPdu.Content.EcaEe::new),
            SecurityMgmtPsid.PSID);

    private EcaEeCertResponseSpdu() {}
}
