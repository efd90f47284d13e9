package org.v2xscms.codec.ieee1609dot2dot1.acpc;

import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.oer.Codec;

/** The activation code of one device signed by the CAM. */
public final class SignedIndividualAprv {

    public static final Codec<SignedSpdu<IndividualAprv>> CODEC =
            SignedSpdu.codec("SignedIndividualAprv", AcpcPdu.APRV, AcpcPsid.PSID);

    private SignedIndividualAprv() {}
}
