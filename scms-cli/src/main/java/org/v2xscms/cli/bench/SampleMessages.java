package org.v2xscms.cli.bench;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.EcdsaP256Signature;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicVerificationKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;

/**
 * Messages of the size and shape of a CAM, which Bouncy Castle's OER knows, too: an explicit certificate on P-256 without
 * linkage data. Keys and signatures are filler, because a decoder does not look at them.
 */
final class SampleMessages {

    private static final Time32 START = new Time32(694_224_000);
    private static final Octets FILLER = Octets.ofHex("5a".repeat(32));
    private static final Signature SIGNATURE =
            new Signature.EcdsaNistP256Signature(new EcdsaP256Signature(new EccP256CurvePoint.XOnly(FILLER), FILLER));

    private SampleMessages() {}

    /** Signed by digest: the message that a station sends most of the time. */
    static Octets byDigest() {
        return message(new SignerIdentifier.Digest(new HashedId8(Octets.ofHex("0123456789abcdef"))));
    }

    /** With its certificate: the message that a station sends twice a second. */
    static Octets withCertificate() {
        return message(new SignerIdentifier.Certificates(List.of(Encoded.of(Certificate.CODEC, certificate()))));
    }

    private static Octets message(SignerIdentifier signer) {
        Octets payload = Octets.ofHex("a5".repeat(50));
        HeaderInfo header = new HeaderInfo(
                new Psid(36), Time64.of(START), null, null, null, null, null, null, null, null, null, Additions.NONE);
        ToBeSignedData toBeSigned = new ToBeSignedData(
                SignedDataPayload.of(Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(payload))), header);
        SignedData signed =
                new SignedData(HashAlgorithm.SHA256, Encoded.of(ToBeSignedData.CODEC, toBeSigned), signer, SIGNATURE);
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(signed));
    }

    private static Certificate certificate() {
        ToBeSignedCertificate toBeSigned = new ToBeSignedCertificate(
                new CertificateId.None(),
                new HashedId3(Octets.ofHex("000000")),
                new CrlSeries(0),
                new ValidityPeriod(START, new Duration.Hours(169)),
                null,
                null,
                List.of(permission(36, "01fffc"), permission(37, "01ffffff")),
                null,
                null,
                null,
                null,
                new VerificationKeyIndicator.VerificationKey(
                        new PublicVerificationKey.EcdsaNistP256(new EccP256CurvePoint.CompressedY0(FILLER))),
                null,
                null,
                null,
                null,
                Additions.NONE);
        return new Certificate(
                3,
                CertificateType.EXPLICIT,
                new IssuerIdentifier.Sha256AndDigest(new HashedId8(Octets.ofHex("fedcba9876543210"))),
                Encoded.of(ToBeSignedCertificate.CODEC, toBeSigned),
                SIGNATURE);
    }

    private static PsidSsp permission(long psid, String ssp) {
        return new PsidSsp(new Psid(psid), new ServiceSpecificPermissions.BitmapSsp(Octets.ofHex(ssp)));
    }
}
