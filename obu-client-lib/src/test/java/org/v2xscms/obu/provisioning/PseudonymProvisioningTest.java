package org.v2xscms.obu.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.ValidationResult;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.store.CrashingDisk;

/** A device gets certificates whose keys nobody on the way holds, or none. */
class PseudonymProvisioningTest {

    private static final int I = TestAuthorities.FIRST_I;
    private static final String PATH = "authorization-certificate";

    private final TestSystem system = new TestSystem();
    private final CrashingDisk disk = new CrashingDisk();
    private TestAuthorities authorities;
    private TestDevice device;

    PseudonymProvisioningTest() throws Exception {
        authorities = new TestAuthorities(system);
        device = new TestDevice(disk, authorities, 0);
    }

    @BeforeEach
    void enrol() throws Exception {
        device.enrolled(authorities);
    }

    @AfterEach
    void stop() {
        device.close();
        authorities.close();
    }

    static Stream<Arguments> butterflies() {
        return Stream.of(KeyExpansion.ORIGINAL, KeyExpansion.UNIFIED, KeyExpansion.COMPACT_UNIFIED)
                .flatMap(PseudonymProvisioningTest::withBothTypes);
    }

    static Stream<Arguments> applications() {
        return Stream.of(KeyExpansion.NONE_ENCRYPTED, KeyExpansion.NONE_PLAIN)
                .flatMap(PseudonymProvisioningTest::withBothTypes);
    }

    private static Stream<Arguments> withBothTypes(KeyExpansion expansion) {
        return Stream.of(CertificateType.values()).map(type -> Arguments.of(expansion, type));
    }

    private Acknowledgement ask(KeyExpansion expansion, CertificateType type) {
        return TestDevice.done(device.provisioning.request("p", TestDevice.pseudonyms(expansion, type)));
    }

    private PublicPoint keyForOthers(CertifiedKeys keys) {
        Time64 start = keys.certificate()
                .certificate()
                .toBeSigned()
                .value()
                .validityPeriod()
                .startTime();
        return assertInstanceOf(
                        ValidationResult.Valid.class,
                        new ChainValidator(device.trust.store(), new BouncyCastleVerifier(), RevocationCheck.NONE)
                                .validate(keys.certificate(), start))
                .key();
    }

    @ParameterizedTest
    @MethodSource("butterflies")
    void batchHoldsCertificatesWithTheirKeys(KeyExpansion expansion, CertificateType type) {
        Acknowledgement ack = ask(expansion, type);
        assertEquals(I, ack.firstI());
        assertEquals(TestSystem.NOW.plusSeconds(5), ack.nextDownload());

        Set<PublicPoint> seen = new HashSet<>();
        for (int i : List.of(I, I + 1)) {
            Batch batch = TestDevice.done(device.provisioning.download("p", i));
            assertEquals(List.of(), batch.rejected());
            assertEquals(TestAuthorities.CERTIFICATES, batch.certificates().size());
            for (int j = 0; j < TestAuthorities.CERTIFICATES; j++) {
                CertifiedKeys keys = batch.certificates().get(j);
                assertEquals(List.of(i, j), List.of(keys.i(), keys.j()));
                assertEquals(type, keys.certificate().certificate().type());
                assertEquals(keyForOthers(keys), keys.keys().privateKey().publicPoint());
                assertTrue(seen.add(keys.keys().publicKey()));
                LinkageData id = assertInstanceOf(
                        LinkageData.class,
                        keys.certificate().certificate().toBeSigned().value().id());
                assertEquals(i, id.iCert().value());
            }
            assertEquals(batch.certificates(), device.provisioning.stored("p", i));
        }
        assertEquals(List.of(I, I + 1), device.provisioning.storedPeriods("p"));
    }

    @ParameterizedTest
    @MethodSource("applications")
    void applicationCertificateComesAlone(KeyExpansion expansion, CertificateType type) {
        Acknowledgement ack =
                TestDevice.done(device.provisioning.request("rsu", TestDevice.application(expansion, type)));
        assertNull(ack.firstI());
        Batch batch = TestDevice.done(device.provisioning.download("rsu"));

        CertifiedKeys keys = batch.certificates().getFirst();
        assertEquals(keyForOthers(keys), keys.keys().privateKey().publicPoint());
        assertEquals(
                TestDevice.application(expansion, type).id(),
                keys.certificate().certificate().toBeSigned().value().id());
    }

