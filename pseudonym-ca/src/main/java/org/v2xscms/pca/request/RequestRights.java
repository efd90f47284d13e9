package org.v2xscms.pca.request;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.SubjectPermissions;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.crypto.certificate.HashedCertificate;

/** What an RA may ask for: its certRequestPermissions must name each application, or all. */
final class RequestRights {

    private RequestRights() {}

    static boolean cover(HashedCertificate ra, List<PsidSsp> wanted) {
        List<PsidGroupPermissions> rights =
                ra.certificate().toBeSigned().value().certRequestPermissions();
        return rights != null
                && wanted.stream().allMatch(permission -> rights.stream().anyMatch(right -> covers(right, permission)));
    }

    private static boolean covers(PsidGroupPermissions right, PsidSsp wanted) {
        return right.eeType().app()
                && switch (right.subjectPermissions()) {
                    case SubjectPermissions.All _ -> true;
                    case SubjectPermissions.Explicit(var ranges) ->
                        ranges.stream().anyMatch(range -> range.psid().equals(wanted.psid()));
                    case SubjectPermissions.Unknown _ -> false;
                };
    }
}
