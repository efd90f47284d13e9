package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.camp.CampScmsContent;
import org.v2xscms.codec.oer.Codec;

/** An answer of version 1 to an enrolment request. */
public final class CampEcaEeCertResponseSpdu {

    public static final Codec<SignedSpdu<CampScmsContent>> CODEC = SignedSpdu.codec(
            "CampEcaEeCertResponseSpdu",
            ScmsPdu.scoped("eca-ee of version 1", CampScmsContent.class, ScmsPdu.Content.Camp::new),
            SecurityMgmtPsid.PSID);

    private CampEcaEeCertResponseSpdu() {}
}
