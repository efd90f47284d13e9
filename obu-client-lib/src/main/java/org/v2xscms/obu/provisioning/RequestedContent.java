package org.v2xscms.obu.provisioning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.curve.PublicPoint;

/** The tbsCert of a request: cracaId and crlSeries are zero, and the key is a verificationKey even for an implicit one. */
final class RequestedContent {

    private static final HashedId3 NO_CRACA = new HashedId3(Octets.of(new byte[3]));

    private RequestedContent() {}

    static ToBeSignedCertificate of(
            CertificateId id,
            ValidityPeriod validity,
            @Nullable GeographicRegion region,
            @Nullable List<PsidSsp> app,
            @Nullable List<PsidGroupPermissions> request,
            PublicPoint key) {
        return new ToBeSignedCertificate(
                id,
                NO_CRACA,
                new CrlSeries(0),
                validity,
                region,
                null,
                app,
                null,
                request,
                null,
                null,
                new VerificationKeyIndicator.VerificationKey(CurvePoints.verificationKey(key)),
                null,
                null,
                null,
                null,
                Additions.NONE);
    }
}
