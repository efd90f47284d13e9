package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/** The PSID of security management, and the permissions under it: an opaque SSP holds a {@link SecurityMgmtSsp}. */
public final class SecurityMgmtPsid {

    public static final Psid PSID = new Psid(35);

    private SecurityMgmtPsid() {}

    /** The permission that gives its holder the role {@code ssp}. */
    public static PsidSsp permission(SecurityMgmtSsp ssp) {
        return new PsidSsp(PSID, new ServiceSpecificPermissions.Opaque(SecurityMgmtSsp.CODEC.encode(ssp)));
    }

    /**
     * The role {@code permission} gives, or null where it is for another PSID or has no opaque SSP.
     *
     * @throws DecodeException where the SSP is not a SecurityMgmtSsp; offsets count from its start
     */
    public static @Nullable SecurityMgmtSsp role(PsidSsp permission, Reading reading) throws DecodeException {
        return permission.psid().equals(PSID)
                        && permission.ssp() instanceof ServiceSpecificPermissions.Opaque(Octets ssp)
                ? SecurityMgmtSsp.CODEC.decode(ssp, reading).value()
                : null;
    }
}
