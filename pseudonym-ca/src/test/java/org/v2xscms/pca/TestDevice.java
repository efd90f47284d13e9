package org.v2xscms.pca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.acara.LinkageInfo;
import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequestFlags;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponseCubkSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePrivateSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.butterfly.CaterpillarSecret;
import org.v2xscms.crypto.butterfly.CocoonIndex;
import org.v2xscms.crypto.butterfly.CocoonKeys;
import org.v2xscms.crypto.butterfly.CocoonSecrets;
import org.v2xscms.crypto.butterfly.ExplicitButterfly;
import org.v2xscms.crypto.certificate.CertificateSigning;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.ecqv.EcqvKeys;
import org.v2xscms.crypto.ecqv.EcqvReconstruction;
import org.v2xscms.crypto.encrypt.SoftwareKeyAgreement;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Opening;
import org.v2xscms.crypto.envelope.OpeningKey;
import org.v2xscms.crypto.envelope.PrivateDecryptionKey;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.linkage.LinkageSeed;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;

/** A device, what the RA asks for on its behalf, and how it opens and checks what comes back. */
final class TestDevice {

    enum Kind {
        ORIGINAL,
        UNIFIED,
        COMPACT
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    final LinkageSeed seed1;
    final LinkageSeed seed2;
    private final TestLinkage linkage;
    private final Kind kind;
    private final CertificateType type;
    private final CaterpillarSecret secret;

    /** @param firstI the period of its first seeds */
    TestDevice(TestLinkage linkage, Kind kind, CertificateType type, int firstI) {
        this.linkage = linkage;
        this.kind = kind;
        this.type = type;
        this.seed1 = seed(TestLinkage.LA1.octets(), firstI);
        this.seed2 = seed(TestLinkage.LA2.octets(), firstI);
        this.secret = switch (kind) {
            case ORIGINAL -> new CaterpillarSecret.Original(scalar(), expansion(), scalar(), expansion());
            case UNIFIED -> new CaterpillarSecret.Unified(scalar(), expansion());
            case COMPACT -> new CaterpillarSecret.CompactUnified(scalar(), expansion());
        };
    }

    private static LinkageSeed seed(Octets laId, int firstI) {
        return new LinkageSeed(LinkageRules.CAMP, laId, firstI, SecretOctets.random(LinkageSeed.SEED_OCTETS, RANDOM));
    }

    private static PrivateScalar scalar() {
        return PrivateScalar.generate(Curve.NIST_P256, RANDOM);
    }

    private static SymmetricKey expansion() {
        return SymmetricKey.generate(SymmAlgorithm.AES128_CCM, RANDOM);
    }

    /** The linkage value of certificate j of period i, computed from the seeds. */
    Octets linkageValue(int i, int j) {
        return seed1.at(i)
                .preLinkageValue(j)
                .combine(seed2.at(i).preLinkageValue(j))
                .value();
    }

    /** Both shares, encrypted by their authorities. */
    LinkageInfo shares(int i, int j) {
        return LinkageInfo.of(
                linkage.encrypt(TestLinkage.LA1, seed1.at(i).preLinkageValue(j).value()),
                linkage.encrypt(TestLinkage.LA2, seed2.at(i).preLinkageValue(j).value()));
    }

    /** What the RA asks for. */
    Octets request(int i, int j) {
        return request(i, j, shares(i, j), List.of(new PsidSsp(new Psid(32), null)));
    }

    Octets request(int i, int j, LinkageInfo shares, List<PsidSsp> permissions) {
        CocoonKeys keys =
                secret.publicSide().expand(List.of(new CocoonIndex(i, j))).getFirst();
        CertificateId id = new LinkageData(new IValue(i), new LinkageValue(Octets.of(new byte[9])), null);
        RaAcaCertRequest request = RaAcaCertRequest.of(
                TestLinkage.requestTime(),
                type,
                RaAcaCertRequestFlags.of(type == CertificateType.EXPLICIT, kind == Kind.COMPACT),
                shares,
                kind == Kind.COMPACT ? null : encryptionKey(keys.encryption()),
                wanted(id, permissions, keys.signing(), type));
        return ScmsPdu.CODEC.encode(ScmsPdu.of(new ScmsPdu.Content.AcaRa(request)));
    }

