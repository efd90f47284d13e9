package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.ToBeSignedCtlSignature;
import org.v2xscms.codec.oer.Codec;

/** The signature of one elector under a trust list.
 *
 * <p>Its hash algorithm is also the one tbsCtlHash is made with. */
public final class CtlSignatureSpdu {

    public static final Codec<SignedSpdu<ToBeSignedCtlSignature>> CODEC = SignedSpdu.codec(
            "CtlSignatureSpdu",
            ScmsPdu.scoped("cert tbsCtlSignature", ToBeSignedCtlSignature.class, ScmsPdu.Content.Cert::new),
            SecurityMgmtPsid.PSID);

    private CtlSignatureSpdu() {}
}
