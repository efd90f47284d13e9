package org.v2xscms.crypto.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.SubjectPermissions;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.BasePublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.EcdsaP256Signature;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.Hostname;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.codec.ieee1609dot2.basetypes.SspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.WireSignature;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.SigningInput;
import org.v2xscms.crypto.sign.SoftwareSigner;

/** A certificate being written: legal as it comes, so that a test changes just what it is about. */
public final class Draft {

    public static final long START = 600_000_000;

    private static final Octets FILLER = Octets.ofHex("11".repeat(32));

    public final KeyPair keys;
    public int version = 3;
    public CertificateType type = CertificateType.EXPLICIT;

    public @Nullable IssuerIdentifier issuer;

    public CertificateId id = new CertificateId.Name(new Hostname("draft"));
    public Octets cracaId = Octets.ofHex("000000");
    public int crlSeries = 0;
    public long start = START;
    public Duration duration = new Duration.Hours(100);

    public @Nullable GeographicRegion region;

    public @Nullable List<PsidSsp> app;

    public @Nullable List<PsidGroupPermissions> issue;

    public @Nullable List<PsidGroupPermissions> request;

    public @Nullable PublicEncryptionKey encryptionKey;

    public VerificationKeyIndicator indicator;
    public boolean signed = true;
    public Additions additions = Additions.NONE;

    private Draft(long seed, Curve curve) {
        keys = KeyPair.generate(curve, new SeededRandom(seed));
        indicator = new VerificationKeyIndicator.VerificationKey(CurvePoints.verificationKey(keys.publicKey()));
    }

    /** Grants everything to chains of one or two certificates. */
    public static Draft root() {
        return root(Curve.NIST_P256);
    }

    public static Draft root(Curve curve) {
        Draft draft = new Draft(1, curve);
        draft.issuer = new IssuerIdentifier.Self(curve.hash().algorithm());
        draft.app = List.of(opaque(35, "810001"));
        draft.issue = List.of(group(all(), 1, 1, EndEntityType.APP_AND_ENROL));
        return draft;
    }

    /** Grants everything to certificates directly below. */
    public static Draft authority() {
        Draft draft = new Draft(2, Curve.NIST_P256);
        draft.issue = List.of(group(all(), 1, 0, EndEntityType.APP_AND_ENROL));
        return draft;
    }

    /** May sign for PSID 32. */
    public static Draft endEntity() {
        return endEntity(Curve.NIST_P256);
    }

    public static Draft endEntity(Curve curve) {
        Draft draft = new Draft(3, curve);
        draft.app = List.of(new PsidSsp(new Psid(32), null));
        return draft;
    }

    /** The certificate with {@code issuer} as its issuer and a signature of filler. */
    public Certificate under(HashedCertificate issuerCertificate) {
        return certificate(reference(issuerCertificate));
    }

    public Certificate selfIssued() {
        return certificate(new IssuerIdentifier.Self(keys.curve().hash().algorithm()));
    }

    private IssuerIdentifier reference(HashedCertificate certificate) {
        return switch (certificate.hash().algorithm()) {
            case SHA256 -> new IssuerIdentifier.Sha256AndDigest(certificate.id());
            case SHA384 -> new IssuerIdentifier.Sha384AndDigest(certificate.id());
            case SM3 -> new IssuerIdentifier.Sm3AndDigest(certificate.id());
        };
    }

    private Certificate certificate(IssuerIdentifier reference) {
        Signature filler = new Signature.EcdsaNistP256Signature(
                new EcdsaP256Signature(new EccP256CurvePoint.XOnly(FILLER), FILLER));
        return new Certificate(
                version, type, issuer == null ? reference : issuer, toBeSigned(), signed ? filler : null);
    }

    public Encoded<ToBeSignedCertificate> toBeSigned() {
        return Encoded.of(
                ToBeSignedCertificate.CODEC,
                new ToBeSignedCertificate(
                        id,
                        new HashedId3(cracaId),
                        new CrlSeries(crlSeries),
                        new ValidityPeriod(new Time32(start), duration),
                        region,
                        null,
                        app,
                        issue,
                        request,
                        null,
                        encryptionKey,
                        indicator,
                        null,
                        null,
                        null,
                        null,
                        additions));
    }

    /** The same with an encryption key whose point is not compressed, so that the octets sent are not those hashed. */
    public Draft notCanonical() {
        PublicPoint point = keys.publicKey();
        encryptionKey = new PublicEncryptionKey(
                SymmAlgorithm.AES128_CCM,
                new BasePublicEncryptionKey.EciesNistP256(
                        new EccP256CurvePoint.UncompressedP256(point.x(), point.y())));
        return this;
    }

    /** The certificate, really signed by itself. */
    public HashedCertificate signedBySelf() {
        return signed(new IssuerIdentifier.Self(keys.curve().hash().algorithm()), Octets.EMPTY, this);
    }

    /** The certificate, really signed by {@code authority}, whose certificate is {@code authorityCertificate}. */
    public HashedCertificate signedBy(Draft authority, HashedCertificate authorityCertificate) {
        return signed(
                issuer == null ? reference(authorityCertificate) : issuer,
                authorityCertificate.encoded().octets(),
                authority);
    }

    private HashedCertificate signed(IssuerIdentifier reference, Octets signerInput, Draft signer) {
        HashFunction function = signer.keys.curve().hash();
        Encoded<ToBeSignedCertificate> toBeSigned = toBeSigned();
        Digest digest = new SigningInput.DoubleHash(function).digest(toBeSigned.octets(), signerInput);
        WireSignature signature = new WireSignature(
                signer.keys.curve(), SoftwareSigner.deterministic(signer.keys).sign(digest));
        Certificate certificate = new Certificate(version, type, reference, toBeSigned, signature.toSignature());
        return HashedCertificate.of(Encoded.of(Certificate.CODEC, certificate));
    }

    public static HashedCertificate hashed(Certificate certificate) {
        return HashedCertificate.of(Encoded.of(Certificate.CODEC, certificate));
    }

    public static PsidSsp opaque(long psid, String hex) {
        return new PsidSsp(new Psid(psid), new ServiceSpecificPermissions.Opaque(Octets.ofHex(hex)));
    }

    public static PsidSsp bitmap(long psid, String hex) {
        return new PsidSsp(new Psid(psid), new ServiceSpecificPermissions.BitmapSsp(Octets.ofHex(hex)));
    }

    public static SubjectPermissions all() {
        return new SubjectPermissions.All();
    }

    public static SubjectPermissions only(long psid, @Nullable SspRange range) {
        return new SubjectPermissions.Explicit(List.of(new PsidSspRange(new Psid(psid), range)));
    }

    public static PsidGroupPermissions group(SubjectPermissions permissions, long min, long range, EndEntityType type) {
        return new PsidGroupPermissions(permissions, min, range, type);
    }
}