    @ParameterizedTest
    @CsvSource({
        "UNIFIED, EXPLICIT, BROKEN_SIGNATURE, SIGNER_VALID",
        "UNIFIED, EXPLICIT, STRANGE_SIGNER, SIGNER_VALID",
        "ORIGINAL, EXPLICIT, SIGNER_OF_ANOTHER_ROLE, SIGNER_ROLE",
        "ORIGINAL, EXPLICIT, ISSUER_IS_NOT_SIGNER, CERTIFICATE_ISSUER",
        "UNIFIED, IMPLICIT, ISSUER_IS_NOT_SIGNER, CERTIFICATE_ISSUER",
        "COMPACT_UNIFIED, EXPLICIT, ISSUER_OF_ANOTHER_ROLE, CERTIFICATE_ISSUER",
        "COMPACT_UNIFIED, EXPLICIT, STRANGE_ISSUER, CERTIFICATE_VALID",
        "COMPACT_UNIFIED, EXPLICIT, BROKEN_CERTIFICATE, CERTIFICATE_VALID",
        "COMPACT_UNIFIED, EXPLICIT, ISSUER_WITHOUT_CUBK, ISSUER_USES_CUBK",
        "COMPACT_UNIFIED, IMPLICIT, ISSUER_WITHOUT_CUBK, ISSUER_USES_CUBK",
        "COMPACT_UNIFIED, EXPLICIT, OTHER_KEY, CERTIFIED_KEY",
        "COMPACT_UNIFIED, IMPLICIT, OTHER_KEY, CERTIFIED_KEY",
        "ORIGINAL, EXPLICIT, OTHER_KEY, CERTIFIED_KEY",
        "UNIFIED, IMPLICIT, OTHER_KEY, CERTIFIED_KEY",
        "COMPACT_UNIFIED, EXPLICIT, OTHER_PRIVATE_KEY_INFO, CERTIFIED_KEY",
        "COMPACT_UNIFIED, IMPLICIT, OTHER_PRIVATE_KEY_INFO, CERTIFIED_KEY",
        "COMPACT_UNIFIED, EXPLICIT, NO_PRIVATE_KEY_INFO, CERTIFIED_KEY",
        "COMPACT_UNIFIED, EXPLICIT, ENCRYPTED_TO_ANOTHER, ENCRYPTED_TO_US",
        "ORIGINAL, EXPLICIT, ENCRYPTED_TO_ANOTHER, ENCRYPTED_TO_US",
        "COMPACT_UNIFIED, EXPLICIT, CHANGED_CIPHERTEXT, ENCRYPTED_TO_US",
        "COMPACT_UNIFIED, EXPLICIT, NO_LINKAGE_VALUE, LINKAGE_DATA",
        "COMPACT_UNIFIED, EXPLICIT, OTHER_I, LINKAGE_DATA",
        "COMPACT_UNIFIED, EXPLICIT, OTHER_ID, LINKAGE_DATA",
        "COMPACT_UNIFIED, EXPLICIT, OTHER_PERIOD, PERIOD",
        "COMPACT_UNIFIED, EXPLICIT, OTHER_PERMISSIONS, CERTIFICATE_CONTENT",
        "COMPACT_UNIFIED, EXPLICIT, OTHER_TYPE, CERTIFICATE_CONTENT",
        "COMPACT_UNIFIED, EXPLICIT, FILE_OF_ANOTHER_PERIOD, FILE",
        "COMPACT_UNIFIED, EXPLICIT, NUMBER_TWICE, FILE"
    })
    void dishonestAnswerIsLeftOutOfTheBatch(
            KeyExpansion expansion, CertificateType type, Fault fault, AnswerRule rule) {
        ask(expansion, type);
        authorities.issuer.faults.add(fault);
        Batch batch = TestDevice.done(device.provisioning.download("p", I));

        assertEquals(
                List.of(rule),
                batch.rejected().stream().map(Batch.Rejected::rule).toList(),
                batch.toString());
        assertEquals(
                List.of(0, 2),
                batch.certificates().stream().map(CertifiedKeys::j).toList());
    }

