package org.v2xscms.pca.request;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.kernel.intent.Period;
import org.v2xscms.pca.certificate.IssuingAuthority;

/** What this authority and not the request decides about a certificate, and where its rows are kept. */
record Frame(ValidityPeriod validity, CrlSeries series, Period period) {

    /** The certificate's content: region and permissions as wanted, everything else from here. */
    ToBeSignedCertificate content(
            ToBeSignedCertificate wanted,
            CertificateId subject,
            IssuingAuthority issuer,
            @Nullable PublicEncryptionKey encryptionKey,
            VerificationKeyIndicator key) {
        return new ToBeSignedCertificate(
                subject,
                issuer.craca(),
                series,
                validity,
                wanted.region(),
                null,
                wanted.appPermissions(),
                null,
                null,
                null,
                encryptionKey,
                key,
                null,
                null,
                null,
                null,
                Additions.NONE);
    }
}
