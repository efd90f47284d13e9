package org.v2xscms.crypto.validation;

import java.util.List;
import java.util.stream.Stream;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.crypto.certificate.HashedCertificate;

/**
 * Everything about a certificate that can be judged without a signature, a clock or a CRL.
 *
 * <p>An authority runs this before each signature and signs nothing that has a violation; a verifier runs it on each link
 * of a chain. There is one set of rules, so nothing can be issued that our own verifier refuses.
 */
public final class CertificateLinter {

    private CertificateLinter() {}

    /** The rules on a certificate by itself. */
    public static List<Violation> lint(Certificate certificate) {
        Findings findings = new Findings();
        ShapeRules.check(certificate, findings);
        PermissionRules.checkForm(certificate.toBeSigned().value(), findings);
        RegionRules.checkForm(certificate.toBeSigned().value().region(), findings);
        return findings.violations();
    }

    /**
     * What an authority checks before it signs: the rules that verifiers have, and what newer editions add for issuers.
     *
     * @param region the issuer's region, with those above it where it has none of its own; see {@link RegionInForce}
     */
    public static List<Violation> lintForIssue(Certificate subject, HashedCertificate issuer, RegionInForce region) {
        Findings findings = new Findings();
        PermissionRules.checkBitmapLengths(
                subject.toBeSigned().value(), issuer.certificate().toBeSigned().value(), findings);
        return Stream.concat(lint(subject, issuer, region).stream(), findings.violations().stream())
                .toList();
    }

    /**
     * The rules on a certificate and on its relation to its issuer.
     *
     * @param region the issuer's region, with those above it where it has none of its own; see {@link RegionInForce}
     */
    public static List<Violation> lint(Certificate subject, HashedCertificate issuer, RegionInForce region) {
        Findings findings = new Findings();
        ShapeRules.check(subject, findings);
        ShapeRules.checkIssuer(subject, issuer, findings);
        ToBeSignedCertificate toBeSigned = subject.toBeSigned().value();
        ToBeSignedCertificate above = issuer.certificate().toBeSigned().value();
        ValidityRules.checkWithin(toBeSigned.validityPeriod(), above.validityPeriod(), findings);
        PermissionRules.checkForm(toBeSigned, findings);
        if (above.certIssuePermissions() != null) {
            PermissionRules.checkGranted(toBeSigned, above, findings);
        }
        RegionRules.checkForm(toBeSigned.region(), findings);
        GeographicRegion own = toBeSigned.region();
        if (own != null) {
            RegionRules.checkWithin(own, region, findings);
        }
        return findings.violations();
    }
}
