package org.v2xscms.rootca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.oer.OEREncoder;
import org.bouncycastle.oer.OERInputStream;
import org.bouncycastle.oer.its.template.ieee1609dot2.IEEE1609dot2;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.v2xscms.codec.ieee1609dot2.CertificateFlags;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertificateChain;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CertificateChainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.MultiSignedCtlSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.CertificateSignatures;
import org.v2xscms.crypto.certificate.CertifiedKey;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;
import org.v2xscms.hsm.PinSource;
import org.v2xscms.hsm.soft.SoftToken;
import org.v2xscms.rootca.trust.TrustSpdus;

/** The certificates of a whole installation. */
class TestTrustTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @TempDir
    private static Path folder;

    private static TestTrust trust;

    @BeforeAll
    static void create() {
        trust = TestTrust.create(folder, CLOCK);
    }

    @AfterAll
    static void close() {
        trust.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "ica", "eca", "ra", "la1", "la2", "pca", "ma", "crlsigner"})
    void certificateIsValidUnderTheRoot(String name) {
        HashedCertificate root = trust.certificate("root");
        TrustStore store = TrustStore.of(List.of(root), List.of(trust.certificate("ica")));
        ValidationResult result = new ChainValidator(store, new BouncyCastleVerifier(), RevocationCheck.NONE)
                .validate(trust.certificate(name), Time64.of(NOW));
        assertInstanceOf(ValidationResult.Valid.class, result, result::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"elector1", "elector2", "elector3"})
    void electorVouchesForItself(String name) {
        HashedCertificate elector = trust.certificate(name);
        assertInstanceOf(
                CertifiedKey.Certified.class,
                CertificateSignatures.checkSelfSigned(elector, new BouncyCastleVerifier()));
        assertTrue(trust.electors().stream()
                .anyMatch(id -> id.octets().equals(elector.hash().value())));
    }

    @ParameterizedTest
    @CsvSource({
        "root, 0, 35:810002 256:0001000103000100020004",
        "ica, 2, 35:830002",
        "eca, 2, 35:840002",
        "pca, 2, 35:850002",
        "ra, 2, 35:8b0002",
        "la1, 2, 35:8800020001",
        "la2, 2, 35:8800020002",
        "ma, 256, 35:8a000201010120",
        "crlsigner, 256, 35:860002 256:0001010103000100020004",
        "elector1, 0, 35:800002",
    })
    void certificateHoldsItsRole(String name, int series, String permissions) {
        ToBeSignedCertificate content = content(name);
        assertEquals(new CrlSeries(series), content.crlSeries());
        assertEquals(
                permissions,
                String.join(
                        " ",
                        Objects.requireNonNull(content.appPermissions()).stream()
                                .map(TestTrustTest::text)
                                .toList()));
    }

    /** In COER: preamble, all or the PSIDs with all their SSPs, minChainLength, chainLengthRange, kinds. */
    @ParameterizedTest
    @CsvSource({
        "root, 0102 e0810103 01ffc0 60800103 80012381 80012681 8002010081 01ffc0",
        "ica, 0102 a0810102 c0 60800102 80012381 8002010081 01ffc0",
        "eca, 0101 208140",
        "pca, 0101 0081",
    })
    void certificateIssuesWhatTheProfileSays(String name, String coer) {
        assertEquals(
                Octets.ofHex(coer.replace(" ", "")),
                PsidGroupPermissions.CERT_ISSUE.encode(
                        Objects.requireNonNull(content(name).certIssuePermissions())));
    }

    @Test
    void raRequestsEverythingAndNobodyElseAnything() {
        assertEquals(
                Octets.ofHex("010180810100"),
                PsidGroupPermissions.SEQUENCE_OF.encode(
                        Objects.requireNonNull(content("ra").certRequestPermissions())));
        for (String other : List.of("root", "ica", "eca", "la1", "pca", "ma", "crlsigner", "elector1")) {
            assertNull(content(other).certRequestPermissions(), other);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ra", "la1", "la2", "ma", "crlsigner", "elector1"})
    void othersIssueNothing(String name) {
        assertNull(content(name).certIssuePermissions());
    }

    @ParameterizedTest
    @CsvSource({"eca, true", "ra, true", "la1, true", "pca, true", "ma, true", "crlsigner, false", "ica, false"})
    void certificateHasAnEncryptionKeyWhereOthersEncryptToIt(String name, boolean expected) {
        assertEquals(expected, content(name).encryptionKey() != null);
    }

    @Test
    void onlyTheAcaUsesCompactUnifiedButterflyKeys() {
        assertEquals(CertificateFlags.USES_CUBK, content("pca").flags());
        assertNull(content("eca").flags());
    }

    @Test
    void certificatesBelowTheRootNameItAsTheirCraca() {
        HashedId3 root = HashedId3.of(trust.certificate("root").hash().value());
        assertEquals(root, content("eca").cracaId());
        assertEquals(root, content("crlsigner").cracaId());
        assertEquals(Octets.ofHex("000000"), content("root").cracaId().octets());
    }

    @Test
    void filesHoldWhatTheyAreNamedFor() throws IOException, DecodeException {
        MultiSignedCtl.FullIeeeCtl list = assertInstanceOf(
                MultiSignedCtl.FullIeeeCtl.class,
                MultiSignedCtlSpdu.CODEC
                        .decode(read("ctl.spdu"), Reading.STRICT)
                        .value()
                        .content()
                        .value());
        assertEquals(3, list.signatures().size());
        assertEquals(4, list.unsigned().size());
        assertEquals(trust.electors(), list.tbsCtl().value().electorApprove());
        CertificateChain chain = CertificateChainSpdu.CODEC
                .decode(read("ccf.spdu"), Reading.STRICT)
                .value()
                .content()
                .value();
        assertEquals(read("ctl.spdu"), chain.homeCtl().octets());
        assertEquals(
                List.of("ica", "eca", "pca", "ma", "crlsigner").stream()
                        .map(trust::certificate)
                        .toList(),
                chain.others().stream().map(HashedCertificate::of).toList());
        assertEquals(trust.certificate("la2").encoded().octets(), read("la2.cert"));
    }

    @Test
    void compositeCrlCarriesTheListOctetForOctet() throws IOException, DecodeException {
        var list = MultiSignedCtlSpdu.CODEC
                .decode(read("ctl.spdu"), Reading.STRICT)
                .encoded();
        assertEquals(
                list.octets(),
                TrustSpdus.compositeCrl(list, List.of())
                        .value()
                        .content()
                        .value()
                        .homeCtl()
                        .octets());
    }

    /** Not the one of the ACA: Bouncy Castle's Certificate loses the flags, which came with the 2022 edition. */
    @ParameterizedTest
    @ValueSource(strings = {"root", "ica", "eca", "ra", "la1", "ma", "crlsigner"})
    void bouncyCastleReadsAndWritesTheSameOctets(String name) throws IOException {
        Octets octets = trust.certificate(name).encoded().octets();
        var theirs = OERInputStream.parse(octets.toByteArray(), IEEE1609dot2.Certificate.build());
        var certificate = org.bouncycastle.oer.its.ieee1609dot2.Certificate.getInstance(theirs);
        assertEquals(octets, Octets.of(OEREncoder.toByteArray(certificate, IEEE1609dot2.Certificate.build())));
    }

    @Test
    void authorityFindsItsKeysInItsTokenFile(@TempDir Path other) throws IOException {
        try (TestTrust inFile = TestTrust.create(other, CLOCK, "eca")) {
            assertNotEquals(trust.certificate("eca"), inFile.certificate("eca"));
        }
        try (SoftToken token = SoftToken.open(
                "eca",
                other.resolve("eca/token"),
                PinSource.file(other.resolve("eca/token.pin")),
                new BouncyCastleVerifier(),
                new SecureRandom(),
                CLOCK)) {
            assertEquals("eca", token.name());
        }
    }

    private static ToBeSignedCertificate content(String name) {
        return trust.certificate(name).certificate().toBeSigned().value();
    }

    private static String text(PsidSsp permission) {
        return permission.psid().value() + ":"
                + ((ServiceSpecificPermissions.Opaque) Objects.requireNonNull(permission.ssp()))
                        .value()
                        .hex();
    }

    private static Octets read(String name) throws IOException {
        return Octets.of(Files.readAllBytes(folder.resolve("trust").resolve(name)));
    }
}
