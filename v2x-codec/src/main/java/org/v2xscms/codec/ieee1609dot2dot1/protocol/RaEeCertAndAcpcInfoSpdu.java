package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;

import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertInfo;
import org.v2xscms.codec.oer.Codec;

/** The .info file of a batch of certificates that need an activation code, signed by the RA. */
public final class RaEeCertAndAcpcInfoSpdu {

    public static final Codec<SignedSpdu<RaEeCertInfo>> CODEC = SignedSpdu.codec(
            "RaEeCertAndAcpcInfoSpdu",
            ScmsPdu.scoped("ee-ra raEeCertInfo", RaEeCertInfo.class, ScmsPdu.Content.EeRa::new)
                    .where("an acpcTreeId", MODULE, info -> info.acpcTreeId() != null),
            SecurityMgmtPsid.PSID);

    private RaEeCertAndAcpcInfoSpdu() {}
}
