package org.v2xscms.codec.ieee1609dot2dot1.acpc;

import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;

/** The PSID of activation codes for pseudonym certificates. */
public final class AcpcPsid {

    public static final Psid PSID = new Psid(2_113_696);

    private AcpcPsid() {}
}
