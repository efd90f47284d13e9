package org.v2xscms.rootca.issue;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.CertificateSigning;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.crypto.validation.CertificateLinter;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.RegionInForce;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;
import org.v2xscms.crypto.validation.Violation;
import org.v2xscms.rootca.profile.CertificateProfile;
import org.v2xscms.rootca.profile.ProfileSettings;
import org.v2xscms.rootca.request.AuthorityRequest;

/**
 * Makes one certificate:
 *
 * <ol>
 *   <li>the register has it: that one, octet for octet
 *   <li>the content is written, or taken from the register's intent
 *   <li>linted with a signature of filler; a violation refuses the request
 *   <li>the intent is durable
 *   <li>signed
 *   <li>validated with its whole chain by the code that verifiers use
 *   <li>durable in the register; only now does it leave
 * </ol>
 */
public final class CertificateIssuance {

    private static final HashedId3 NO_CRACA = new HashedId3(Octets.of(new byte[3]));

    private final IssueRegister register;
    private final CertificateProfile profile;
    private final ProfileSettings settings;
    private final SignatureVerifier verifier;
    private final InstantSource clock;

    public CertificateIssuance(
            IssueRegister register, ProfileSettings settings, SignatureVerifier verifier, InstantSource clock) {
        this.register = register;
        this.profile = new CertificateProfile(settings);
        this.settings = settings;
        this.verifier = verifier;
        this.clock = clock;
    }

    SignatureVerifier verifier() {
        return verifier;
    }

    /** The self-signed certificate of a root or an elector. */
    public IssueResult selfSigned(AuthorityRequest request, Signer signer) {
        return issue(
                IssueRegister.name(request, Octets.EMPTY),
                () -> profile.toBeSigned(request, NO_CRACA, start()),
                content -> CertificateLinter.lint(
                        CertificateSigning.selfSignedDraft(content, request.verificationPoint())),
                content -> CertificateSigning.selfSign(content, signer),
                List.of());
    }

    /**
     * A certificate below others.
     *
     * @param chain the root first, the issuer last
     * @param signer has the issuer's key
     */
    IssueResult issued(AuthorityRequest request, List<HashedCertificate> chain, Signer signer) {
        HashedCertificate issuer = chain.getLast();
        HashedId3 craca = HashedId3.of(chain.getFirst().hash().value());
        RegionInForce region = new RegionInForce.Worldwide();
        for (HashedCertificate above : chain) {
            region = region.narrowedBy(above.certificate().toBeSigned().value().region());
        }
        RegionInForce inForce = region;
        return issue(
                IssueRegister.name(request, issuer.octets(HashedForm.CANONICAL)),
                () -> profile.toBeSigned(request, craca, laterOf(start(), issuer)),
                content -> lint(CertificateSigning.draft(content, issuer, signer.publicKey()), issuer, inForce),
                content -> CertificateSigning.sign(content, issuer, signer),
                chain);
    }

    private IssueResult issue(
            String name,
            Supplier<ToBeSignedCertificate> content,
            Function<Encoded<ToBeSignedCertificate>, List<Violation>> linter,
            Function<Encoded<ToBeSignedCertificate>, HashedCertificate> signature,
            List<HashedCertificate> chain) {
        Optional<HashedCertificate> known = register.certificate(name);
        if (known.isPresent()) {
            return new IssueResult.Issued(known.get());
        }
        Encoded<ToBeSignedCertificate> toBeSigned =
                register.intent(name).orElseGet(() -> Encoded.of(ToBeSignedCertificate.CODEC, content.get()));
        List<Violation> violations = linter.apply(toBeSigned);
        if (!violations.isEmpty()) {
            return new IssueResult.Refused(violations.getFirst().toString());
        }
        register.storeIntent(name, toBeSigned);
        HashedCertificate certificate = signature.apply(toBeSigned);
        requireValid(certificate, chain);
        register.storeCertificate(name, certificate);
        return new IssueResult.Issued(certificate);
    }

    private static List<Violation> lint(Certificate draft, HashedCertificate issuer, RegionInForce region) {
        return CertificateLinter.lintForIssue(draft, issuer, region);
    }

    private void requireValid(HashedCertificate certificate, List<HashedCertificate> chain) {
        List<HashedCertificate> anchors = chain.isEmpty() ? List.of(certificate) : chain.subList(0, 1);
        ChainValidator validator = new ChainValidator(TrustStore.of(anchors, chain), verifier, RevocationCheck.NONE);
        if (validator.validate(certificate, Time64.of(clock.instant())) instanceof ValidationResult.Invalid invalid) {
            throw new IllegalStateException("a certificate just made is not valid: "
                    + invalid.violations().getFirst());
        }
    }

    private Time32 start() {
        return Time32.of(clock.instant().minus(settings.backdate()));
    }

    private static Time32 laterOf(Time32 start, HashedCertificate issuer) {
        Time32 issuerStart =
                issuer.certificate().toBeSigned().value().validityPeriod().start();
        return start.compareTo(issuerStart) < 0 ? issuerStart : start;
    }
}
