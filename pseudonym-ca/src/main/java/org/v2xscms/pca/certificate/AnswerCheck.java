package org.v2xscms.pca.certificate;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SymmetricCiphertext;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.acara.AcaResponse;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponseCubkSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePlainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePrivateSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaRaCertResponseSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.CertificateSignatures;
import org.v2xscms.crypto.certificate.CertificateSigning;
import org.v2xscms.crypto.certificate.CertifiedKey;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.Ccm;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;

/**
 * Opens a finished answer again, layer by layer, and compares it with the plan: nothing is stored that is not the planned
 * certificate under signatures that verify with the issuing certificate's key.
 */
final class AnswerCheck {

    private final IssuingAuthority issuer;
    private final SignatureVerifier verifier;

    AnswerCheck(IssuingAuthority issuer, SignatureVerifier verifier) {
        this.issuer = issuer;
        this.verifier = verifier;
    }

    boolean holds(PlannedCertificate plan, Octets answer) {
        try {
            Octets forDevice = plan.singleRequest() == null ? answer : insideAnswerToRa(plan, answer);
            Octets plain = switch (plan.delivery()) {
                case Delivery.Plain _ -> forDevice;
                case Delivery.Private _ -> decrypt(plan, insideSignature(forDevice));
                case Delivery.Cubk _ ->
                    decrypt(
                            plan,
                            AcaEeCertResponseCubkSpdu.CODEC
                                    .decode(forDevice, Reading.STRICT)
                                    .value()
                                    .encryptedData());
            };
            AcaEeCertResponse response = AcaEeCertResponsePlainSpdu.CODEC
                    .decode(plain, Reading.STRICT)
                    .value()
                    .content()
                    .value();
            return response.generationTime().equals(plan.generationTime()) && isPlanned(plan, response);
        } catch (DecodeException | Unfit e) {
            return false;
        }
    }

    private Octets insideAnswerToRa(PlannedCertificate plan, Octets answer) throws DecodeException {
        var spdu = AcaRaCertResponseSpdu.CODEC.decode(answer, Reading.STRICT).value();
        requireOwnSignature(spdu.signedData());
        var response = spdu.content().value();
        if (!response.requestHash().equals(plan.singleRequest())) {
            throw new Unfit();
        }
        return switch (response.acaResponse()) {
            case AcaResponse.Plain(var value) -> value.octets();
            case AcaResponse.Private(var value) -> value.octets();
            case AcaResponse.Cubk(var value) -> value.octets();
            case AcaResponse.Unknown _ -> throw new Unfit();
        };
    }

    private EncryptedData insideSignature(Octets forDevice) throws DecodeException {
        var spdu = AcaEeCertResponsePrivateSpdu.CODEC
                .decode(forDevice, Reading.STRICT)
                .value();
        requireOwnSignature(spdu.signedData());
        return spdu.content().value().encryptedData();
    }

    private void requireOwnSignature(SignedData signed) {
        if (MessageSignature.verify(signed, issuer.certificate(), issuer.key(), verifier)
                .isEmpty()) {
            throw new Unfit();
        }
    }

    private static Octets decrypt(PlannedCertificate plan, EncryptedData data) {
        if (!(data.ciphertext() instanceof SymmetricCiphertext.Aes128Ccm(var sealed))) {
            throw new Unfit();
        }
        try (SymmetricKey key = SignedAnswers.dataKey(Objects.requireNonNull(plan.dataKey()))) {
            return Ccm.open(key, sealed.nonce(), sealed.ccmCiphertext()).orElseThrow(Unfit::new);
        }
    }

    private boolean isPlanned(PlannedCertificate plan, AcaEeCertResponse response) {
        HashedCertificate certificate = HashedCertificate.of(response.certificate());
        if (certificate.certificate().type() != plan.type()
                || !(CertificateSignatures.check(certificate, issuer.certificate(), issuer.key(), verifier)
                        instanceof CertifiedKey.Certified)) {
            return false;
        }
        return plan.type() == CertificateType.EXPLICIT
                ? certificate
                                .certificate()
                                .toBeSigned()
                                .octets()
                                .equals(plan.toBeSigned().octets())
                        && Objects.equals(response.privateKeyInfo(), plan.addend())
                : isPlannedImplicit(plan, certificate, response.privateKeyInfo());
    }

    /** The same but for the reconstruction value P, and r * G = e * (P - R) + Q for the requested key R and our key Q. */
    private boolean isPlannedImplicit(PlannedCertificate plan, HashedCertificate certificate, @Nullable Octets r) {
        ToBeSignedCertificate content = certificate.certificate().toBeSigned().value();
        ToBeSignedCertificate planned = plan.toBeSigned().value();
        boolean same = ToBeSignedCertificate.CODEC
                .encode(Contents.withKey(content, planned.verifyKeyIndicator()))
                .equals(plan.toBeSigned().octets());
        if (!same || r == null) {
            return false;
        }
        Octets e = CertificateSigning.implicitHash(certificate.certificate().toBeSigned(), issuer.certificate())
                .value();
        Optional<PublicPoint> expected = reconstructionValue(content)
                .flatMap(p -> reconstructionValue(planned).flatMap(requested -> p.plus(requested.negate())))
                .flatMap(k -> k.times(e))
                .flatMap(product -> product.plus(issuer.key()));
        return expected.isPresent()
                && expected.equals(Curve.NIST_P256.generator().times(r));
    }

    private static Optional<PublicPoint> reconstructionValue(ToBeSignedCertificate content) {
        return content.verifyKeyIndicator() instanceof VerificationKeyIndicator.ReconstructionValue(var point)
                ? CurvePoints.decode(Curve.NIST_P256, point).asOptional()
                : Optional.empty();
    }

    /** An answer that is not the planned one; never leaves this class. */
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
