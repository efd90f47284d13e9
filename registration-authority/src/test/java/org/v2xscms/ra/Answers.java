package org.v2xscms.ra;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponseCubkSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePlainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePrivateSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.butterfly.CaterpillarSecret;
import org.v2xscms.crypto.butterfly.CocoonIndex;
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
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Opening;
import org.v2xscms.crypto.envelope.OpeningKey;
import org.v2xscms.crypto.envelope.PrivateDecryptionKey;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;
import org.v2xscms.rootca.TestTrust;

/** Opens what a device downloads, and finds the key pair of each certificate as the device must. */
final class Answers {

    private Answers() {}

    /** The entries of a batch file by name, in their order. */
    static Map<String, Octets> entries(byte[] file) throws IOException {
        Map<String, Octets> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), Octets.of(zip.readAllBytes()));
            }
        }
        return entries;
    }

    /** One of them, which must be there. */
    static Octets entry(Map<String, Octets> entries, String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    /** The certificate of one answer, whose private key {@code asked} leads to; fails where anything does not fit. */
    static HashedCertificate open(TestTrust trust, TestDevice.Asked asked, Octets answer, int i, int j)
            throws DecodeException {
        CaterpillarSecret butterfly = asked.butterfly();
        PrivateScalar own = butterfly == null
                ? asked.keys().privateKey()
                : butterfly.expand(new CocoonIndex(i, j)).signing();
        Octets plain = answer;
        if (butterfly instanceof CaterpillarSecret.CompactUnified) {
            plain = decrypt(
                    AcaEeCertResponseCubkSpdu.CODEC
                            .decode(answer, Reading.STRICT)
                            .value()
                            .encryptedData(),
                    own);
        } else if (butterfly != null || asked.response() != null) {
            PrivateScalar key = butterfly == null
                    ? Objects.requireNonNull(asked.response()).privateKey()
                    : butterfly.expand(new CocoonIndex(i, j)).encryption();
            plain = decrypt(
                    AcaEeCertResponsePrivateSpdu.CODEC
                            .decode(answer, Reading.STRICT)
                            .value()
                            .content()
                            .value()
                            .encryptedData(),
                    key);
        }
        AcaEeCertResponse response = AcaEeCertResponsePlainSpdu.CODEC
                .decode(plain, Reading.STRICT)
                .value()
                .content()
                .value();
        HashedCertificate certificate = HashedCertificate.of(response.certificate());
        PublicPoint key = valid(trust, certificate);
        KeyPair keys = keys(trust, certificate, own, response.privateKeyInfo(), key);
        if (!keys.publicKey().equals(key)) {
            throw new AssertionError("the key does not fit the certificate");
        }
        return certificate;
    }

    private static PublicPoint valid(TestTrust trust, HashedCertificate certificate) {
        TrustStore store = TrustStore.of(
                List.of(trust.certificate("root")), List.of(trust.certificate("ica"), trust.certificate("pca")));
        Time64 start =
                certificate.certificate().toBeSigned().value().validityPeriod().startTime();
        ValidationResult result = new ChainValidator(store, new BouncyCastleVerifier(), RevocationCheck.NONE)
                .validate(certificate, start);
        if (result instanceof ValidationResult.Valid valid) {
            return valid.key();
        }
        throw new AssertionError(result.toString());
    }

    private static KeyPair keys(
            TestTrust trust, HashedCertificate certificate, PrivateScalar own, @Nullable Octets info, PublicPoint key) {
        if (info == null) {
            return KeyPair.of(own);
        }
        if (certificate.certificate().type() == CertificateType.EXPLICIT) {
            return ExplicitButterfly.keys(own, info, key).orElseThrow();
        }
        Encoded<ToBeSignedCertificate> content = certificate.certificate().toBeSigned();
        var value =
                (VerificationKeyIndicator.ReconstructionValue) content.value().verifyKeyIndicator();
        return reconstructed(
                own,
                info,
                CurvePoints.decode(Curve.NIST_P256, value.value()).orElseThrow(),
                content,
                trust.certificate("pca"));
    }

    /** The key pair of an implicit certificate. */
    static KeyPair reconstructed(
            PrivateScalar own,
            Octets r,
            PublicPoint point,
            Encoded<ToBeSignedCertificate> content,
            HashedCertificate issuer) {
        var stated = (VerificationKeyIndicator.VerificationKey)
                issuer.certificate().toBeSigned().value().verifyKeyIndicator();
        PublicPoint issuerKey = CurvePoints.decode(stated.value()).orElseThrow();
        EcqvKeys keys =
                EcqvReconstruction.keys(own, r, point, CertificateSigning.implicitHash(content, issuer), issuerKey);
        if (keys instanceof EcqvKeys.Reconstructed(KeyPair pair)) {
            return pair;
        }
        throw new AssertionError(keys.toString());
    }

    private static Octets decrypt(EncryptedData data, PrivateScalar key) {
        KeyPair keys = KeyPair.of(key);
        Opening opening = Envelope.open(
                data,
                new OpeningKey.OfResponseKey(
                        TestDevice.encryptionKey(keys),
                        new PrivateDecryptionKey.Ecies(new SoftwareKeyAgreement(keys))));
        if (opening instanceof Opening.Opened(Octets plaintext, var dataKey)) {
            dataKey.close();
            return plaintext;
        }
        throw new AssertionError("not encrypted to the device: " + opening);
    }
}
