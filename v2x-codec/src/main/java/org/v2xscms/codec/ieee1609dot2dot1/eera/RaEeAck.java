package org.v2xscms.codec.ieee1609dot2dot1.eera;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;

/** What may answer a request for a successor enrolment certificate. */
public sealed interface RaEeAck extends EeRaInterfacePdu permits RaEeCertAck, RaEeCertInfo {

    /** When the answer was made. */
    Time32 generationTime();

    /** Hash of the request SPDU as received. */
    HashedId8 requestHash();

    /** When the device should come for its certificate. */
    Time32 nextDlTime();
}
