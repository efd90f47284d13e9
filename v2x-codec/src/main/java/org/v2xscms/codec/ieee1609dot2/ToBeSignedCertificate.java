package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Sequence.addition;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SubjectAssurance;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Null;

/**
 * The content of a certificate.
 *
 * @param id who holds it
 * @param cracaId the CA that authorises the CRLs it would be listed on
 * @param crlSeries the series of those CRLs
 * @param validityPeriod when it is valid
 * @param region where it is valid; absent, where its issuer is, and worldwide if self-signed
 * @param assuranceLevel how well its holder keeps its keys
 * @param appPermissions what its holder may sign
 * @param certIssuePermissions which certificates its holder may issue
 * @param certRequestPermissions which certificates its holder may ask for
 * @param canRequestRollover for future use
 * @param encryptionKey to encrypt to its holder
 * @param verifyKeyIndicator the holder's key, or what it is reconstructed from
 * @param flags further properties, not all zero
 * @param appExtensions further permissions
 * @param certIssueExtensions further permissions to issue
 * @param certRequestExtension further permissions to ask for
 */
public record ToBeSignedCertificate(
        CertificateId id,
        HashedId3 cracaId,
        CrlSeries crlSeries,
        ValidityPeriod validityPeriod,
        @Nullable GeographicRegion region,
        @Nullable SubjectAssurance assuranceLevel,
        @Nullable List<PsidSsp> appPermissions,
        @Nullable List<PsidGroupPermissions> certIssuePermissions,
        @Nullable List<PsidGroupPermissions> certRequestPermissions,
        @Nullable Null canRequestRollover,
        @Nullable PublicEncryptionKey encryptionKey,
        VerificationKeyIndicator verifyKeyIndicator,
        @Nullable CertificateFlags flags,
        @Nullable List<AppExtension> appExtensions,
        @Nullable List<CertIssueExtension> certIssueExtensions,
        @Nullable List<CertRequestExtension> certRequestExtension,
        Additions additions) {

    public static final Codec<ToBeSignedCertificate> CODEC = sequence(
                    "ToBeSignedCertificate",
                    MODULE,
                    ToBeSignedCertificate::new,
                    required("id", CertificateId.CODEC, ToBeSignedCertificate::id),
                    required("cracaId", HashedId3.CODEC, ToBeSignedCertificate::cracaId),
                    required("crlSeries", CrlSeries.CODEC, ToBeSignedCertificate::crlSeries),
                    required("validityPeriod", ValidityPeriod.CODEC, ToBeSignedCertificate::validityPeriod),
                    optional("region", GeographicRegion.CODEC, ToBeSignedCertificate::region),
                    optional("assuranceLevel", SubjectAssurance.CODEC, ToBeSignedCertificate::assuranceLevel),
                    optional("appPermissions", PsidSsp.SEQUENCE_OF, ToBeSignedCertificate::appPermissions),
                    optional(
                            "certIssuePermissions",
                            PsidGroupPermissions.CERT_ISSUE,
                            ToBeSignedCertificate::certIssuePermissions),
                    optional(
                            "certRequestPermissions",
                            PsidGroupPermissions.SEQUENCE_OF,
                            ToBeSignedCertificate::certRequestPermissions),
                    optional("canRequestRollover", Null.CODEC, ToBeSignedCertificate::canRequestRollover),
                    optional("encryptionKey", PublicEncryptionKey.CODEC, ToBeSignedCertificate::encryptionKey),
                    required(
                            "verifyKeyIndicator",
                            VerificationKeyIndicator.CODEC,
                            ToBeSignedCertificate::verifyKeyIndicator),
                    addition("flags", CertificateFlags.CODEC, ToBeSignedCertificate::flags),
                    addition("appExtensions", AppExtension.SEQUENCE_OF, ToBeSignedCertificate::appExtensions),
                    addition(
                            "certIssueExtensions",
                            CertIssueExtension.SEQUENCE_OF,
                            ToBeSignedCertificate::certIssueExtensions),
                    addition(
                            "certRequestExtension",
                            CertRequestExtension.SEQUENCE_OF,
                            ToBeSignedCertificate::certRequestExtension),
                    extensible(ToBeSignedCertificate::additions))
            .where(
                    "appPermissions, certIssuePermissions or certRequestPermissions present",
                    MODULE,
                    ToBeSignedCertificate::hasPermissions);

    public ToBeSignedCertificate {
        appPermissions = appPermissions == null ? null : List.copyOf(appPermissions);
        certIssuePermissions = certIssuePermissions == null ? null : List.copyOf(certIssuePermissions);
        certRequestPermissions = certRequestPermissions == null ? null : List.copyOf(certRequestPermissions);
        appExtensions = appExtensions == null ? null : List.copyOf(appExtensions);
        certIssueExtensions = certIssueExtensions == null ? null : List.copyOf(certIssueExtensions);
        certRequestExtension = certRequestExtension == null ? null : List.copyOf(certRequestExtension);
    }

    private boolean hasPermissions() {
        return appPermissions != null || certIssuePermissions != null || certRequestPermissions != null;
    }
}
