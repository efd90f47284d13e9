package org.v2xscms.crypto.certificate;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.BasePublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP384CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.EcdsaP256Signature;
import org.v2xscms.codec.ieee1609dot2.basetypes.EcdsaP384Signature;
import org.v2xscms.codec.ieee1609dot2.basetypes.EncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicVerificationKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;

/**
 * The form in which certificates and signed data are hashed (IEEE 1609.2-2022 6.1.2, 6.4.3): keys and reconstruction
 * values compressed, r of an ECDSA signature as x alone.
 *
 * <p>Other forms are legal on the wire, so a receiver re-writes these parts before hashing, and only these: everything
 * else that a signature covers keeps the octets it came in.
 */
public final class CanonicalForm {

    private CanonicalForm() {}

    /**
     * The certificate with canonical {@code toBeSigned} and signature. What stands around {@code toBeSigned} is written
     * canonically, because no signature covers it: its sender could change unused bits there, and a certificate with
     * another hash would be on no CRL.
     */
    public static Encoded<Certificate> ofCertificate(Encoded<Certificate> certificate) {
        Certificate sent = certificate.value();
        Encoded<ToBeSignedCertificate> toBeSigned = ofToBeSignedCertificate(sent.toBeSigned());
        Signature signature = sent.signature() == null ? null : of(sent.signature());
        Certificate canonical = new Certificate(sent.version(), sent.type(), sent.issuer(), toBeSigned, signature);
        return new Encoded<>(canonical, around(toBeSigned, canonical));
    }

    /** The encoding of {@code certificate} in which {@code toBeSigned} has the octets it has. */
    private static Octets around(Encoded<ToBeSignedCertificate> toBeSigned, Certificate certificate) {
        Octets whole = Certificate.CODEC.encode(certificate);
        Octets written = ToBeSignedCertificate.CODEC.encode(toBeSigned.value());
        if (written.equals(toBeSigned.octets())) {
            return whole;
        }
        Signature signature = certificate.signature();
        int behind = signature == null ? 0 : Signature.CODEC.encode(signature).length();
        int end = whole.length() - behind;
        return Octets.concat(
                whole.slice(0, end - written.length()), toBeSigned.octets(), whole.slice(end, whole.length()));
    }

    public static Encoded<ToBeSignedCertificate> ofToBeSignedCertificate(Encoded<ToBeSignedCertificate> toBeSigned) {
        ToBeSignedCertificate sent = toBeSigned.value();
        PublicEncryptionKey encryptionKey = sent.encryptionKey() == null ? null : of(sent.encryptionKey());
        VerificationKeyIndicator indicator = of(sent.verifyKeyIndicator());
        if (Objects.equals(encryptionKey, sent.encryptionKey()) && indicator.equals(sent.verifyKeyIndicator())) {
            return toBeSigned;
        }
        return Encoded.of(
                ToBeSignedCertificate.CODEC,
                new ToBeSignedCertificate(
                        sent.id(),
                        sent.cracaId(),
                        sent.crlSeries(),
                        sent.validityPeriod(),
                        sent.region(),
                        sent.assuranceLevel(),
                        sent.appPermissions(),
                        sent.certIssuePermissions(),
                        sent.certRequestPermissions(),
                        sent.canRequestRollover(),
                        encryptionKey,
                        indicator,
                        sent.flags(),
                        sent.appExtensions(),
                        sent.certIssueExtensions(),
                        sent.certRequestExtension(),
                        sent.additions()));
    }

    /** The data with a canonical {@code headerInfo.encryptionKey} (6.3.6). */
    public static Encoded<ToBeSignedData> ofToBeSignedData(Encoded<ToBeSignedData> toBeSigned) {
        HeaderInfo sent = toBeSigned.value().headerInfo();
        EncryptionKey encryptionKey = of(sent.encryptionKey());
        if (Objects.equals(encryptionKey, sent.encryptionKey())) {
            return toBeSigned;
        }
        HeaderInfo canonical = new HeaderInfo(
                sent.psid(),
                sent.generationTime(),
                sent.expiryTime(),
                sent.generationLocation(),
                sent.p2pcdLearningRequest(),
                sent.missingCrlIdentifier(),
                encryptionKey,
                sent.inlineP2pcdRequest(),
                sent.requestedCertificate(),
                sent.pduFunctionalType(),
                sent.contributedExtensions(),
                sent.additions());
        return Encoded.of(
                ToBeSignedData.CODEC, new ToBeSignedData(toBeSigned.value().payload(), canonical));
    }

    /** Signed data whose {@code tbsData} and signature are canonical; other data is its own canonical form. */
    public static Encoded<Ieee1609Dot2Data> ofData(Encoded<Ieee1609Dot2Data> data) {
        if (!(data.value().content() instanceof SignedData sent)) {
            return data;
        }
        Encoded<ToBeSignedData> tbsData = ofToBeSignedData(sent.tbsData());
        Signature signature = of(sent.signature());
        if (tbsData.equals(sent.tbsData()) && signature.equals(sent.signature())) {
            return data;
        }
        SignedData canonical = new SignedData(sent.hashId(), tbsData, sent.signer(), signature);
        return Encoded.of(
                Ieee1609Dot2Data.CODEC, new Ieee1609Dot2Data(data.value().protocolVersion(), canonical));
    }

