package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.oer.Codec;

/** A trust list. */
public final class MultiSignedCtlSpdu {

    public static final Codec<UnsecuredSpdu<MultiSignedCtl>> CODEC = UnsecuredSpdu.codec(
            "MultiSignedCtlSpdu",
            ScmsPdu.scoped("cert multiSignedCtl", MultiSignedCtl.class, ScmsPdu.Content.Cert::new));

    private MultiSignedCtlSpdu() {}
}
