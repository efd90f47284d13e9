package org.v2xscms.eca.issue;

import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EcaEeCertResponseSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.CertificateSignatures;
import org.v2xscms.crypto.certificate.CertificateSigning;
import org.v2xscms.crypto.certificate.CertifiedKey;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.CertificateLinter;
import org.v2xscms.crypto.validation.Violation;
import org.v2xscms.hsm.ImplicitIssue;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.VaultRefusedException;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.intent.Issuer;

/**
 * Makes EcaEeCertResponseSpdus from stored intents. An answer takes two signatures of the ECA's one key: that of the
 * certificate, or the implicit issue in its place, and that of the answer.
 */
public final class EnrollmentIssuer implements Issuer {

    /** The signatures of an answer. */
    static final int SIGNATURES = 2;

    private static final int PROFILE_VERSION = 1;

    private final AuthorityIdentity own;
    private final IssuerChain chain;
    private final SignatureVerifier verifier;

    public EnrollmentIssuer(AuthorityIdentity own, IssuerChain chain, SignatureVerifier verifier) {
        this.own = own;
        this.chain = chain;
        this.verifier = verifier;
    }

    @Override
    public String name() {
        return "eca " + own.certificate().id();
    }

    @Override
    public int profileVersion() {
        return PROFILE_VERSION;
    }

    @Override
    public List<String> lint(Octets toBeSigned) {
        return violations(EnrollmentIntent.stored(toBeSigned)).stream()
                .map(violation -> violation.rule().name())
                .distinct()
                .toList();
    }

    /** What the linter says to the certificate, with filler for what is not there before it is signed. */
    List<Violation> violations(EnrollmentIntent intent) {
        Certificate draft = intent.type() == CertificateType.EXPLICIT
                ? CertificateSigning.draft(
                        intent.toBeSigned(), own.certificate(), own.signingKey().publicKey())
                : CertificateSigning.implicit(intent.reconstructing(intent.key()), own.certificate())
                        .certificate();
        return CertificateLinter.lintForIssue(draft, own.certificate(), chain.region());
    }

    @Override
    public Octets sign(Octets toBeSigned) {
        EnrollmentIntent intent = EnrollmentIntent.stored(toBeSigned);
        return switch (intent.type()) {
            case EXPLICIT ->
                answer(
                        intent,
                        CertificateSigning.sign(
                                intent.toBeSigned(), own.certificate(), own.signer(MessageKind.CERTIFICATE)),
                        Optional.empty());
            case IMPLICIT -> {
                ImplicitIssue issue = issue(intent);
                HashedCertificate certificate = CertificateSigning.implicit(
                        intent.reconstructing(issue.reconstructionPoint()), own.certificate());
                yield answer(intent, certificate, Optional.of(issue.privateReconstruction()));
            }
        };
    }

    private ImplicitIssue issue(EnrollmentIntent intent) {
        VaultResult<ImplicitIssue> result = own.vault()
                .issueImplicit(
                        own.signingKey(),
                        intent.key(),
                        point -> CertificateSigning.implicitHash(intent.reconstructing(point), own.certificate()));
        return switch (result) {
            case VaultResult.Done<ImplicitIssue> done -> done.value();
            case VaultResult.Refused<ImplicitIssue> refused -> throw new VaultRefusedException(refused.refusal());
        };
    }

    private Octets answer(EnrollmentIntent intent, HashedCertificate certificate, Optional<Octets> privateKeyInfo) {
        EcaEeCertResponse response = EcaEeCertResponse.of(
                intent.generationTime(),
                intent.requestHash(),
                chain.encoded(),
                certificate.encoded(),
                privateKeyInfo.orElse(null));
        Octets pdu = ScmsPdu.CODEC.encode(ScmsPdu.of(new ScmsPdu.Content.EcaEe(response)));
        SignedData signed = MessageSignature.sign(
                new ToBeSignedData(
                        SignedDataPayload.of(Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(pdu))),
                        HeaderInfo.of(SecurityMgmtPsid.PSID)),
                own.certificate(),
                new SignerIdentifier.Certificates(List.of(own.certificate().encoded())),
                own.signer(MessageKind.SIGNED_RESPONSE));
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(signed));
    }

    @Override
    public boolean confirms(Octets toBeSigned, Octets answer) {
        EnrollmentIntent intent = EnrollmentIntent.stored(toBeSigned);
        SignedSpdu<EcaEeCertResponse> spdu;
        try {
            spdu = EcaEeCertResponseSpdu.CODEC.decode(answer, Reading.STRICT).value();
        } catch (DecodeException unreadable) {
            return false;
        }
        EcaEeCertResponse response = spdu.content().value();
        PublicPoint ownKey = own.signingKey().publicKey();
        HashedCertificate certificate = HashedCertificate.of(response.certificate());
        return MessageSignature.verify(spdu.signedData(), own.certificate(), ownKey, verifier)
                        .isPresent()
                && response.requestHash().equals(intent.requestHash())
                && CertificateSignatures.check(certificate, own.certificate(), ownKey, verifier)
                        instanceof CertifiedKey.Certified certified
                && holdsWhatWasIntended(intent, response, certificate, certified.key());
    }

    private boolean holdsWhatWasIntended(
            EnrollmentIntent intent, EcaEeCertResponse response, HashedCertificate certificate, PublicPoint key) {
        var content = certificate.certificate().toBeSigned();
        Octets r = response.privateKeyInfo();
        return switch (intent.type()) {
            case EXPLICIT ->
                r == null && content.octets().equals(intent.toBeSigned().octets());
            case IMPLICIT ->
                r != null
                        && reconstructionValue(certificate)
                                .filter(point -> content.octets()
                                        .equals(intent.reconstructing(point).octets()))
                                .isPresent()
                        && completes(intent, certificate, r, key);
        };
    }

    private static Optional<PublicPoint> reconstructionValue(HashedCertificate certificate) {
        return certificate.certificate().toBeSigned().value().verifyKeyIndicator()
                        instanceof VerificationKeyIndicator.ReconstructionValue value
                ? CurvePoints.decode(Curve.NIST_P256, value.value()).asOptional()
                : Optional.empty();
    }

    /** Whether r makes the requester's key that of the certificate: r·G + e·RU = QU (SEC 4 2.5). */
    private boolean completes(EnrollmentIntent intent, HashedCertificate certificate, Octets r, PublicPoint key) {
        Octets e = CertificateSigning.implicitHash(certificate.certificate().toBeSigned(), own.certificate())
                .value();
        try (SecretOctets octets = SecretOctets.wrap(r.toByteArray())) {
            return PrivateScalar.of(key.curve(), octets)
                    .flatMap(scalar -> {
                        try (scalar) {
                            PublicPoint base = scalar.publicPoint();
                            return intent.key().times(e).flatMap(base::plus);
                        }
                    })
                    .filter(key::equals)
                    .isPresent();
        }
    }
}