    public static Signature of(Signature signature) {
        return switch (signature) {
            case Signature.EcdsaNistP256Signature s ->
                changed(s.value(), of(s.value()), s, Signature.EcdsaNistP256Signature::new);
            case Signature.EcdsaBrainpoolP256r1Signature s ->
                changed(s.value(), of(s.value()), s, Signature.EcdsaBrainpoolP256r1Signature::new);
            case Signature.EcdsaBrainpoolP384r1Signature s ->
                changed(s.value(), of(s.value()), s, Signature.EcdsaBrainpoolP384r1Signature::new);
            case Signature.EcdsaNistP384Signature s ->
                changed(s.value(), of(s.value()), s, Signature.EcdsaNistP384Signature::new);
            case Signature.Sm2Signature _, Signature.Unknown _ -> signature;
        };
    }

    public static PublicEncryptionKey of(PublicEncryptionKey key) {
        BasePublicEncryptionKey sent = key.publicKey();
        BasePublicEncryptionKey canonical = switch (sent) {
            case BasePublicEncryptionKey.EciesNistP256 k ->
                changed(k.point(), of(k.point()), k, BasePublicEncryptionKey.EciesNistP256::new);
            case BasePublicEncryptionKey.EciesBrainpoolP256r1 k ->
                changed(k.point(), of(k.point()), k, BasePublicEncryptionKey.EciesBrainpoolP256r1::new);
            case BasePublicEncryptionKey.EcencSm2 k ->
                changed(k.point(), of(k.point()), k, BasePublicEncryptionKey.EcencSm2::new);
            case BasePublicEncryptionKey.Unknown _ -> sent;
        };
        return canonical.equals(sent) ? key : new PublicEncryptionKey(key.supportedSymmAlg(), canonical);
    }

    private static @Nullable EncryptionKey of(@Nullable EncryptionKey key) {
        if (!(key instanceof EncryptionKey.Public(PublicEncryptionKey sent))) {
            return key;
        }
        return changed(sent, of(sent), key, EncryptionKey.Public::new);
    }

    private static VerificationKeyIndicator of(VerificationKeyIndicator indicator) {
        return switch (indicator) {
            case VerificationKeyIndicator.VerificationKey i ->
                changed(i.value(), of(i.value()), i, VerificationKeyIndicator.VerificationKey::new);
            case VerificationKeyIndicator.ReconstructionValue i ->
                changed(i.value(), of(i.value()), i, VerificationKeyIndicator.ReconstructionValue::new);
            case VerificationKeyIndicator.Unknown _ -> indicator;
        };
    }

    private static PublicVerificationKey of(PublicVerificationKey key) {
        return switch (key) {
            case PublicVerificationKey.EcdsaNistP256 k ->
                changed(k.point(), of(k.point()), k, PublicVerificationKey.EcdsaNistP256::new);
            case PublicVerificationKey.EcdsaBrainpoolP256r1 k ->
                changed(k.point(), of(k.point()), k, PublicVerificationKey.EcdsaBrainpoolP256r1::new);
            case PublicVerificationKey.EcdsaBrainpoolP384r1 k ->
                changed(k.point(), of(k.point()), k, PublicVerificationKey.EcdsaBrainpoolP384r1::new);
            case PublicVerificationKey.EcdsaNistP384 k ->
                changed(k.point(), of(k.point()), k, PublicVerificationKey.EcdsaNistP384::new);
            case PublicVerificationKey.EcsigSm2 k ->
                changed(k.point(), of(k.point()), k, PublicVerificationKey.EcsigSm2::new);
            case PublicVerificationKey.Unknown _ -> key;
        };
    }

    private static EcdsaP256Signature of(EcdsaP256Signature signature) {
        EccP256CurvePoint r = switch (signature.rSig()) {
            case EccP256CurvePoint.CompressedY0 p -> new EccP256CurvePoint.XOnly(p.x());
            case EccP256CurvePoint.CompressedY1 p -> new EccP256CurvePoint.XOnly(p.x());
            case EccP256CurvePoint.UncompressedP256 p -> new EccP256CurvePoint.XOnly(p.x());
            case EccP256CurvePoint.XOnly p -> p;
            case EccP256CurvePoint.Fill p -> p;
        };
        return r.equals(signature.rSig()) ? signature : new EcdsaP256Signature(r, signature.sSig());
    }

    private static EcdsaP384Signature of(EcdsaP384Signature signature) {
        EccP384CurvePoint r = switch (signature.rSig()) {
            case EccP384CurvePoint.CompressedY0 p -> new EccP384CurvePoint.XOnly(p.x());
            case EccP384CurvePoint.CompressedY1 p -> new EccP384CurvePoint.XOnly(p.x());
            case EccP384CurvePoint.UncompressedP384 p -> new EccP384CurvePoint.XOnly(p.x());
            case EccP384CurvePoint.XOnly p -> p;
            case EccP384CurvePoint.Fill p -> p;
        };
        return r.equals(signature.rSig()) ? signature : new EcdsaP384Signature(r, signature.sSig());
    }

    private static EccP256CurvePoint of(EccP256CurvePoint point) {
        if (!(point instanceof EccP256CurvePoint.UncompressedP256(var x, var y))) {
            return point;
        }
        return CurvePoints.isOdd(y) ? new EccP256CurvePoint.CompressedY1(x) : new EccP256CurvePoint.CompressedY0(x);
    }

    private static EccP384CurvePoint of(EccP384CurvePoint point) {
        if (!(point instanceof EccP384CurvePoint.UncompressedP384(var x, var y))) {
            return point;
        }
        return CurvePoints.isOdd(y) ? new EccP384CurvePoint.CompressedY1(x) : new EccP384CurvePoint.CompressedY0(x);
    }

    /** {@code whole} itself where the part is already canonical, so that its octets can be kept. */
    private static <P, W> W changed(P sent, P canonical, W whole, Function<P, ? extends W> rebuild) {
        return canonical.equals(sent) ? whole : rebuild.apply(canonical);
    }
}