    static ToBeSignedCertificate wanted(
            CertificateId id, List<PsidSsp> permissions, PublicPoint key, CertificateType type) {
        return new ToBeSignedCertificate(
                id,
                new HashedId3(Octets.of(new byte[3])),
                new CrlSeries(0),
                new ValidityPeriod(new Time32(TestLinkage.requestTime().seconds()), new Duration.Hours(168)),
                null,
                null,
                permissions,
                null,
                null,
                null,
                null,
                type == CertificateType.EXPLICIT
                        ? new VerificationKeyIndicator.VerificationKey(CurvePoints.verificationKey(key))
                        : new VerificationKeyIndicator.ReconstructionValue(CurvePoints.p256(key)),
                null,
                null,
                null,
                null,
                Additions.NONE);
    }

    private static PublicEncryptionKey encryptionKey(PublicPoint point) {
        return new PublicEncryptionKey(SymmAlgorithm.AES128_CCM, CurvePoints.encryptionKey(point));
    }

    /** Opens an answer and proves that the device holds the key of the certificate in it. */
    HashedCertificate open(Octets answer, int i, int j, HashedCertificate aca, PublicPoint acaKey) throws Exception {
        try (CocoonSecrets secrets = secret.expand(new CocoonIndex(i, j))) {
            EncryptedData encrypted = kind == Kind.COMPACT
                    ? AcaEeCertResponseCubkSpdu.CODEC
                            .decode(answer, Reading.STRICT)
                            .value()
                            .encryptedData()
                    : insideSignature(answer, aca, acaKey);
            OpeningKey key = new OpeningKey.OfResponseKey(
                    encryptionKey(secrets.encryption().publicPoint()),
                    new PrivateDecryptionKey.Ecies(new SoftwareKeyAgreement(KeyPair.of(secrets.encryption()))));
            Octets plaintext = assertInstanceOf(Opening.Opened.class, Envelope.open(encrypted, key))
                    .plaintext();
            AcaEeCertResponse response = AcaEeCertResponsePrivateSpdu.PLAINTEXT
                    .decode(plaintext, Reading.STRICT)
                    .value()
                    .content()
                    .value();
            HashedCertificate certificate = HashedCertificate.of(response.certificate());
            try (KeyPair own = keys(secrets.signing(), response, certificate, aca, acaKey)) {
                assertEquals(type, certificate.certificate().type());
                assertTrue(own.publicKey().curve() == Curve.NIST_P256);
            }
            return certificate;
        }
    }

    private static EncryptedData insideSignature(Octets answer, HashedCertificate aca, PublicPoint acaKey)
            throws Exception {
        var spdu = AcaEeCertResponsePrivateSpdu.CODEC
                .decode(answer, Reading.STRICT)
                .value();
        assertEquals(
                aca.encoded().octets(), Objects.requireNonNull(spdu.signer()).octets());
        assertTrue(MessageSignature.verify(spdu.signedData(), aca, acaKey, new BouncyCastleVerifier())
                .isPresent());
        return spdu.content().value().encryptedData();
    }

    private static KeyPair keys(
            PrivateScalar cocoon,
            AcaEeCertResponse response,
            HashedCertificate certificate,
            HashedCertificate aca,
            PublicPoint acaKey) {
        Octets info = Objects.requireNonNull(response.privateKeyInfo());
        return switch (certificate.certificate().toBeSigned().value().verifyKeyIndicator()) {
            case VerificationKeyIndicator.VerificationKey(var key) ->
                ExplicitButterfly.keys(cocoon, info, CurvePoints.decode(key).orElseThrow())
                        .orElseThrow();
            case VerificationKeyIndicator.ReconstructionValue(var point) ->
                assertInstanceOf(
                                EcqvKeys.Reconstructed.class,
                                EcqvReconstruction.keys(
                                        cocoon,
                                        info,
                                        CurvePoints.decode(Curve.NIST_P256, point)
                                                .orElseThrow(),
                                        CertificateSigning.implicitHash(
                                                certificate.certificate().toBeSigned(), aca),
                                        acaKey))
                        .keys();
            case VerificationKeyIndicator.Unknown _ -> throw new AssertionError("an unknown kind of key");
        };
    }
}