    @Test
    void linkageValueComesOncePerBatch() {
        ask(KeyExpansion.COMPACT_UNIFIED, CertificateType.EXPLICIT);
        authorities.issuer.faults.add(Fault.LINKAGE_VALUE_TWICE);
        Batch batch = TestDevice.done(device.provisioning.download("p", I));
        assertEquals(
                List.of(AnswerRule.LINKAGE_DATA),
                batch.rejected().stream().map(Batch.Rejected::rule).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "NONE_PLAIN, EXPLICIT, OTHER_KEY, CERTIFIED_KEY",
        "NONE_PLAIN, IMPLICIT, OTHER_KEY, CERTIFIED_KEY",
        "NONE_PLAIN, EXPLICIT, NO_PRIVATE_KEY_INFO, CERTIFIED_KEY",
        "NONE_PLAIN, EXPLICIT, OTHER_ID, CERTIFICATE_CONTENT",
        "NONE_PLAIN, EXPLICIT, TOO_LONG, CERTIFICATE_CONTENT",
        "NONE_ENCRYPTED, EXPLICIT, ENCRYPTED_TO_ANOTHER, ENCRYPTED_TO_US",
        "NONE_ENCRYPTED, EXPLICIT, ISSUER_IS_NOT_SIGNER, CERTIFICATE_ISSUER"
    })
    void dishonestApplicationCertificateIsRefused(
            KeyExpansion expansion, CertificateType type, Fault fault, AnswerRule rule) {
        TestDevice.done(device.provisioning.request("rsu", TestDevice.application(expansion, type)));
        authorities.issuer.faults.add(fault);
        assertEquals(rule, broken(device.provisioning.download("rsu")));
        assertEquals(List.of(), device.provisioning.stored("rsu", 0));
    }

    @ParameterizedTest
    @CsvSource({"INFO_OF_ANOTHER_REQUEST, REQUEST_HASH", "INFO_OF_ANOTHER_PERIOD, FILE", "CUT_FILE, FILE"})
    void fileThatIsNotTheOneAskedForIsLoadedAnewTheNextTime(Fault fault, AnswerRule rule) {
        ask(KeyExpansion.COMPACT_UNIFIED, CertificateType.EXPLICIT);
        authorities.issuer.faults.add(fault);
        assertEquals(rule, broken(device.provisioning.download("p", I)));

        authorities.issuer.faults.clear();
        authorities.forgetFiles();
        assertEquals(
                TestAuthorities.CERTIFICATES,
                TestDevice.done(device.provisioning.download("p", I))
                        .certificates()
                        .size());
    }

