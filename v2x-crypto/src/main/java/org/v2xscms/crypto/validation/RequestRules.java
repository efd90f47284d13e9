package org.v2xscms.crypto.validation;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;

/**
 * What the holder of an enrolment certificate may ask an authority for: no more than its certificate says
 * (Ieee1609Dot2, ToBeSignedCertificate, certRequestPermissions).
 */
public final class RequestRules {

    private RequestRules() {}

    /** The permissions of {@code requested} for which {@code enrollment} has no entry of chain length 0. */
    public static List<PsidSsp> notPermitted(ToBeSignedCertificate requested, ToBeSignedCertificate enrollment) {
        List<PsidGroupPermissions> permitted = enrollment.certRequestPermissions();
        List<PsidSsp> wanted = requested.appPermissions();
        if (wanted == null) {
            return List.of();
        }
        return wanted.stream()
                .filter(permission -> permitted == null || !PermissionRules.mayRequest(permission, permitted))
                .toList();
    }

    /** Whether {@code requested} is well formed and certainly lies where the enrolment certificate is valid. */
    public static boolean isWithin(GeographicRegion requested, RegionInForce enrollment) {
        Findings findings = new Findings();
        RegionRules.checkForm(requested, findings);
        if (findings.violations().isEmpty()) {
            RegionRules.checkWithin(requested, enrollment, findings);
        }
        return findings.violations().isEmpty();
    }
}
