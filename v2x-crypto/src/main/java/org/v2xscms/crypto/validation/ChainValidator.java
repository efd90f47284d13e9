package org.v2xscms.crypto.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.crypto.certificate.CertificateSignatures;
import org.v2xscms.crypto.certificate.CertifiedKey;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.sign.SignatureVerifier;

/**
 * Validates a certificate against a {@link TrustStore} (IEEE 1609.2-2022 5.1.2).
 *
 * <p>First the chain is followed upwards by issuer digest to a trust anchor, then it is judged downwards: each link by the
 * linter's rules, its time, its signature and its revocation, and each CA by the chain length it permits for the end
 * entity. The first certificate that breaks a rule ends it. No signature is checked before the chain is known to end in an
 * anchor, and no CRL is asked about a certificate nobody issued, so a stranger cannot make us work.
 */
public final class ChainValidator {

    /** Root, intermediate and issuing CA, end entity, with room for as many again. */
    private static final int MAX_CERTIFICATES = 8;

    private final TrustStore trust;
    private final SignatureVerifier verifier;
    private final RevocationCheck revocation;

    public ChainValidator(TrustStore trust, SignatureVerifier verifier, RevocationCheck revocation) {
        this.trust = trust;
        this.verifier = verifier;
        this.revocation = revocation;
    }

    /** Validates {@code certificate} at the time {@code at}. */
    public ValidationResult validate(HashedCertificate certificate, Time64 at) {
        List<HashedCertificate> chain = new ArrayList<>();
        chain.add(certificate);
        while (!trust.isAnchor(chain.getLast())) {
            HashedCertificate last = chain.getLast();
            Optional<HashedCertificate> issuer = trust.issuerOf(last);
            if (issuer.isEmpty()) {
                return new ValidationResult.Invalid(last, List.of(noIssuer(last)), List.of());
            }
            if (chain.size() == MAX_CERTIFICATES) {
                Violation tooLong =
                        new Violation(Rule.CHAIN_SIZE, "issuer", "more than " + MAX_CERTIFICATES + " certificates");
                return new ValidationResult.Invalid(last, List.of(tooLong), List.of());
            }
            chain.add(issuer.get());
        }
        return judge(chain.reversed(), at);
    }

    private static Violation noIssuer(HashedCertificate certificate) {
        IssuerIdentifier issuer = certificate.certificate().issuer();
        return issuer instanceof IssuerIdentifier.Self
                ? new Violation(Rule.TRUST_ANCHOR, "issuer", "self-issued and not a trust anchor")
                : new Violation(Rule.ISSUER_KNOWN, "issuer", name(issuer) + " is not at hand");
    }

    private static String name(IssuerIdentifier issuer) {
        return switch (issuer) {
            case IssuerIdentifier.Sha256AndDigest(var id) -> "certificate " + id;
            case IssuerIdentifier.Sha384AndDigest(var id) -> "certificate " + id + " (SHA-384)";
            case IssuerIdentifier.Sm3AndDigest(var id) -> "certificate " + id + " (SM3)";
            case IssuerIdentifier.Self _, IssuerIdentifier.Unknown _ -> "what an unknown kind of reference names";
        };
    }

    /** Judges {@code chain}, the anchor first. */
    private ValidationResult judge(List<HashedCertificate> chain, Time64 at) {
        List<ValidationResult.Step> steps = new ArrayList<>();
        RegionInForce region = new RegionInForce.Worldwide();
        CertifiedKey.@Nullable Certified issuerKey = null;
        for (int i = 0; i < chain.size(); i++) {
            HashedCertificate certificate = chain.get(i);
            List<Violation> violations =
                    new ArrayList<>(rules(certificate, i == 0 ? null : chain.get(i - 1), region, at));
            if (i == chain.size() - 1) {
                violations.addAll(chainLengths(chain));
            }
            if (!violations.isEmpty()) {
                return new ValidationResult.Invalid(
                        certificate, violations.stream().distinct().toList(), steps);
            }
            CertifiedKey key = issuerKey == null
                    ? anchorKey(certificate)
                    : CertificateSignatures.check(certificate, chain.get(i - 1), issuerKey.key(), verifier);
            switch (key) {
                case CertifiedKey.Refused(String reason) -> {
                    Violation refused = certificate.certificate().type() == CertificateType.IMPLICIT
                            ? new Violation(Rule.KEY_RECONSTRUCTION, "toBeSigned.verifyKeyIndicator", reason)
                            : new Violation(Rule.SIGNATURE, "signature", reason);
                    return new ValidationResult.Invalid(certificate, List.of(refused), steps);
                }
                case CertifiedKey.Certified certified -> {
                    Optional<String> listing = revocation.listing(certificate);
                    if (listing.isPresent()) {
                        Violation revoked = new Violation(Rule.NOT_REVOKED, "certificate", listing.get());
                        return new ValidationResult.Invalid(certificate, List.of(revoked), steps);
                    }
                    steps.add(new ValidationResult.Step(certificate, certified.form()));
                    issuerKey = certified;
                }
            }
            region = region.narrowedBy(
                    certificate.certificate().toBeSigned().value().region());
        }
        return new ValidationResult.Valid(Objects.requireNonNull(issuerKey).key(), steps);
    }

    private List<Violation> rules(
            HashedCertificate certificate, @Nullable HashedCertificate issuer, RegionInForce region, Time64 at) {
        Findings findings = new Findings();
        ToBeSignedCertificate toBeSigned =
                certificate.certificate().toBeSigned().value();
        ValidityRules.checkAt(toBeSigned.validityPeriod(), at, findings);
        List<Violation> violations = new ArrayList<>(
                issuer == null
                        ? CertificateLinter.lint(certificate.certificate())
                        : CertificateLinter.lint(certificate.certificate(), issuer, region));
        violations.addAll(findings.violations());
        return violations;
    }

    /** The lengths that CAs two and more above the end entity permit; the direct issuer's is a rule of the linter. */
    private static List<Violation> chainLengths(List<HashedCertificate> chain) {
        Findings findings = new Findings();
        ToBeSignedCertificate endEntity =
                chain.getLast().certificate().toBeSigned().value();
        for (int i = 0; i < chain.size() - 2; i++) {
            int below = chain.size() - 1 - i;
            PermissionRules.checkChainLength(
                    endEntity, chain.get(i).certificate().toBeSigned().value(), below, findings);
        }
        return findings.violations();
    }

    /** An anchor is trusted as it is: an explicit one that is not self-signed states its key. */
    private CertifiedKey anchorKey(HashedCertificate anchor) {
        return anchor.isSelfSigned()
                ? CertificateSignatures.checkSelfSigned(anchor, verifier)
                : CertificateSignatures.statedKey(anchor);
    }
}
