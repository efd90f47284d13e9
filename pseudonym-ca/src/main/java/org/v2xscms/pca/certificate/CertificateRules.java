package org.v2xscms.pca.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.crypto.certificate.CertificateSigning;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.crypto.validation.CertificateLinter;

/**
 * What a planned certificate must be: everything verifiers ask of it under this issuer, and this authority's own profile.
 *
 * @param pseudonymPsids what a pseudonym certificate may be for
 * @param applicationPsids what another may be for
 */
public record CertificateRules(
        IssuingAuthority issuer,
        IPeriods periods,
        Set<Long> pseudonymPsids,
        Set<Long> applicationPsids,
        CrlSeries pseudonymSeries,
        CrlSeries applicationSeries) {

    public CertificateRules {
        pseudonymPsids = Set.copyOf(pseudonymPsids);
        applicationPsids = Set.copyOf(applicationPsids);
    }

    /** The names of the rules it breaks, empty if none. */
    public List<String> broken(PlannedCertificate plan) {
        List<String> names = new ArrayList<>();
        CertificateLinter.lintForIssue(draft(plan), issuer.certificate(), issuer.region())
                .forEach(violation -> names.add(violation.rule().name()));
        ToBeSignedCertificate content = plan.toBeSigned().value();
        boolean pseudonym = content.id() instanceof LinkageData;
        require(content.cracaId().equals(issuer.craca()), "CRACA", names);
        require(content.crlSeries().equals(pseudonym ? pseudonymSeries : applicationSeries), "CRL_SERIES", names);
        require(mayHold(content.appPermissions(), pseudonym), "PERMISSIONS_OF_PROFILE", names);
        require(
                content.certIssuePermissions() == null && content.certRequestPermissions() == null,
                "END_ENTITY",
                names);
        if (content.id() instanceof LinkageData linkage) {
            long start = periods.start(linkage.iCert().value());
            long end = periods.end(linkage.iCert().value());
            require(
                    content.validityPeriod().start().seconds() == start
                            && content.validityPeriod().duration().toMicroseconds() == (end - start) * 1_000_000,
                    "VALIDITY_OF_PERIOD",
                    names);
            require(content.encryptionKey() == null, "NO_ENCRYPTION_KEY", names);
        }
        return names.stream().distinct().toList();
    }

    /** Whether every permission is one of the profile. */
    public boolean mayHold(@Nullable List<PsidSsp> permissions, boolean pseudonym) {
        Set<Long> allowed = pseudonym ? pseudonymPsids : applicationPsids;
        return permissions != null
                && !permissions.isEmpty()
                && permissions.stream()
                        .allMatch(
                                permission -> allowed.contains(permission.psid().value()));
    }

    private Certificate draft(PlannedCertificate plan) {
        return plan.type() == CertificateType.EXPLICIT
                ? CertificateSigning.draft(plan.toBeSigned(), issuer.certificate(), issuer.key())
                : CertificateSigning.implicit(plan.toBeSigned(), issuer.certificate())
                        .certificate();
    }

    private static void require(boolean holds, String name, List<String> names) {
        if (!holds) {
            names.add(name);
        }
    }
}
