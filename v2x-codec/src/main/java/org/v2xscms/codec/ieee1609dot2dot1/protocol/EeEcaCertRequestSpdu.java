package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EeEcaCertRequest;
import org.v2xscms.codec.oer.Codec;

/** A device asks the ECA for an enrolment certificate.
 *
 * <p>It is signed with the requested key or, where canonicalId is present, with the canonical key. */
public final class EeEcaCertRequestSpdu {

    public static final Codec<SignedCertRequestSpdu<EeEcaCertRequest>> CODEC = SignedCertRequestSpdu.signedBySelf(
            "EeEcaCertRequestSpdu",
            ScmsPdu.scoped("eca-ee eeEcaCertRequest", EeEcaCertRequest.class, ScmsPdu.Content.EcaEe::new));

    private EeEcaCertRequestSpdu() {}
}
