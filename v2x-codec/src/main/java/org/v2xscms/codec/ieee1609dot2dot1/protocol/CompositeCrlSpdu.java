package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CompositeCrl;
import org.v2xscms.codec.oer.Codec;

/** The file of revocation lists and trust list. */
public final class CompositeCrlSpdu {

    public static final Codec<UnsecuredSpdu<CompositeCrl>> CODEC = UnsecuredSpdu.codec(
            "CompositeCrlSpdu", ScmsPdu.scoped("cert compositeCrl", CompositeCrl.class, ScmsPdu.Content.Cert::new));

    private CompositeCrlSpdu() {}
}
