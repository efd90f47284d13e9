package org.v2xscms.ra;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.SubjectPermissions;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Hostname;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnCountryId;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2dot1.eera.AdditionalParams;
import org.v2xscms.codec.ieee1609dot2dot1.eera.ButterflyExpansion;
import org.v2xscms.codec.ieee1609dot2dot1.eera.ButterflyParamsOriginal;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaDownloadRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.butterfly.CaterpillarSecret;
import org.v2xscms.crypto.certificate.CertificateSigning;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Recipient;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.message.RequestSignature;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.hsm.ImplicitIssue;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.rootca.TestTrust;

/** A vehicle with an enrolment certificate and the keys of its requests. */
final class TestDevice {

    static final Psid BSM = new Psid(32);
    static final int CANADA = 124;
    static final int AMERICA = 840;

    final SecureRandom random = new SecureRandom();
    final TestTrust trust;
    final InstantSource clock;
    final KeyPair enrolledKeys;
    final HashedCertificate enrolment;

    private TestDevice(TestTrust trust, InstantSource clock, KeyPair enrolledKeys, HashedCertificate enrolment) {
        this.trust = trust;
        this.clock = clock;
        this.enrolledKeys = enrolledKeys;
        this.enrolment = enrolment;
    }

    /** Enrolled for America and BSMs, from ten days ago for six years. */
    static TestDevice enrolled(TestTrust trust, InstantSource clock, CertificateType type) {
        return enrolled(trust, clock, type, "eca", new Duration.Years(6));
    }

    static TestDevice enrolled(
            TestTrust trust, InstantSource clock, CertificateType type, String issuer, Duration duration) {
        KeyPair keys = KeyPair.generate(Curve.NIST_P256, new SecureRandom());
        HashedCertificate authority = trust.certificate(issuer);
        Time32 start = Time32.of(clock.instant().minus(java.time.Duration.ofDays(10)));
        ValidityPeriod validity = new ValidityPeriod(start, duration);
        if (type == CertificateType.EXPLICIT) {
            Encoded<ToBeSignedCertificate> content = Encoded.of(
                    ToBeSignedCertificate.CODEC,
                    enrolment(
                            trust,
                            validity,
                            new VerificationKeyIndicator.VerificationKey(
                                    CurvePoints.verificationKey(keys.publicKey()))));
            return new TestDevice(
                    trust,
                    clock,
                    keys,
                    CertificateSigning.sign(content, authority, trust.signer(issuer, MessageKind.CERTIFICATE)));
        }
        VaultResult<ImplicitIssue> issued = trust.vault(issuer)
                .issueImplicit(
                        trust.key(issuer, "sign-1"),
                        keys.publicKey(),
                        point -> CertificateSigning.implicitHash(implicit(trust, validity, point), authority));
        if (!(issued instanceof VaultResult.Done<ImplicitIssue>(ImplicitIssue issue))) {
            throw new IllegalStateException(issued.toString());
        }
        Encoded<ToBeSignedCertificate> content = implicit(trust, validity, issue.reconstructionPoint());
        HashedCertificate certificate = CertificateSigning.implicit(content, authority);
        return new TestDevice(
                trust,
                clock,
                Answers.reconstructed(
                        keys.privateKey(),
                        issue.privateReconstruction(),
                        issue.reconstructionPoint(),
                        content,
                        authority),
                certificate);
    }

    private static Encoded<ToBeSignedCertificate> implicit(
            TestTrust trust, ValidityPeriod validity, PublicPoint point) {
        return Encoded.of(
                ToBeSignedCertificate.CODEC,
                enrolment(trust, validity, new VerificationKeyIndicator.ReconstructionValue(CurvePoints.p256(point))));
    }

    private static ToBeSignedCertificate enrolment(
            TestTrust trust, ValidityPeriod validity, VerificationKeyIndicator key) {
        PsidGroupPermissions requests = new PsidGroupPermissions(
                new SubjectPermissions.Explicit(List.of(new PsidSspRange(BSM, null))), 0, 0, EndEntityType.APP);
        return new ToBeSignedCertificate(
                new CertificateId.Name(new Hostname("")),
                HashedId3.of(trust.certificate("root").hash().value()),
                new CrlSeries(4),
                validity,
                country(AMERICA),
                null,
                null,
                null,
                List.of(requests),
                null,
                null,
                key,
                null,
                null,
                null,
                null,
                Additions.NONE);
    }

    static GeographicRegion country(int number) {
        return new GeographicRegion.IdentifiedRegions(List.of(new UnCountryId(number)));
    }

    // What it asks for

    /** A request and the secrets to open its answers. */
    record Asked(
            EeRaCertRequest request,
            @Nullable CaterpillarSecret butterfly,
            KeyPair keys,
            @Nullable KeyPair response) {}

    enum Kind {
        ORIGINAL,
        UNIFIED,
        COMPACT_UNIFIED,
        ENCRYPTED,
        PLAIN
    }

    Asked ask(Kind kind, CertificateType type) {
        boolean butterfly = kind != Kind.ENCRYPTED && kind != Kind.PLAIN;
        CertificateId id = butterfly
                ? new LinkageData(new IValue(0), new LinkageValue(Octets.of(new byte[9])), null)
                : new CertificateId.Name(new Hostname("rsu"));
        return ask(kind, type, id, clock.instant(), new Duration.Hours(169), BSM, country(AMERICA));
    }

