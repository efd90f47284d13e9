package org.v2xscms.crypto.certificate;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Reading;

/** The role that a certificate gives its holder by the SSP of PSID 35 (IEEE 1609.2.1-2022 Ieee1609Dot2Dot1Protocol,
 * SecurityMgmtSsp). */
public final class Roles {

    private Roles() {}

    /** Whether a permission of {@code certificate} gives it {@code role}. */
    public static boolean holds(HashedCertificate certificate, Class<? extends SecurityMgmtSsp> role) {
        List<PsidSsp> permissions =
                certificate.certificate().toBeSigned().value().appPermissions();
        return permissions != null && permissions.stream().anyMatch(permission -> gives(permission, role));
    }

    private static boolean gives(PsidSsp permission, Class<? extends SecurityMgmtSsp> role) {
        try {
            return role.isInstance(SecurityMgmtPsid.role(permission, Reading.AS_RECEIVED));
        } catch (DecodeException unreadable) {
            // A permission that cannot be read gives no role.
            return false;
        }
    }
}
