package org.v2xscms.pca.certificate;

import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;

/** Contents of certificates that differ in one component. */
final class Contents {

    private Contents() {}

    static ToBeSignedCertificate withKey(ToBeSignedCertificate content, VerificationKeyIndicator key) {
        return new ToBeSignedCertificate(
                content.id(),
                content.cracaId(),
                content.crlSeries(),
                content.validityPeriod(),
                content.region(),
                content.assuranceLevel(),
                content.appPermissions(),
                content.certIssuePermissions(),
                content.certRequestPermissions(),
                content.canRequestRollover(),
                content.encryptionKey(),
                key,
                content.flags(),
                content.appExtensions(),
                content.certIssueExtensions(),
                content.certRequestExtension(),
                content.additions());
    }
}
