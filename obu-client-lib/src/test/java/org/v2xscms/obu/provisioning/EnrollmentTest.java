package org.v2xscms.obu.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.store.CrashingDisk;

/** A device gets one enrolment certificate whose key it holds, from the right authority, and then its successors. */
class EnrollmentTest {

    private static final String ECA_PATH = "enrollment-certificate";
    private static final String SUCCESSOR_PATH = "successor-enrollment-certificate";

    private final TestSystem system = new TestSystem();
    private final CrashingDisk disk = new CrashingDisk();
    private TestAuthorities authorities;
    private TestDevice device;

    EnrollmentTest() throws Exception {
        authorities = new TestAuthorities(system);
        device = new TestDevice(disk, authorities, 0);
    }

    @BeforeEach
    void trust() throws Exception {
        assertInstanceOf(TrustUpdate.Accepted.class, device.trust.acceptChain(system.chainFile(system.trustList(1))));
    }

    @AfterEach
    void stop() {
        device.close();
        authorities.close();
    }

    private Outcome<CertifiedKeys> enroll(CertificateType type) {
        return device.enrollment.enroll(authorities.base(), TestDevice.enrollmentWish(type), null);
    }

    private static AnswerRule broken(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.NotTrusted.class, outcome, outcome.toString())
                .rule();
    }

    @ParameterizedTest
    @EnumSource(CertificateType.class)
    void deviceHoldsTheKeyOfItsCertificate(CertificateType type) {
        try (CertifiedKeys keys = TestDevice.done(enroll(type))) {
            assertEquals(type, keys.certificate().certificate().type());
            assertEquals(keys.keys().privateKey().publicPoint(), keys.keys().publicKey());
            try (CertifiedKeys stored = device.enrollment.current().orElseThrow()) {
                assertEquals(keys, stored);
            }
        }
        assertEquals(1, authorities.posted(ECA_PATH).size());
    }

    @Test
    void enrolledDeviceDoesNotAskAgain() throws Exception {
        CertifiedKeys first = TestDevice.done(enroll(CertificateType.EXPLICIT));
        try (TestDevice restarted = new TestDevice(disk, authorities, 1)) {
            assertEquals(
                    first,
                    TestDevice.done(restarted.enrollment.enroll(
                            authorities.base(), TestDevice.enrollmentWish(CertificateType.IMPLICIT), null)));
        }
        assertEquals(1, authorities.posted(ECA_PATH).size());
    }

    @Test
    void validityMayBeLeftToTheAuthority() {
        EnrollmentWish wish = TestDevice.enrollmentWish(CertificateType.EXPLICIT);
        ValidityPeriod open = new ValidityPeriod(new Time32(0), new Duration.Hours(0));
        TestDevice.done(device.enrollment.enroll(
                        authorities.base(),
                        new EnrollmentWish(wish.type(), wish.id(), open, null, wish.permissions()),
                        null))
                .close();
    }

    @Test
    void canonicalKeySignsUnderItsId() {
        KeyPair canonical = KeyPair.generate(Curve.NIST_P256, system.random);
        CanonicalKey key = new CanonicalKey("VIN 7", SoftwareSigner.deterministic(canonical));
        authorities.canonicalKey =
                KeyPair.generate(Curve.NIST_P256, system.random).publicKey();
        assertEquals(
                new Outcome.Refused<CertifiedKeys>(
                        403, null, "The authority answered with status 403 and tells no reason."),
                device.enrollment.enroll(authorities.base(), TestDevice.enrollmentWish(CertificateType.EXPLICIT), key));

        authorities.canonicalKey = canonical.publicKey();
        TestDevice.done(device.enrollment.enroll(
                        authorities.base(), TestDevice.enrollmentWish(CertificateType.EXPLICIT), key))
                .close();
    }

    @ParameterizedTest
    @CsvSource({
        "BROKEN_SIGNATURE, EXPLICIT, SIGNER_VALID",
        "STRANGE_SIGNER, EXPLICIT, SIGNER_VALID",
        "SIGNER_OF_ANOTHER_ROLE, EXPLICIT, SIGNER_ROLE",
        "OTHER_REQUEST_HASH, EXPLICIT, REQUEST_HASH",
        "STRANGE_ISSUER, EXPLICIT, CERTIFICATE_VALID",
        "ISSUER_OF_ANOTHER_ROLE, EXPLICIT, CERTIFICATE_ISSUER",
        "BROKEN_CERTIFICATE, EXPLICIT, CERTIFICATE_VALID",
        "OTHER_TYPE, EXPLICIT, CERTIFICATE_CONTENT",
        "OTHER_TYPE, IMPLICIT, CERTIFICATE_CONTENT",
        "OTHER_ID, EXPLICIT, CERTIFICATE_CONTENT",
        "OTHER_PERMISSIONS, EXPLICIT, CERTIFICATE_CONTENT",
        "TOO_LONG, EXPLICIT, CERTIFICATE_CONTENT",
        "OTHER_KEY, EXPLICIT, CERTIFIED_KEY",
        "OTHER_KEY, IMPLICIT, CERTIFIED_KEY",
        "OTHER_PRIVATE_KEY_INFO, IMPLICIT, CERTIFIED_KEY",
        "NO_PRIVATE_KEY_INFO, IMPLICIT, CERTIFIED_KEY",
        "NO_PRIVATE_KEY_INFO, EXPLICIT, CERTIFIED_KEY"
    })
    void dishonestAnswerLeavesTheDeviceWithoutCertificate(Fault fault, CertificateType type, AnswerRule rule) {
        authorities.issuer.faults.add(fault);
        assertEquals(rule, broken(enroll(type)));
        assertTrue(device.enrollment.current().isEmpty());
    }

    @Test
    void answerThatIsNoSpduIsUnreadable() {
        authorities.refusals.add(new TestAuthorities.Refusal(200, "X-Reason", "nothing"));
        assertEquals(AnswerRule.READABLE, broken(enroll(CertificateType.EXPLICIT)));
    }

    @Test
    void retrySendsTheSameOctetsAlsoAfterARestart() throws Exception {
        authorities.refusals.add(new TestAuthorities.Refusal(503, "Retry-After", "7"));
        assertEquals(
                new Outcome.TryLater<CertifiedKeys>(TestSystem.NOW.plusSeconds(7)), enroll(CertificateType.EXPLICIT));
        authorities.refusals.add(new TestAuthorities.Refusal(500, "X-Reason", "none"));
        assertInstanceOf(Outcome.Refused.class, enroll(CertificateType.IMPLICIT));
        try (TestDevice restarted = new TestDevice(disk, authorities, 1)) {
            TestDevice.done(restarted.enrollment.enroll(
                            authorities.base(), TestDevice.enrollmentWish(CertificateType.EXPLICIT), null))
                    .close();
        }
        List<Octets> sent = authorities.posted(ECA_PATH);
        assertEquals(List.of(sent.getFirst(), sent.getFirst(), sent.getFirst()), sent);
    }

    @Test
    void refusalWithANumberEndsTheRequest() {
        authorities.refusals.add(new TestAuthorities.Refusal(400, "Ieee-1609.2.1-Error", "400-21"));
        assertEquals(
                new Outcome.Refused<CertifiedKeys>(400, "400-21", "This device is not registered."),
                enroll(CertificateType.EXPLICIT));
        TestDevice.done(enroll(CertificateType.EXPLICIT)).close();
        List<Octets> sent = authorities.posted(ECA_PATH);
        assertEquals(2, sent.size());
        assertNotEquals(sent.getFirst(), sent.getLast());
    }

    @Test
    void forgottenRequestIsMadeAnew() {
        authorities.refusals.add(new TestAuthorities.Refusal(500, "X-Reason", "none"));
        enroll(CertificateType.EXPLICIT);
        device.enrollment.forgetRequest();
        TestDevice.done(enroll(CertificateType.EXPLICIT)).close();
        List<Octets> sent = authorities.posted(ECA_PATH);
        assertNotEquals(sent.getFirst(), sent.getLast());
    }

    @Test
    void authorityThatIsNotThereGivesNoAnswer() throws IOException {
        authorities.close();
        assertInstanceOf(Outcome.NoAnswer.class, enroll(CertificateType.EXPLICIT));
        assertInstanceOf(
                Outcome.NoAnswer.class,
                device.enrollment.enroll(
                        URI.create("http://192.0.2.1"), TestDevice.enrollmentWish(CertificateType.EXPLICIT), null),
                "plain HTTP leaves this machine");
    }

    @ParameterizedTest
    @EnumSource(CertificateType.class)
    void successorReplacesTheCertificateInForce(CertificateType type) {
        CertifiedKeys first = TestDevice.done(enroll(type));
        CertifiedKeys second =
                TestDevice.done(device.enrollment.renew(authorities.ra(), TestDevice.enrollmentWish(type)));

        assertNotEquals(first.keys().publicKey(), second.keys().publicKey());
        assertEquals(second, device.enrollment.current().orElseThrow());
        CertifiedKeys third =
                TestDevice.done(device.enrollment.renew(authorities.ra(), TestDevice.enrollmentWish(type)));
        assertNotEquals(second.keys().publicKey(), third.keys().publicKey());
    }

    @Test
    void successorThatIsNotReadyIsAskedForAgainWithTheSameRequest() throws Exception {
        CertifiedKeys first = TestDevice.done(enroll(CertificateType.EXPLICIT));
        authorities.refusals.add(new TestAuthorities.Refusal(503, "Retry-After", "1"));
        EnrollmentWish wish = TestDevice.enrollmentWish(CertificateType.EXPLICIT);
        assertInstanceOf(Outcome.TryLater.class, device.enrollment.renew(authorities.ra(), wish));
        assertEquals(first, device.enrollment.current().orElseThrow());
        try (TestDevice restarted = new TestDevice(disk, authorities, 1)) {
            TestDevice.done(restarted.enrollment.renew(authorities.ra(), wish)).close();
        }
        List<Octets> sent = authorities.posted(SUCCESSOR_PATH);
        assertEquals(List.of(sent.getFirst(), sent.getFirst()), sent);
    }

    @Test
    void successorRequestIsEncryptedToAValidRaOnly() {
        TestDevice.done(enroll(CertificateType.EXPLICIT)).close();
        for (TestSystem.Holder wrong : List.of(system.aca, system.strangeEca)) {
            Authority ra = new Authority(authorities.base(), wrong.certificate());
            assertEquals(
                    AnswerRule.RECIPIENT_VALID,
                    broken(device.enrollment.renew(ra, TestDevice.enrollmentWish(CertificateType.EXPLICIT))));
        }
        assertEquals(List.of(), authorities.posted(SUCCESSOR_PATH));
    }

    @ParameterizedTest
    @CsvSource({
        "BROKEN_SIGNATURE, SIGNER_VALID",
        "STRANGE_SIGNER, SIGNER_VALID",
        "SIGNER_OF_ANOTHER_ROLE, SIGNER_ROLE",
        "OTHER_REQUEST_HASH, REQUEST_HASH",
        "OTHER_KEY, CERTIFIED_KEY"
    })
    void dishonestSuccessorLeavesTheCertificateInForce(Fault fault, AnswerRule rule) {
        CertifiedKeys first = TestDevice.done(enroll(CertificateType.EXPLICIT));
        authorities.issuer.faults.add(fault);
        assertEquals(
                rule,
                broken(device.enrollment.renew(authorities.ra(), TestDevice.enrollmentWish(CertificateType.EXPLICIT))));
        assertEquals(first, device.enrollment.current().orElseThrow());
    }

    @Test
    void onlyAnEnrolledDeviceHasASuccessor() {
        assertThrows(
                IllegalStateException.class,
                () -> device.enrollment.renew(authorities.ra(), TestDevice.enrollmentWish(CertificateType.EXPLICIT)));
        assertFalse(device.enrollment.current().isPresent());
    }
}