    private static AnswerRule broken(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.NotTrusted.class, outcome, outcome.toString())
                .rule();
    }

    @ParameterizedTest
    @CsvSource({
        "BROKEN_SIGNATURE, SIGNER_VALID",
        "STRANGE_SIGNER, SIGNER_VALID",
        "SIGNER_OF_ANOTHER_ROLE, SIGNER_ROLE",
        "OTHER_REQUEST_HASH, REQUEST_HASH",
        "NO_FIRST_I, PERIOD"
    })
    void dishonestAcknowledgementIsNotKept(Fault fault, AnswerRule rule) {
        authorities.issuer.faults.add(fault);
        CertificateWish wish = TestDevice.pseudonyms(KeyExpansion.UNIFIED, CertificateType.EXPLICIT);
        assertEquals(rule, broken(device.provisioning.request("p", wish)));
        assertEquals(rule, broken(device.provisioning.request("p", wish)));
    }

    @Test
    void retrySendsTheSameOctetsUntilThereIsAnAcknowledgement() throws Exception {
        CertificateWish wish = TestDevice.pseudonyms(KeyExpansion.ORIGINAL, CertificateType.IMPLICIT);
        authorities.refusals.add(new TestAuthorities.Refusal(503, "Retry-After", "3"));
        assertEquals(
                new Outcome.TryLater<Acknowledgement>(TestSystem.NOW.plusSeconds(3)),
                device.provisioning.request("p", wish));
        try (TestDevice restarted = new TestDevice(disk, authorities, 1)) {
            Acknowledgement ack = TestDevice.done(restarted.provisioning.request("p", wish));
            assertEquals(ack, TestDevice.done(restarted.provisioning.request("p", wish)));
            assertEquals(
                    TestAuthorities.CERTIFICATES,
                    TestDevice.done(restarted.provisioning.download("p", I))
                            .certificates()
                            .size());
        }
        List<Octets> sent = authorities.posted(PATH);
        assertEquals(List.of(sent.getFirst(), sent.getFirst()), sent);
    }

    @Test
    void refusalWithANumberEndsTheRequest() {
        CertificateWish wish = TestDevice.pseudonyms(KeyExpansion.ORIGINAL, CertificateType.IMPLICIT);
        authorities.refusals.add(new TestAuthorities.Refusal(403, "Ieee-1609.2.1-Error", "403-711"));
        assertEquals(
                new Outcome.Refused<Acknowledgement>(403, "403-711", "This device asks again too early."),
                device.provisioning.request("p", wish));
        TestDevice.done(device.provisioning.request("p", wish));
        List<Octets> sent = authorities.posted(PATH);
        assertNotEquals(sent.getFirst(), sent.getLast());
    }

    @Test
    void brokenDownloadGoesOnWhereItStopped() {
        ask(KeyExpansion.COMPACT_UNIFIED, CertificateType.EXPLICIT);
        authorities.cuts.addAll(List.of(100, 200));
        assertInstanceOf(Outcome.NoAnswer.class, device.provisioning.download("p", I));
        assertEquals(100, part().length());
        assertInstanceOf(Outcome.NoAnswer.class, device.provisioning.download("p", I));
        assertEquals(300, part().length());
        assertEquals(
                List.of(), TestDevice.done(device.provisioning.download("p", I)).rejected());
        assertTrue(disk.read("provisioning/p/part-" + Integer.toHexString(I)).isEmpty());
    }

    private Octets part() {
        return disk.read("provisioning/p/part-" + Integer.toHexString(I)).orElseThrow();
    }

    @Test
    void serverWithoutRangesSendsTheWholeFileAgain() {
        ask(KeyExpansion.COMPACT_UNIFIED, CertificateType.EXPLICIT);
        authorities.wholeFileAlways = true;
        authorities.cuts.add(100);
        assertInstanceOf(Outcome.NoAnswer.class, device.provisioning.download("p", I));
        assertEquals(
                List.of(), TestDevice.done(device.provisioning.download("p", I)).rejected());
    }

    @Test
    void partOfAnotherFileIsDropped() {
        ask(KeyExpansion.COMPACT_UNIFIED, CertificateType.EXPLICIT);
        disk.replace("provisioning/p/part-" + Integer.toHexString(I), Octets.of(new byte[100]));
        assertEquals(AnswerRule.FILE, broken(device.provisioning.download("p", I)));
        TestDevice.done(device.provisioning.download("p", I)).close();

        disk.replace("provisioning/p/part-" + Integer.toHexString(I + 1), Octets.of(new byte[100_000]));
        assertEquals(new Outcome.TryLater<Batch>(TestSystem.NOW), device.provisioning.download("p", I + 1));
        TestDevice.done(device.provisioning.download("p", I + 1)).close();
    }

    @Test
    void loadedBatchIsNotLoadedAgain() {
        ask(KeyExpansion.COMPACT_UNIFIED, CertificateType.EXPLICIT);
        Batch first = TestDevice.done(device.provisioning.download("p", I));
        int downloads = authorities.downloads(PATH);
        assertEquals(
                first.certificates(),
                TestDevice.done(device.provisioning.download("p", I)).certificates());
        assertEquals(downloads, authorities.downloads(PATH));
    }

    @Test
    void batchThatIsNotReadyIsToBeAskedForLater() {
        ask(KeyExpansion.COMPACT_UNIFIED, CertificateType.EXPLICIT);
        for (int status : List.of(202, 404, 408, 429, 503)) {
            authorities.refusals.add(new TestAuthorities.Refusal(status, "Retry-After", "9"));
            assertEquals(
                    new Outcome.TryLater<Batch>(TestSystem.NOW.plusSeconds(9)), device.provisioning.download("p", I));
        }
    }

    @Test
    void pseudonymsNeedButterflyKeysAndNamesAreFileNames() {
        assertThrows(
                IllegalArgumentException.class,
                () -> TestDevice.pseudonyms(KeyExpansion.NONE_ENCRYPTED, CertificateType.EXPLICIT));
        assertThrows(IllegalArgumentException.class, () -> device.provisioning.download("../enrollment", I));
        assertThrows(IllegalStateException.class, () -> device.provisioning.download("unknown", I));
    }
}
