package org.v2xscms.eca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.SubjectPermissions;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Hostname;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EeEcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EcaEeCertResponseSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.CertificateSigning;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.ecqv.EcqvKeys;
import org.v2xscms.crypto.ecqv.EcqvReconstruction;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.message.RequestSignature;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;
import org.v2xscms.rootca.TestTrust;

/** A device's request, legal as it comes, so that a test changes just what it is about; and the device's look at an answer. */
final class Asked {

    final KeyPair keys;
    CertificateType type = CertificateType.EXPLICIT;
    Instant generated;

    @Nullable
    String canonicalId;

    ValidityPeriod validity;
    List<PsidGroupPermissions> permissions = List.of(group(0, 0, EndEntityType.APP, 32, 38));

    @Nullable
    GeographicRegion region;

    @Nullable
    PublicEncryptionKey encryptionKey;

    private Asked(Curve curve, Instant now) {
        keys = KeyPair.generate(curve, TestEca.RANDOM);
        generated = now;
        validity = new ValidityPeriod(Time32.of(now), new Duration.Years(3));
    }

    /** Of a device that names itself. */
    static Asked by(@Nullable String canonicalId, Instant now) {
        return by(canonicalId, now, Curve.NIST_P256);
    }

    static Asked by(@Nullable String canonicalId, Instant now, Curve curve) {
        Asked asked = new Asked(curve, now);
        asked.canonicalId = canonicalId;
        return asked;
    }

    static PsidGroupPermissions group(long min, long range, EndEntityType type, long... psids) {
        List<PsidSspRange> ranges = Arrays.stream(psids)
                .mapToObj(psid -> new PsidSspRange(new Psid(psid), null))
                .toList();
        return new PsidGroupPermissions(new SubjectPermissions.Explicit(ranges), min, range, type);
    }

    static PublicEncryptionKey encryptionKey(PublicPoint point) {
        return new PublicEncryptionKey(SymmAlgorithm.AES128_CCM, CurvePoints.encryptionKey(point));
    }

    /** The EeEcaCertRequestSpdu, signed by {@code signer}. */
    Octets signedBy(KeyPair signer) {
        ToBeSignedCertificate content = new ToBeSignedCertificate(
                new CertificateId.Name(new Hostname("")),
                new HashedId3(Octets.ofHex("000000")),
                new CrlSeries(0),
                validity,
                region,
                null,
                null,
                null,
                permissions,
                null,
                encryptionKey,
                new VerificationKeyIndicator.VerificationKey(CurvePoints.verificationKey(keys.publicKey())),
                null,
                null,
                null,
                null,
                Additions.NONE);
        EeEcaCertRequest request = EeEcaCertRequest.of(Time32.of(generated), type, content, canonicalId);
        return Ieee1609Dot2Data.CODEC.encode(RequestSignature.selfSign(
                ScmsPdu.of(new ScmsPdu.Content.EcaEe(request)), SoftwareSigner.hedged(signer, TestEca.RANDOM)));
    }

    /** What the device does with an answer: checks all of it, and has the certificate with its private key. */
    HashedCertificate accept(Octets answer, Octets request, TestTrust trust, Instant now) throws DecodeException {
        SignedSpdu<EcaEeCertResponse> spdu =
                EcaEeCertResponseSpdu.CODEC.decode(answer, Reading.STRICT).value();
        EcaEeCertResponse response = spdu.content().value();
        HashedCertificate eca = trust.certificate("eca");
        PublicPoint ecaKey = key(eca);
        assertEquals(eca, HashedCertificate.of(Objects.requireNonNull(spdu.signer())));
        assertEquals(
                true,
                MessageSignature.verify(spdu.signedData(), eca, ecaKey, new BouncyCastleVerifier())
                        .isPresent());
        assertEquals(HashedId8.of(HashFunction.SHA256.digest(request).value()), response.requestHash());
        assertEquals(
                List.of(eca, trust.certificate("ica"), trust.certificate("root")),
                response.ecaCertChain().stream().map(HashedCertificate::of).toList());
        HashedCertificate certificate = HashedCertificate.of(response.certificate());
        ValidationResult.Valid valid = assertInstanceOf(
                ValidationResult.Valid.class,
                new ChainValidator(
                                TrustStore.of(
                                        List.of(trust.certificate("root")), List.of(trust.certificate("ica"), eca)),
                                new BouncyCastleVerifier(),
                                RevocationCheck.NONE)
                        .validate(certificate, Time64.of(now)));
        assertEquals(type, certificate.certificate().type());
        assertEquals(permissions, certificate.certificate().toBeSigned().value().certRequestPermissions());
        assertEquals(valid.key(), completed(response, certificate, ecaKey, eca));
        return certificate;
    }

    private PublicPoint completed(
            EcaEeCertResponse response, HashedCertificate certificate, PublicPoint ecaKey, HashedCertificate eca) {
        if (type == CertificateType.EXPLICIT) {
            assertEquals(null, response.privateKeyInfo());
            return keys.publicKey();
        }
        var indicator = assertInstanceOf(
                VerificationKeyIndicator.ReconstructionValue.class,
                certificate.certificate().toBeSigned().value().verifyKeyIndicator());
        EcqvKeys.Reconstructed own = assertInstanceOf(
                EcqvKeys.Reconstructed.class,
                EcqvReconstruction.keys(
                        keys.privateKey(),
                        Objects.requireNonNull(response.privateKeyInfo()),
                        CurvePoints.decode(Curve.NIST_P256, indicator.value())
                                .asOptional()
                                .orElseThrow(),
                        CertificateSigning.implicitHash(
                                certificate.certificate().toBeSigned(), eca),
                        ecaKey));
        return own.keys().publicKey();
    }

    private static PublicPoint key(HashedCertificate certificate) {
        var indicator = assertInstanceOf(
                VerificationKeyIndicator.VerificationKey.class,
                certificate.certificate().toBeSigned().value().verifyKeyIndicator());
        return CurvePoints.decode(indicator.value()).asOptional().orElseThrow();
    }
}
