package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeCertResponse;
import org.v2xscms.codec.oer.Codec;

/** A certificate for a device, neither encrypted nor signed. */
public final class AcaEeCertResponsePlainSpdu {

    public static final Codec<UnsecuredSpdu<AcaEeCertResponse>> CODEC = UnsecuredSpdu.codec(
            "AcaEeCertResponsePlainSpdu",
            ScmsPdu.scoped("aca-ee acaEeCertResponse", AcaEeCertResponse.class, ScmsPdu.Content.AcaEe::new));

    private AcaEeCertResponsePlainSpdu() {}
}
