package org.v2xscms.obu.provisioning;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateFlags;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.SubjectPermissions;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.ieee1609dot2.basetypes.Hostname;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertificateChain;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CtlSequenceNumber;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CtlSeriesId;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.FullIeeeTbsCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MsctlType;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.ToBeSignedCtlSignature;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CertificateChainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.MultiSignedCtlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RoleSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.certificate.WireSignature;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.SigningInput;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.crypto.trustlist.Succession;
import org.v2xscms.crypto.trustlist.TrustListVerifier;
import org.v2xscms.obu.SeededRandom;

/** Roots, electors and authorities of a small system, with real keys and certificates. */
final class TestSystem {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final CtlSeriesId SERIES = new CtlSeriesId(Octets.ofHex("0102030405060708"));

    /** Signing key, encryption key and certificate. */
    record Holder(KeyPair keys, KeyPair encryption, HashedCertificate certificate) {

        /** {@code content} as a signed SPDU of this authority. */
        Octets sign(Octets content) {
            SignedDataPayload payload =
                    SignedDataPayload.of(Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(content)));
            return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(sign(payload)));
        }

        SignedData sign(SignedDataPayload payload) {
            return MessageSignature.sign(
                    new ToBeSignedData(payload, HeaderInfo.of(SecurityMgmtPsid.PSID)),
                    certificate,
                    new SignerIdentifier.Certificates(List.of(certificate.encoded())),
                    SoftwareSigner.deterministic(keys));
        }
    }

    final SeededRandom random = new SeededRandom(1);
    final Holder root = root("root");
    final Holder otherRoot = root("other root");
    final List<Holder> electors = Stream.of("1", "2", "3").map(this::elector).toList();
    final Holder eca = authority("eca", root, new SecurityMgmtSsp.Eca(RoleSsp.CURRENT), EndEntityType.ENROL, null);
    final Holder aca = authority(
            "aca", root, new SecurityMgmtSsp.Aca(RoleSsp.CURRENT), EndEntityType.APP, CertificateFlags.USES_CUBK);
    final Holder plainAca =
            authority("aca without cubk", root, new SecurityMgmtSsp.Aca(RoleSsp.CURRENT), EndEntityType.APP, null);
    final Holder strangeEca =
            authority("eca", otherRoot, new SecurityMgmtSsp.Eca(RoleSsp.CURRENT), EndEntityType.ENROL, null);
    final Holder strangeAca = authority(
            "aca", otherRoot, new SecurityMgmtSsp.Aca(RoleSsp.CURRENT), EndEntityType.APP, CertificateFlags.USES_CUBK);
    /** Holds the role of an RA and may, by mistake of its issuer, issue everything. */
    final Holder ra = authority(
            "ra",
            root,
            new SecurityMgmtSsp.Ra(RoleSsp.CURRENT),
            EndEntityType.APP_AND_ENROL,
            CertificateFlags.USES_CUBK);

    Succession pinned() {
        return Succession.pinned(
                SERIES, electors.stream().map(TestSystem::electorId).collect(Collectors.toSet()), 2);
    }

    static HashedId48 electorId(Holder elector) {
        return new HashedId48(elector.certificate.hash().value());
    }

    /** A list that approves {@link #root} and the electors {@code approved}, signed by {@code signers}. */
    Octets trustList(int sequence, List<Holder> approved, List<Holder> signers) {
        Encoded<FullIeeeTbsCtl> contents = Encoded.of(
                FullIeeeTbsCtl.CODEC,
                FullIeeeTbsCtl.of(
                        MsctlType.FULL_IEEE_CTL,
                        SERIES,
                        new CtlSequenceNumber(sequence),
                        Time32.of(NOW.minusSeconds(60)),
                        approved.stream().map(TestSystem::electorId).toList(),
                        List.of(),
                        List.of(TrustListVerifier.rootId(root.certificate)),
                        List.of(),
                        null));
        ToBeSignedCtlSignature statement = new ToBeSignedCtlSignature(
                SERIES,
                MsctlType.FULL_IEEE_CTL,
                new CtlSequenceNumber(sequence),
                new HashedId48(HashFunction.SHA384.digest(contents.octets()).value()));
        MultiSignedCtl ctl = new MultiSignedCtl.FullIeeeCtl(
                contents,
                List.of(root.certificate.encoded()),
                signers.stream().map(signer -> signature(signer, statement)).toList());
        return MultiSignedCtlSpdu.CODEC.encode(new UnsecuredSpdu<>(Encoded.of(MultiSignedCtl.CODEC, ctl)));
    }

    Octets trustList(int sequence) {
        return trustList(sequence, electors, electors.subList(0, 2));
    }

    private static Encoded<SignedSpdu<ToBeSignedCtlSignature>> signature(
            Holder signer, ToBeSignedCtlSignature statement) {
        Octets content = ScmsPdu.CODEC.encode(ScmsPdu.of(new ScmsPdu.Content.Cert(statement)));
        SignedData signed =
                signer.sign(SignedDataPayload.of(Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(content))));
        return new Encoded<>(
                new SignedSpdu<>(signed, new Encoded<>(statement, content)),
                Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(signed)));
    }

    /** The chain file around {@code trustList}. */
    Octets chainFile(Octets trustList) throws DecodeException {
        CertificateChain chain = CertificateChain.of(
                MultiSignedCtlSpdu.CODEC.decode(trustList, Reading.STRICT).encoded(),
                Stream.of(eca, aca, plainAca, ra, strangeAca, strangeEca)
                        .map(holder -> holder.certificate.encoded())
                        .toList());
        return CertificateChainSpdu.CODEC.encode(new UnsecuredSpdu<>(Encoded.of(CertificateChain.CODEC, chain)));
    }

    private Holder root(String name) {
        KeyPair keys = KeyPair.generate(Curve.NIST_P256, random);
        ToBeSignedCertificate content = content(
                name,
                keys,
                null,
                new SecurityMgmtSsp.Root(RoleSsp.CURRENT),
                new PsidGroupPermissions(new SubjectPermissions.All(), 1, 1, EndEntityType.APP_AND_ENROL),
                null);
        return new Holder(keys, keys, signed(content, keys, null));
    }

    private Holder elector(String name) {
        KeyPair keys = KeyPair.generate(Curve.NIST_P384, random);
        ToBeSignedCertificate content =
                content("elector " + name, keys, null, new SecurityMgmtSsp.Elector(RoleSsp.CURRENT), null, null);
        return new Holder(keys, keys, signed(content, keys, null));
    }

    private Holder authority(
            String name, Holder issuer, SecurityMgmtSsp role, EndEntityType type, @Nullable CertificateFlags flags) {
        KeyPair keys = KeyPair.generate(Curve.NIST_P256, random);
        KeyPair encryption = KeyPair.generate(Curve.NIST_P256, random);
        PsidGroupPermissions issue = new PsidGroupPermissions(new SubjectPermissions.All(), 1, 0, type);
        return new Holder(
                keys, encryption, signed(content(name, keys, encryption, role, issue, flags), issuer.keys, issuer));
    }

    private static ToBeSignedCertificate content(
            String name,
            KeyPair keys,
            @Nullable KeyPair encryption,
            SecurityMgmtSsp role,
            @Nullable PsidGroupPermissions issue,
            @Nullable CertificateFlags flags) {
        return new ToBeSignedCertificate(
                new CertificateId.Name(new Hostname(name)),
                new HashedId3(Octets.ofHex("000000")),
                new CrlSeries(0),
                new ValidityPeriod(Time32.of(NOW.minusSeconds(10 * 86_400)), new Duration.Years(3)),
                null,
                null,
                List.of(SecurityMgmtPsid.permission(role)),
                issue == null ? null : List.of(issue),
                null,
                null,
                encryption == null ? null : encryptionKey(encryption),
                new VerificationKeyIndicator.VerificationKey(CurvePoints.verificationKey(keys.publicKey())),
                flags,
                null,
                null,
                null,
                Additions.NONE);
    }

    static PublicEncryptionKey encryptionKey(KeyPair keys) {
        return new PublicEncryptionKey(SymmAlgorithm.AES128_CCM, CurvePoints.encryptionKey(keys.publicKey()));
    }

    /** The explicit certificate, self-signed where there is no issuer. */
    static HashedCertificate signed(ToBeSignedCertificate content, KeyPair keys, @Nullable Holder issuer) {
        HashFunction function = keys.curve().hash();
        Encoded<ToBeSignedCertificate> encoded = Encoded.of(ToBeSignedCertificate.CODEC, content);
        Octets signerInput = issuer == null ? Octets.EMPTY : issuer.certificate.octets(HashedForm.CANONICAL);
        WireSignature signature = new WireSignature(
                keys.curve(),
                SoftwareSigner.deterministic(keys)
                        .sign(new SigningInput.DoubleHash(function).digest(encoded.octets(), signerInput)));
        IssuerIdentifier reference = issuer == null
                ? new IssuerIdentifier.Self(function.algorithm())
                : new IssuerIdentifier.Sha256AndDigest(issuer.certificate.id());
        return HashedCertificate.of(Encoded.of(
                Certificate.CODEC,
                new Certificate(3, CertificateType.EXPLICIT, reference, encoded, signature.toSignature())));
    }
}
