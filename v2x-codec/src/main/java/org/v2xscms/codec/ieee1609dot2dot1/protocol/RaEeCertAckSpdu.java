package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertAck;
import org.v2xscms.codec.oer.Codec;

/** The RA has taken a request. */
public final class RaEeCertAckSpdu {

    public static final Codec<SignedSpdu<RaEeCertAck>> CODEC = SignedSpdu.codec(
            "RaEeCertAckSpdu",
            ScmsPdu.scoped("ee-ra raEeCertAck", RaEeCertAck.class, ScmsPdu.Content.EeRa::new),
            SecurityMgmtPsid.PSID);

    private RaEeCertAckSpdu() {}
}
