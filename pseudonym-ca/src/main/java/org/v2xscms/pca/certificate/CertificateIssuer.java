package org.v2xscms.pca.certificate;

import java.security.SecureRandom;
import java.util.List;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeCertResponse;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.CertificateSigning;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.hsm.ImplicitIssue;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.VaultRefusedException;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.kernel.intent.Issuer;

/** Signs planned certificates and packs them for their devices. */
public final class CertificateIssuer implements Issuer {

    private final IssuingAuthority issuer;
    private final CertificateRules rules;
    private final SignedAnswers answers;
    private final AnswerCheck check;

    public CertificateIssuer(
            IssuingAuthority issuer, CertificateRules rules, SignatureVerifier verifier, SecureRandom random) {
        this.issuer = issuer;
        this.rules = rules;
        this.answers = new SignedAnswers(issuer, random);
        this.check = new AnswerCheck(issuer, verifier);
    }

    @Override
    public String name() {
        return issuer.name();
    }

    @Override
    public int profileVersion() {
        return PlannedCertificate.PROFILE_VERSION;
    }

    @Override
    public List<String> lint(Octets toBeSigned) {
        return rules.broken(PlannedCertificate.of(toBeSigned));
    }

    /**
     * The answer for the device.
     *
     * @throws org.v2xscms.crypto.sign.SigningKeyUnavailableException if the vault cannot sign now
     * @throws VaultRefusedException if the vault does not issue implicit certificates now
     */
    @Override
    public Octets sign(Octets toBeSigned) {
        PlannedCertificate plan = PlannedCertificate.of(toBeSigned);
        return answers.pack(plan, plan.type() == CertificateType.EXPLICIT ? explicit(plan) : implicit(plan));
    }

    @Override
    public boolean confirms(Octets toBeSigned, Octets answer) {
        return check.holds(PlannedCertificate.of(toBeSigned), answer);
    }

    private AcaEeCertResponse explicit(PlannedCertificate plan) {
        HashedCertificate certificate = CertificateSigning.sign(
                plan.toBeSigned(), issuer.certificate(), issuer.identity().signer(MessageKind.CERTIFICATE));
        return AcaEeCertResponse.of(plan.generationTime(), certificate.encoded(), plan.addend());
    }

    private AcaEeCertResponse implicit(PlannedCertificate plan) {
        VaultResult<ImplicitIssue> result = issuer.identity()
                .vault()
                .issueImplicit(
                        issuer.identity().signingKey(),
                        requested(plan),
                        p -> CertificateSigning.implicitHash(withReconstructionValue(plan, p), issuer.certificate()));
        return switch (result) {
            case VaultResult.Done<ImplicitIssue>(ImplicitIssue issue) ->
                AcaEeCertResponse.of(
                        plan.generationTime(),
                        CertificateSigning.implicit(
                                        withReconstructionValue(plan, issue.reconstructionPoint()),
                                        issuer.certificate())
                                .encoded(),
                        issue.privateReconstruction());
            case VaultResult.Refused<ImplicitIssue> refused -> throw new VaultRefusedException(refused.refusal());
        };
    }

    private static PublicPoint requested(PlannedCertificate plan) {
        if (plan.toBeSigned().value().verifyKeyIndicator()
                instanceof VerificationKeyIndicator.ReconstructionValue(var point)) {
            return CurvePoints.decode(Curve.NIST_P256, point).orElseThrow();
        }
        throw new IllegalStateException("a plan of an implicit certificate without a requested key");
    }

    private static Encoded<ToBeSignedCertificate> withReconstructionValue(PlannedCertificate plan, PublicPoint p) {
        return Encoded.of(
                ToBeSignedCertificate.CODEC,
                Contents.withKey(
                        plan.toBeSigned().value(),
                        new VerificationKeyIndicator.ReconstructionValue(CurvePoints.p256(p))));
    }
}
