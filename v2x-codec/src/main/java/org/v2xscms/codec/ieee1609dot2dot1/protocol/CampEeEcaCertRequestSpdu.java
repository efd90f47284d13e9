package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.camp.CampScmsContent;
import org.v2xscms.codec.oer.Codec;

/** An enrolment request of version 1; {@code SignedCertificateRequest} is that of IEEE 1609.2.1. */
public final class CampEeEcaCertRequestSpdu {

    public static final Codec<SignedCertRequestSpdu<CampScmsContent>> CODEC = SignedCertRequestSpdu.signedBySelf(
            "CampEeEcaCertRequestSpdu",
            ScmsPdu.scoped("eca-ee of version 1", CampScmsContent.class, ScmsPdu.Content.Camp::new));

    private CampEeEcaCertRequestSpdu() {}
}
