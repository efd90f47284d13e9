package org.v2xscms.obu.provisioning;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Hostname;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EeEcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.AdditionalParams;
import org.v2xscms.codec.ieee1609dot2dot1.eera.ButterflyExpansion;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePlainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.butterfly.Caterpillar;
import org.v2xscms.crypto.butterfly.CocoonIndex;
import org.v2xscms.crypto.butterfly.CocoonKeys;
import org.v2xscms.crypto.butterfly.ExplicitButterfly;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.ecqv.EcqvIssuance;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Recipient;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.SigningInput;
import org.v2xscms.crypto.time.IPeriods;

/** The certificate authorities of a {@link TestSystem}: what ECA and ACA compute, with faults on demand. */
final class TestIssuer {

    private final TestSystem system;
    final Set<Fault> faults = EnumSet.noneOf(Fault.class);

    TestIssuer(TestSystem system) {
        this.system = system;
    }

    private record Issued(
            Encoded<Certificate> certificate, @Nullable Octets privateKeyInfo) {}

    /** The EcaEeCertResponseSpdu. */
    Octets enrolmentAnswer(EeEcaCertRequest request, HashedId8 requestHash) {
        TestSystem.Holder issuer = faults.contains(Fault.STRANGE_ISSUER)
                ? system.strangeEca
                : faults.contains(Fault.ISSUER_OF_ANOTHER_ROLE) ? system.ra : system.eca;
        TestSystem.Holder signer = faults.contains(Fault.STRANGE_SIGNER)
                ? system.strangeEca
                : faults.contains(Fault.SIGNER_OF_ANOTHER_ROLE) ? system.ra : system.eca;
        ToBeSignedCertificate asked = request.tbsCert();
        ToBeSignedCertificate content = content(
                asked,
                faults.contains(Fault.OTHER_ID) ? new CertificateId.Name(new Hostname("other")) : asked.id(),
                enrolmentValidity(asked.validityPeriod()),
                4,
                faults.contains(Fault.OTHER_PERMISSIONS));
        Issued issued = issue(issuer, content, type(request.type(), true), key(asked), false, true);
        HashedId8 hash =
                faults.contains(Fault.OTHER_REQUEST_HASH) ? new HashedId8(Octets.of(new byte[8])) : requestHash;
        Octets answer = signer.sign(ScmsPdu.CODEC.encode(ScmsPdu.of(new ScmsPdu.Content.EcaEe(EcaEeCertResponse.of(
                Time32.of(TestSystem.NOW),
                hash,
                List.of(
                        issuer.certificate().encoded(),
                        system.root.certificate().encoded()),
                issued.certificate,
                issued.privateKeyInfo)))));
        return faults.contains(Fault.BROKEN_SIGNATURE) ? changed(answer) : answer;
    }

    private ValidityPeriod enrolmentValidity(ValidityPeriod asked) {
        if (asked.start().seconds() == 0) {
            return new ValidityPeriod(Time32.of(TestSystem.NOW), new Duration.Years(1));
        }
        return faults.contains(Fault.TOO_LONG) ? new ValidityPeriod(asked.start(), new Duration.Years(2)) : asked;
    }