    Asked ask(
            Kind kind,
            CertificateType type,
            CertificateId id,
            Instant start,
            Duration duration,
            Psid psid,
            @Nullable GeographicRegion region) {
        KeyPair keys = KeyPair.generate(Curve.NIST_P256, random);
        KeyPair second = KeyPair.generate(Curve.NIST_P256, random);
        SymmetricKey signing = SymmetricKey.generate(SymmAlgorithm.AES128_CCM, random);
        SymmetricKey encryption = SymmetricKey.generate(SymmAlgorithm.AES128_CCM, random);
        CaterpillarSecret butterfly = switch (kind) {
            case ORIGINAL ->
                new CaterpillarSecret.Original(keys.privateKey(), signing, second.privateKey(), encryption);
            case UNIFIED -> new CaterpillarSecret.Unified(keys.privateKey(), signing);
            case COMPACT_UNIFIED -> new CaterpillarSecret.CompactUnified(keys.privateKey(), signing);
            case ENCRYPTED, PLAIN -> null;
        };
        AdditionalParams params = switch (kind) {
            case ORIGINAL ->
                new AdditionalParams.Original(
                        new ButterflyParamsOriginal(expansion(signing), encryptionKey(second), expansion(encryption)));
            case UNIFIED -> new AdditionalParams.Unified(expansion(signing));
            case COMPACT_UNIFIED -> new AdditionalParams.CompactUnified(expansion(signing));
            case ENCRYPTED -> new AdditionalParams.EncryptionKey(encryptionKey(second));
            case PLAIN -> null;
        };
        EeRaCertRequest request = EeRaCertRequest.of(
                now(), type, requested(id, new ValidityPeriod(Time32.of(start), duration), keys, psid, region), params);
        return new Asked(request, butterfly, keys, kind == Kind.ENCRYPTED ? second : null);
    }

    private static ToBeSignedCertificate requested(
            CertificateId id, ValidityPeriod validity, KeyPair keys, Psid psid, @Nullable GeographicRegion region) {
        return new ToBeSignedCertificate(
                id,
                new HashedId3(Octets.ofHex("000000")),
                new CrlSeries(0),
                validity,
                region,
                null,
                List.of(new PsidSsp(psid, null)),
                null,
                null,
                null,
                null,
                new VerificationKeyIndicator.VerificationKey(CurvePoints.verificationKey(keys.publicKey())),
                null,
                null,
                null,
                null,
                Additions.NONE);
    }

    private static ButterflyExpansion expansion(SymmetricKey key) {
        return new ButterflyExpansion.Aes128(key.octets().disclose());
    }

    static PublicEncryptionKey encryptionKey(KeyPair keys) {
        return new PublicEncryptionKey(SymmAlgorithm.AES128_CCM, CurvePoints.encryptionKey(keys.publicKey()));
    }

    // What it sends

    /** EeRaCertRequestSpdu. */
    Octets spdu(EeRaCertRequest request) {
        return seal(sign(new ScmsPdu.Content.EeRa(request)), trust.certificate("ra"));
    }

    Ieee1609Dot2Data sign(ScmsPdu.Content content) {
        return RequestSignature.sign(ScmsPdu.of(content), enrolment, SoftwareSigner.hedged(enrolledKeys, random));
    }

    Octets seal(Ieee1609Dot2Data data, HashedCertificate recipient) {
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(Envelope.seal(
                Ieee1609Dot2Data.CODEC.encode(data),
                List.of(new Recipient.Holder(recipient)),
                SymmAlgorithm.AES128_CCM,
                random)));
    }

    static HashedId8 requestHash(Octets spdu) {
        return HashedId8.of(HashFunction.SHA256.digest(spdu).value());
    }

    /** The authorization header of a download. */
    String authorization(String filename) {
        return authorization(filename, now());
    }

    String authorization(String filename, Time32 generated) {
        return base64(seal(downloadRequest(filename, generated), trust.certificate("ra")));
    }

    Ieee1609Dot2Data downloadRequest(String filename, Time32 generated) {
        ScmsPdu pdu = ScmsPdu.of(new ScmsPdu.Content.EeRa(EeRaDownloadRequest.of(generated, filename)));
        SignedDataPayload payload = SignedDataPayload.of(
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(ScmsPdu.CODEC.encode(pdu))));
        return Ieee1609Dot2Data.of(MessageSignature.sign(
                new ToBeSignedData(payload, HeaderInfo.of(SecurityMgmtPsid.PSID)),
                enrolment,
                new SignerIdentifier.Certificates(List.of(enrolment.encoded())),
                SoftwareSigner.hedged(enrolledKeys, random)));
    }

    static String base64(Octets octets) {
        return Base64.getEncoder().encodeToString(octets.toByteArray());
    }

    HttpResponse<byte[]> download(HttpClient http, URI base, String filename, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        base.resolve("/v3/authorization-certificate?filename=" + filename))
                .header("Ieee-1609.2.1-Authorization", authorization(filename));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    Time32 now() {
        return Time32.of(clock.instant());
    }
}
