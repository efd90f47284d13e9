package org.v2xscms.crypto.realdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.Hex;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.SharedVectors;
import org.v2xscms.crypto.certificate.CertificateSignatures;
import org.v2xscms.crypto.certificate.CertifiedKey;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.SoftwareKeyAgreement;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Opening;
import org.v2xscms.crypto.envelope.OpeningKey;
import org.v2xscms.crypto.envelope.PrivateDecryptionKey;
import org.v2xscms.crypto.envelope.Recipient;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;
import tools.jackson.databind.JsonNode;

/** The certificates of the ETSI test system: signatures, chains, keys. */
class EtsiCertificatesTest {

    private static final SignatureVerifier VERIFIER = new BouncyCastleVerifier();

    private record Entry(HashedCertificate certificate, JsonNode keys) {}

    private static Map<String, Entry> entries() throws IOException, DecodeException {
        Map<String, Entry> entries = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member :
                SharedVectors.read("etsi-test-certificates.json").get("certs").properties()) {
            Octets octets = Octets.ofHex(SharedVectors.hex(member.getValue(), "cert"));
            HashedCertificate certificate = HashedCertificate.of(Certificate.CODEC
                    .keepingOctets()
                    .decode(octets, Reading.STRICT)
                    .value());
            entries.put(member.getKey(), new Entry(certificate, member.getValue()));
        }
        assertEquals(63, entries.size());
        return entries;
    }

    private static TrustStore trust(Map<String, Entry> entries) {
        Map<Boolean, List<HashedCertificate>> bySelf = entries.values().stream()
                .map(Entry::certificate)
                .collect(Collectors.partitioningBy(HashedCertificate::isSelfSigned));
        return TrustStore.of(bySelf.getOrDefault(true, List.of()), bySelf.getOrDefault(false, List.of()));
    }

    /** The key of {@code certificate} after its chain up to a self-signed root has verified. */
    private static CertifiedKey.Certified verified(HashedCertificate certificate, TrustStore trust) {
        if (certificate.isSelfSigned()) {
            return assertInstanceOf(
                    CertifiedKey.Certified.class, CertificateSignatures.checkSelfSigned(certificate, VERIFIER));
        }
        HashedCertificate issuer = trust.issuerOf(certificate).orElseThrow();
        return assertInstanceOf(
                CertifiedKey.Certified.class,
                CertificateSignatures.check(
                        certificate, issuer, verified(issuer, trust).key(), VERIFIER));
    }

    @Test
    void eachSignatureVerifiesAndSomeOnlyOverTheOctetsAsSent() throws IOException, DecodeException {
        Map<String, Entry> entries = entries();
        TrustStore trust = trust(entries);
        Set<String> asSent = new TreeSet<>();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (verified(entry.getValue().certificate(), trust).form() == HashedForm.AS_SENT) {
                asSent.add(entry.getKey());
            }
        }
        assertEquals(
                Set.of("CERT_IUT_A_N_AA", "CERT_IUT_A_N_AT", "CERT_IUT_DENM_BO_01_AT", "CERT_TS_CAM_BO_02_AT"), asSent);
    }

    /**
     * 49 chains are valid. The others break these rules, as the data show:
     *
     * <ul>
     *   <li>C1_AT and C3_AA have regions beside those of their issuers, CA3_AT is issued by C3_AA.
     *   <li>AA grants PSID 139 (IVI) with the three lowest bits of the sixth octet clear, IVI_SSP_LC and IVI_SSP_SAEJ2540
     *       have them set, and it does not grant PSID 540802 (RTCM) at all.
     *   <li>The root grants PSID 623 to certificates directly below it only, and ssp of version 1 only. The enrolment
     *       authorities grant it further down, so nothing below them is valid; two authorities hold version 2.
     * </ul>
     */
    @Test
    void eachChainIsValidOrBreaksTheRuleItWasMadeToBreak() throws IOException, DecodeException {
        Map<String, Entry> entries = entries();
        Map<HashedCertificate, String> names = entries.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getValue().certificate(), Map.Entry::getKey));
        ChainValidator validator = new ChainValidator(trust(entries), VERIFIER, RevocationCheck.NONE);
        Map<String, String> invalid = new TreeMap<>();
        entries.forEach((name, entry) -> {
            Time64 start = entry.certificate()
                    .certificate()
                    .toBeSigned()
                    .value()
                    .validityPeriod()
                    .startTime();
            if (validator.validate(entry.certificate(), start) instanceof ValidationResult.Invalid broken) {
                String rules = broken.violations().stream()
                        .map(violation -> violation.rule().toString())
                        .collect(Collectors.joining(" "));
                invalid.put(name, names.get(broken.certificate()) + " " + rules);
            }
        });
        assertEquals(
                new TreeMap<>(Map.ofEntries(
                        itself("CERT_IUT_C1_AT", "REGION_WITHIN_ISSUER"),
                        itself("CERT_IUT_C3_AA", "REGION_WITHIN_ISSUER"),
                        Map.entry("CERT_IUT_CA3_AT", "CERT_IUT_C3_AA REGION_WITHIN_ISSUER"),
                        itself("CERT_IUT_IVI_SSP_LC_AT", "APP_PERMISSION_GRANTED"),
                        itself("CERT_IUT_IVI_SSP_SAEJ2540_AT", "APP_PERMISSION_GRANTED"),
                        itself("CERT_IUT_RTCM_SSP_NONE_AT", "APP_PERMISSION_GRANTED"),
                        itself("CERT_TS_AA_AUTHVAL_RCV_02_BI_02", "APP_PERMISSION_GRANTED"),
                        itself("CERT_TS_A_EA", "ISSUE_PERMISSION_GRANTED"),
                        itself("CERT_TS_A_EA_AA_AUTHVAL_RCV_02_BI_01", "ISSUE_PERMISSION_GRANTED"),
                        itself(
                                "CERT_TS_A_EA_AA_AUTHVAL_RCV_02_BI_02",
                                "APP_PERMISSION_GRANTED ISSUE_PERMISSION_GRANTED"),
                        itself("CERT_TS_A_EA_AA_AUTHVAL_RCV_02_BI_03", "ISSUE_PERMISSION_GRANTED"),
                        Map.entry("CERT_TS_EC_ENR_RCV_02_BI_01", "CERT_TS_A_EA ISSUE_PERMISSION_GRANTED"),
                        Map.entry("CERT_TS_EC_ENR_RCV_02_BI_02", "CERT_TS_A_EA ISSUE_PERMISSION_GRANTED"),
                        Map.entry("CERT_TS_EC_ENR_RCV_02_BI_03", "CERT_TS_A_EA ISSUE_PERMISSION_GRANTED"))),
                invalid);
    }

    private static Map.Entry<String, String> itself(String name, String rules) {
        return Map.entry(name, name + " " + rules);
    }

    @Test
    void privateKeysFitThePublicKeysInTheCertificates() throws IOException, DecodeException {
        int signing = 0;
        int encryption = 0;
        for (Entry entry : entries().values()) {
            PublicPoint stated = assertInstanceOf(
                            CertifiedKey.Certified.class, CertificateSignatures.statedKey(entry.certificate()))
                    .key();
            assertEquals(
                    stated,
                    Hex.keyPair(stated.curve(), SharedVectors.hex(entry.keys(), "vkey"))
                            .publicKey());
            signing++;
            PublicEncryptionKey key = encryptionKey(entry);
            if (key != null) {
                opensWhatIsSealedFor(entry, CurvePoints.decode(key.publicKey()).orElseThrow());
                encryption++;
            }
        }
        assertEquals(63, signing);
        assertEquals(60, encryption);
    }

    private static @Nullable PublicEncryptionKey encryptionKey(Entry entry) {
        return entry.certificate().certificate().toBeSigned().value().encryptionKey();
    }

    private static void opensWhatIsSealedFor(Entry entry, PublicPoint point) {
        KeyPair keys = Hex.keyPair(point.curve(), SharedVectors.hex(entry.keys(), "ekey"));
        assertEquals(point, keys.publicKey());
        Octets plaintext = Octets.ofHex("038000");
        EncryptedData sealed = Envelope.seal(
                plaintext,
                List.of(new Recipient.Holder(entry.certificate())),
                SymmAlgorithm.AES128_CCM,
                new SeededRandom(5));
        Opening opening = Envelope.open(
                sealed,
                new OpeningKey.OfCertificate(
                        entry.certificate(), new PrivateDecryptionKey.Ecies(new SoftwareKeyAgreement(keys))));
        assertEquals(plaintext, assertInstanceOf(Opening.Opened.class, opening).plaintext());
    }
}
