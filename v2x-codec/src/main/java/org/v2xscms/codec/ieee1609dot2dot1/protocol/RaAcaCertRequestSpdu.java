package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequest;
import org.v2xscms.codec.oer.Codec;

/** The RA asks the ACA for one certificate, signed with its certificate. */
public final class RaAcaCertRequestSpdu {

    public static final Codec<SignedCertRequestSpdu<RaAcaCertRequest>> CODEC =
            SignedCertRequestSpdu.signedByCertificate(
                    "RaAcaCertRequestSpdu",
                    ScmsPdu.scoped("aca-ra raAcaCertRequest", RaAcaCertRequest.class, ScmsPdu.Content.AcaRa::new));

    private RaAcaCertRequestSpdu() {}
}
