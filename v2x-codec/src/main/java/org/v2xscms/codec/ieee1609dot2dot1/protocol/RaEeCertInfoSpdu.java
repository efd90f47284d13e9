package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;

import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertInfo;
import org.v2xscms.codec.oer.Codec;

/** The .info file of a batch of certificates that need no activation code. */
public final class RaEeCertInfoSpdu {

    public static final Codec<UnsecuredSpdu<RaEeCertInfo>> CODEC = UnsecuredSpdu.codec(
            "RaEeCertInfoSpdu",
            ScmsPdu.scoped("ee-ra raEeCertInfo", RaEeCertInfo.class, ScmsPdu.Content.EeRa::new)
                    .where("no acpcTreeId", MODULE, info -> info.acpcTreeId() == null));

    private RaEeCertInfoSpdu() {}
}
