package org.v2xscms.obu.provisioning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.crypto.curve.PublicPoint;

/**
 * The enrolment certificate a device asks for.
 *
 * @param validity the authority may give less; with start 0 and duration 0 it chooses
 * @param region null to take what the authority gives
 * @param permissions what the device will ask certificates for: minChainLength 0, chainLengthRange 0
 */
public record EnrollmentWish(
        CertificateType type,
        CertificateId id,
        ValidityPeriod validity,
        @Nullable GeographicRegion region,
        List<PsidGroupPermissions> permissions) {

    public EnrollmentWish {
        permissions = List.copyOf(permissions);
    }

    ToBeSignedCertificate toBeSigned(PublicPoint key) {
        return RequestedContent.of(id, validity, region, null, permissions, key);
    }
}