    /** The AcaEeCertResponse...Spdu for one index; faults strike number 1 of a batch. */
    Octets certificateAnswer(EeRaCertRequest request, CocoonIndex index, LinkageValue linkageValue) {
        boolean butterfly = !(request.additionalParams() == null
                || request.additionalParams() instanceof AdditionalParams.EncryptionKey);
        boolean struck = !butterfly || index.j() == 1;
        TestSystem.Holder issuer = struck && faults.contains(Fault.STRANGE_ISSUER)
                ? system.strangeAca
                : struck && faults.contains(Fault.ISSUER_OF_ANOTHER_ROLE)
                        ? system.ra
                        : struck
                                        && (faults.contains(Fault.ISSUER_WITHOUT_CUBK)
                                                || faults.contains(Fault.ISSUER_IS_NOT_SIGNER))
                                ? system.plainAca
                                : system.aca;
        CocoonKeys keys = keys(request, index);
        Issued issued = issue(
                issuer,
                pseudonym(request.tbsCert(), index, linkageValue, butterfly, struck),
                type(request.type(), struck),
                keys.signing(),
                butterfly,
                struck);
        Octets plain = AcaEeCertResponsePlainSpdu.CODEC.encode(new UnsecuredSpdu<>(Encoded.of(
                AcaEeCertResponse.CODEC,
                AcaEeCertResponse.of(Time32.of(TestSystem.NOW), issued.certificate, issued.privateKeyInfo))));
        if (request.additionalParams() == null) {
            return plain;
        }
        PublicPoint recipient = struck && faults.contains(Fault.ENCRYPTED_TO_ANOTHER) ? other() : keys.encryption();
        EncryptedData sealed = Envelope.seal(
                plain,
                List.of(new Recipient.ResponseKey(
                        new PublicEncryptionKey(SymmAlgorithm.AES128_CCM, CurvePoints.encryptionKey(recipient)))),
                SymmAlgorithm.AES128_CCM,
                system.random);
        Octets encrypted = Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(sealed));
        if (struck && faults.contains(Fault.CHANGED_CIPHERTEXT)) {
            encrypted = changed(encrypted);
        }
        if (request.additionalParams() instanceof AdditionalParams.CompactUnified) {
            return encrypted;
        }
        TestSystem.Holder signer = struck && faults.contains(Fault.STRANGE_SIGNER)
                ? system.strangeAca
                : struck && faults.contains(Fault.SIGNER_OF_ANOTHER_ROLE) ? system.ra : system.aca;
        Octets signed = signer.sign(encrypted);
        return struck && faults.contains(Fault.BROKEN_SIGNATURE) ? changed(signed) : signed;
    }

    private ToBeSignedCertificate pseudonym(
            ToBeSignedCertificate asked, CocoonIndex index, LinkageValue value, boolean butterfly, boolean struck) {
        if (!butterfly) {
            return content(
                    asked,
                    faults.contains(Fault.OTHER_ID) ? new CertificateId.Name(new Hostname("other")) : asked.id(),
                    faults.contains(Fault.TOO_LONG)
                            ? new ValidityPeriod(asked.validityPeriod().start(), new Duration.Years(2))
                            : asked.validityPeriod(),
                    2,
                    faults.contains(Fault.OTHER_PERMISSIONS));
        }
        long i = struck && faults.contains(Fault.OTHER_I) ? index.i() + 1 : index.i();
        boolean empty = struck && faults.contains(Fault.NO_LINKAGE_VALUE);
        long period = struck && faults.contains(Fault.OTHER_PERIOD) ? index.i() + 1 : index.i();
        return content(
                asked,
                struck && faults.contains(Fault.OTHER_ID)
                        ? new CertificateId.None()
                        : new LinkageData(
                                new IValue((int) i), empty ? new LinkageValue(Octets.of(new byte[9])) : value, null),
                new ValidityPeriod(new Time32(IPeriods.CAMP.start(period)), new Duration.Hours(169)),
                1,
                struck && faults.contains(Fault.OTHER_PERMISSIONS));
    }

    private ToBeSignedCertificate content(
            ToBeSignedCertificate asked,
            CertificateId id,
            ValidityPeriod validity,
            int series,
            boolean otherPermissions) {
        List<PsidGroupPermissions> request = asked.certRequestPermissions();
        List<PsidSsp> app = asked.appPermissions();
        return new ToBeSignedCertificate(
                id,
                HashedId3.of(system.root.certificate().hash().value()),
                new CrlSeries(series),
                validity,
                asked.region(),
                null,
                app == null ? null : otherPermissions ? List.of(new PsidSsp(new Psid(38), null)) : app,
                null,
                request == null ? null : otherPermissions ? List.of(request.getFirst(), request.getFirst()) : request,
                null,
                null,
                asked.verifyKeyIndicator(),
                null,
                null,
                null,
                null,
                Additions.NONE);
    }

    private CertificateType type(CertificateType asked, boolean struck) {
        if (!struck || !faults.contains(Fault.OTHER_TYPE)) {
            return asked;
        }
        return asked == CertificateType.EXPLICIT ? CertificateType.IMPLICIT : CertificateType.EXPLICIT;
    }

    private Issued issue(
            TestSystem.Holder issuer,
            ToBeSignedCertificate content,
            CertificateType type,
            PublicPoint requested,
            boolean butterfly,
            boolean struck) {
        PublicPoint key = struck && faults.contains(Fault.OTHER_KEY) ? other() : requested;
        Issued issued = type == CertificateType.IMPLICIT
                ? implicit(issuer, content, key)
                : explicit(issuer, content, key, butterfly, struck);
        Octets info = issued.privateKeyInfo;
        if (info != null && struck && faults.contains(Fault.OTHER_PRIVATE_KEY_INFO)) {
            info = changed(info);
        }
        return struck && faults.contains(Fault.NO_PRIVATE_KEY_INFO)
                ? new Issued(issued.certificate, info == null ? Octets.of(new byte[32]) : null)
                : new Issued(issued.certificate, info);
    }

    private Issued explicit(
            TestSystem.Holder issuer,
            ToBeSignedCertificate content,
            PublicPoint key,
            boolean butterfly,
            boolean struck) {
        ExplicitButterfly.Moved moved = butterfly ? ExplicitButterfly.move(key, system.random) : null;
        PublicPoint certified = moved == null ? key : moved.certificateKey();
        KeyPair signing = struck && faults.contains(Fault.BROKEN_CERTIFICATE)
                ? KeyPair.generate(Curve.NIST_P256, system.random)
                : issuer.keys();
        ToBeSignedCertificate complete =
                withKey(content, new VerificationKeyIndicator.VerificationKey(CurvePoints.verificationKey(certified)));
        return new Issued(
                TestSystem.signed(complete, signing, issuer).encoded(), moved == null ? null : moved.addend());
    }

    private Issued implicit(TestSystem.Holder issuer, ToBeSignedCertificate content, PublicPoint key) {
        EcqvIssuance issuance = EcqvIssuance.start(key, system.random);
        Encoded<ToBeSignedCertificate> encoded = Encoded.of(
                ToBeSignedCertificate.CODEC,
                withKey(
                        content,
                        new VerificationKeyIndicator.ReconstructionValue(
                                CurvePoints.p256(issuance.reconstructionValue()))));
        Octets r = issuance.finish(
                new SigningInput.DoubleHash(HashFunction.SHA256)
                        .digest(encoded.octets(), issuer.certificate().octets(HashedForm.CANONICAL)),
                issuer.keys().privateKey());
        Certificate certificate = new Certificate(
                3,
                CertificateType.IMPLICIT,
                new IssuerIdentifier.Sha256AndDigest(issuer.certificate().id()),
                encoded,
                null);
        return new Issued(Encoded.of(Certificate.CODEC, certificate), r);
    }

    private static ToBeSignedCertificate withKey(ToBeSignedCertificate content, VerificationKeyIndicator key) {
        return new ToBeSignedCertificate(
                content.id(),
                content.cracaId(),
                content.crlSeries(),
                content.validityPeriod(),
                content.region(),
                null,
                content.appPermissions(),
                null,
                content.certRequestPermissions(),
                null,
                null,
                key,
                null,
                null,
                null,
                null,
                Additions.NONE);
    }

    /** B and Q, as the RA expands them or as the request states them. */
    private static CocoonKeys keys(EeRaCertRequest request, CocoonIndex index) {
        PublicPoint key = key(request.tbsCert());
        AdditionalParams params = request.additionalParams();
        if (params == null) {
            return new CocoonKeys(index, key, key);
        }
        Caterpillar caterpillar = switch (params) {
            case AdditionalParams.Original(var original) ->
                new Caterpillar.Original(
                        key,
                        expansion(original.signingExpansion()),
                        CurvePoints.decode(original.encryptionKey().publicKey()).orElseThrow(),
                        expansion(original.encryptionExpansion()));
            case AdditionalParams.Unified(var expansion) -> new Caterpillar.Unified(key, expansion(expansion));
            case AdditionalParams.CompactUnified(var expansion) ->
                new Caterpillar.CompactUnified(key, expansion(expansion));
            case AdditionalParams.EncryptionKey _ -> null;
            case AdditionalParams.Unknown _ -> throw new IllegalArgumentException("unknown");
        };
        return caterpillar == null
                ? new CocoonKeys(
                        index,
                        key,
                        CurvePoints.decode(((AdditionalParams.EncryptionKey) params)
                                        .value()
                                        .publicKey())
                                .orElseThrow())
                : caterpillar.expand(List.of(index)).getFirst();
    }

    private static SymmetricKey expansion(ButterflyExpansion expansion) {
        return new SymmetricKey(
                SymmAlgorithm.AES128_CCM,
                SecretOctets.wrap(
                        ((ButterflyExpansion.Aes128) expansion).value().toByteArray()));
    }

    static PublicPoint key(ToBeSignedCertificate content) {
        return CurvePoints.decode(((VerificationKeyIndicator.VerificationKey) content.verifyKeyIndicator()).value())
                .orElseThrow();
    }

    private PublicPoint other() {
        return KeyPair.generate(Curve.NIST_P256, system.random).publicKey();
    }

    static Octets changed(Octets octets) {
        byte[] bytes = octets.toByteArray();
        bytes[bytes.length - 1] ^= 1;
        return Octets.of(bytes);
    }
}
