package org.v2xscms.eca;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.SubjectPermissions;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration.Hours;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration.Years;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Latitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Longitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.PolygonalRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.TwoDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.eca.device.DeviceController;
import org.v2xscms.eca.device.DeviceRegistration;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.kernel.http.ErrorAnswers;
import org.v2xscms.kernel.time.SteppableClock;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.SuccessorEnrollment;
import org.v2xscms.messages.SuccessorEnrollmentResponse;

/** Enrolment over HTTP, as a device, an operator and other authorities see it. */
class EnrollmentTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int BODY_LIMIT = 10_000;
    private static final SteppableClock CLOCK = new SteppableClock(NOW);
    private static final KeyPair CANONICAL = KeyPair.generate(Curve.NIST_P256, TestEca.RANDOM);
    private static final KeyPair STRANGER = KeyPair.generate(Curve.NIST_P256, TestEca.RANDOM);
    private static final AtomicInteger DEVICES = new AtomicInteger();

    @TempDir
    private static Path folder;

    @TempDir
    private static Path coarseFolder;

    private static TestEca eca;
    private static TestEca coarse;

    @BeforeAll
    static void start() throws Exception {
        eca = TestEca.start(
                folder,
                CLOCK,
                "scms.http.body-limit=" + BODY_LIMIT,
                "scms.eca.max-requests=3",
                "scms.eca.min-wait=10s");
        coarse = TestEca.start(coarseFolder, CLOCK, "scms.http.errors=coarse", "scms.http.body-limit=" + BODY_LIMIT);
    }

    @AfterAll
    static void stop() {
        eca.close();
        coarse.close();
    }

    @ParameterizedTest
    @EnumSource(CertificateType.class)
    void registeredDeviceGetsACertificateItHasTheKeyOf(CertificateType type) throws Exception {
        Asked asked = Asked.by(device(), NOW);
        asked.type = type;
        Octets request = asked.signedBy(CANONICAL);
        ToBeSignedCertificate content = asked.accept(answer(eca.enroll(request)), request, eca.trust, NOW)
                .certificate()
                .toBeSigned()
                .value();
        assertEquals(asked.validity, content.validityPeriod());
        assertEquals(new CrlSeries(4), content.crlSeries());
        assertEquals(
                eca.trust.certificate("root").hash().value().last(3),
                content.cracaId().octets());
    }

    @Test
    void keyOnP384GetsAnExplicitCertificate() throws Exception {
        Asked asked = Asked.by(device(), NOW, Curve.NIST_P384);
        Octets request = asked.signedBy(CANONICAL);
        asked.accept(answer(eca.enroll(request)), request, eca.trust, NOW);
    }

    @ParameterizedTest
    @EnumSource(CertificateType.class)
    void retryGetsTheSameOctets(CertificateType type) {
        Asked asked = Asked.by(device(), NOW);
        asked.type = type;
        Octets request = asked.signedBy(CANONICAL);
        Octets first = answer(eca.enroll(request));
        assertEquals(first, answer(eca.enroll(request)));
        assertEquals(first, answer(eca.enroll(request)));
        assertEquals(first, answer(eca.enroll(request)));
    }

    @Test
    void otherContentOfTheSameSecondIsRefused() {
        String device = device();
        answer(eca.enroll(Asked.by(device, NOW).signedBy(CANONICAL)));
        assertEquals(
                Optional.of("400-32"), error(eca.enroll(Asked.by(device, NOW).signedBy(CANONICAL))));
    }

    @Test
    void validityIsCutToWhatIsAllowed() throws Exception {
        assertEquals(
                new Years(6),
                issued(new ValidityPeriod(Time32.of(NOW), new Years(40))).duration());
        assertEquals(
                new Years(6),
                issued(new ValidityPeriod(new Time32(0), new Hours(0))).duration());
        ValidityPeriod fromLongAgo =
                issued(new ValidityPeriod(Time32.of(NOW.minus(Duration.ofDays(100))), new Hours(200 * 24)));
        assertEquals(Time32.of(NOW.minus(Duration.ofDays(15))), fromLongAgo.start());
        assertEquals(new Hours(115 * 24), fromLongAgo.duration());
    }

    private static ValidityPeriod issued(ValidityPeriod validity) throws Exception {
        Asked asked = Asked.by(device(), NOW);
        asked.validity = validity;
        Octets request = asked.signedBy(CANONICAL);
        return asked.accept(answer(eca.enroll(request)), request, eca.trust, NOW)
                .certificate()
                .toBeSigned()
                .value()
                .validityPeriod();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("400-21", "unknown device", asked -> asked.canonicalId = "nobody"),
                refusal("400-21", "device without a name", asked -> asked.canonicalId = null),
                refusal("400-50", "generated in the future", asked -> asked.generated = NOW.plusSeconds(31)),
                refusal("400-70", "generated too long ago", asked -> asked.generated = NOW.minus(Duration.ofDays(2))),
                refusal(
                        "400-31",
                        "PSID not allowed",
                        asked -> asked.permissions = List.of(Asked.group(0, 0, EndEntityType.APP, 32, 36))),
                refusal(
                        "400-31",
                        "all PSIDs",
                        asked -> asked.permissions = List.of(
                                new PsidGroupPermissions(new SubjectPermissions.All(), 0, 0, EndEntityType.APP))),
                refusal("400-61", "no permissions", asked -> asked.permissions = List.of()),
                refusal(
                        "400-61",
                        "chain length of a CA",
                        asked -> asked.permissions = List.of(Asked.group(1, 0, EndEntityType.APP, 32))),
                refusal(
                        "400-61",
                        "permission to enrol others",
                        asked -> asked.permissions = List.of(Asked.group(0, 0, EndEntityType.APP_AND_ENROL, 32))),
                refusal(
                        "400-61",
                        "a PSID twice",
                        asked -> asked.permissions = List.of(Asked.group(0, 0, EndEntityType.APP, 32, 32))),
                refusal(
                        "400-32",
                        "encryption key",
                        asked -> asked.encryptionKey = Asked.encryptionKey(STRANGER.publicKey())),
                refusal(
                        "400-63",
                        "a region whose border crosses itself",
                        asked -> asked.region =
                                new PolygonalRegion(List.of(point(0, 0), point(10, 10), point(10, 0), point(0, 10)))),
                refusal(
                        "400-35",
                        "validity that is over",
                        asked -> asked.validity =
                                new ValidityPeriod(Time32.of(NOW.minus(Duration.ofDays(9))), new Hours(24))),
                refusal(
                        "400-35",
                        "validity of later",
                        asked -> asked.validity =
                                new ValidityPeriod(Time32.of(NOW.plus(Duration.ofDays(9))), new Hours(24))));
    }

    private static TwoDLocation point(int latitude, int longitude) {
        return new TwoDLocation(new Latitude(latitude), new Longitude(longitude));
    }

    private static Arguments refusal(String number, String what, Consumer<Asked> change) {
        return Arguments.of(number, what, change);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void ruleRefusesWithItsNumber(String number, String what, Consumer<Asked> change) {
        Asked asked = Asked.by(device(), NOW);
        change.accept(asked);
        assertEquals(Optional.of(number), error(eca.enroll(asked.signedBy(CANONICAL))), what);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void coarseModeTellsNothing(String number, String what, Consumer<Asked> change) {
        String device = "device-" + DEVICES.incrementAndGet();
        assertEquals(200, coarse.register(device, CANONICAL).statusCode());
        Asked asked = Asked.by(device, NOW);
        change.accept(asked);
        assertBare(coarse.enroll(asked.signedBy(CANONICAL)));
        assertBare(coarse.enroll(Octets.of(new byte[BODY_LIMIT + 1])));
        assertBare(coarse.enroll(Octets.of(new byte[] {1})));
    }

    @Test
    void implicitCertificateOnP384IsRefused() {
        Asked asked = Asked.by(device(), NOW, Curve.NIST_P384);
        asked.type = CertificateType.IMPLICIT;
        assertEquals(Optional.of("400-64"), error(eca.enroll(asked.signedBy(CANONICAL))));
    }

    @Test
    void signatureOfAnotherKeyIsRefusedAndIssuesNothing() {
        Asked asked = Asked.by(device(), NOW);
        HttpResponse<byte[]> reply = eca.enroll(asked.signedBy(STRANGER));
        assertEquals(403, reply.statusCode());
        assertEquals(Optional.of("403-43"), error(reply));
        assertEquals(Optional.of("403-43"), error(eca.enroll(asked.signedBy(asked.keys))), "not the canonical key");
        assertEquals(200, eca.enroll(asked.signedBy(CANONICAL)).statusCode(), "nothing was kept of the others");
    }

    @Test
    void changedRequestIsRefusedAtEveryOctet() {
        Octets request = Asked.by(device(), NOW).signedBy(CANONICAL);
        byte[] changed = request.toByteArray();
        for (int i = 0; i < changed.length; i++) {
            changed[i] ^= 1;
            assertNotEquals(200, eca.enroll(Octets.of(changed)).statusCode(), "octet " + i);
            changed[i] ^= 1;
        }
        assertEquals(200, eca.enroll(request).statusCode());
    }

    @Test
    void whatIsNoRequestIsNotParsed() {
        for (Octets body : List.of(
                Octets.EMPTY,
                Octets.ofHex("0380"),
                Octets.of(new byte[500]),
                eca.trust.certificate("root").encoded().octets())) {
            assertEquals(Optional.of("400-42"), error(eca.enroll(body)));
        }
        assertEquals(Optional.of("400-42"), error(eca.enroll(Octets.of(new byte[BODY_LIMIT + 1]))));
    }

    @Test
    void requestsOfADeviceAreCountedByTheTimesInThem() {
        String device = device();
        for (int i = 0; i < 3; i++) {
            answer(eca.enroll(Asked.by(device, NOW.minusSeconds(100L * i)).signedBy(CANONICAL)));
        }
        assertEquals(
                Optional.of("400-71"),
                error(eca.enroll(Asked.by(device, NOW.minusSeconds(900)).signedBy(CANONICAL))));
        String other = device();
        answer(eca.enroll(Asked.by(other, NOW).signedBy(CANONICAL)));
        assertEquals(
                Optional.of("400-73"),
                error(eca.enroll(Asked.by(other, NOW.minusSeconds(9)).signedBy(CANONICAL))));
    }

    @Test
    void blockedDeviceGetsNothingMoreNotEvenWhatItHad() {
        String device = device();
        Octets request = Asked.by(device, NOW).signedBy(CANONICAL);
        answer(eca.enroll(request));
        assertEquals(200, eca.block(device).statusCode());
        assertEquals(200, eca.block(device).statusCode());
        assertEquals(Optional.of("400-20"), error(eca.enroll(request)));
        assertEquals(404, eca.block("nobody").statusCode());
    }

    @Test
    void onlyOperatorsRegisterAndNoKeyIsReplaced() {
        String device = device();
        assertEquals(200, eca.register(device, CANONICAL).statusCode());
        assertEquals(Optional.of("400-32"), error(eca.register(device, STRANGER)));
        Octets registration = DeviceRegistration.CODEC.encode(DeviceRegistration.of("intruder", STRANGER.publicKey()));
        assertEquals(401, eca.asNobody(DeviceController.DEVICES, registration).statusCode());
        assertEquals(401, eca.asNobody(DeviceController.BLOCKED, registration).statusCode());
        assertEquals(
                Optional.of("400-21"),
                error(eca.enroll(Asked.by("intruder", NOW).signedBy(STRANGER))));
    }

    @Test
    void raGetsTheSuccessorOfADevice() throws Exception {
        String device = device();
        HashedCertificate current = enrolled(device);
        Asked next = Asked.by(null, NOW.minusSeconds(60));
        next.type = CertificateType.IMPLICIT;
        Octets request = next.signedBy(next.keys);
        SuccessorEnrollment asked = new SuccessorEnrollment(current.id(), request);
        Octets answer = successor(eca.peer("ra"), asked);
        HashedCertificate successor = next.accept(answer, request, eca.trust, NOW);
        assertEquals(answer, successor(eca.peer("ra"), asked), "asked again in a new message");
        assertEquals(
                new Refusal(Refusal.Reason.RULE),
                reply(
                        eca.peer("ra"),
                        new SuccessorEnrollment(
                                current.id(), Asked.by(device, next.generated).signedBy(CANONICAL))),
                "other content of the same second");
        Asked third = Asked.by(null, NOW.minusSeconds(90));
        successor(eca.peer("ra"), new SuccessorEnrollment(successor.id(), third.signedBy(third.keys)));
    }

    @Test
    void successorIsRefusedWithoutItsPredecessorAndToABlockedDevice() throws Exception {
        String device = device();
        HashedCertificate current = enrolled(device);
        Asked next = Asked.by(null, NOW.minusSeconds(60));
        Octets request = next.signedBy(next.keys);
        HashedId8 unknown = new HashedId8(Octets.ofHex("0011223344556677"));
        assertEquals(
                new Refusal(Refusal.Reason.UNKNOWN), reply(eca.peer("ra"), new SuccessorEnrollment(unknown, request)));
        Asked ofAnother = Asked.by(device(), NOW.minusSeconds(60));
        assertEquals(
                new Refusal(Refusal.Reason.UNKNOWN),
                reply(eca.peer("ra"), new SuccessorEnrollment(current.id(), ofAnother.signedBy(CANONICAL))));
        assertEquals(
                new Refusal(Refusal.Reason.RULE),
                reply(eca.peer("ra"), new SuccessorEnrollment(current.id(), next.signedBy(STRANGER))));
        eca.block(device);
        assertEquals(
                new Refusal(Refusal.Reason.RULE),
                reply(eca.peer("ra"), new SuccessorEnrollment(current.id(), request)));
    }

    @Test
    void onlyTheRaAsksForSuccessorsAndForNothingElse() throws Exception {
        PeerClient.Reply.NoAnswer refused = assertInstanceOf(
                PeerClient.Reply.NoAnswer.class,
                eca.peer("pca")
                        .ask(new SuccessorEnrollment(
                                new HashedId8(Octets.ofHex("0011223344556677")), Octets.ofHex("00"))));
        assertEquals("status 400 400-30", refused.reason());
        assertEquals(new Refusal(Refusal.Reason.NOT_SERVED), reply(eca.peer("ra"), new Refusal(Refusal.Reason.RULE)));
    }

    @Test
    void logNamesNoDevice() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        Level before = root.getLevel();
        root.setLevel(Level.INFO);
        root.addAppender(log);
        try {
            eca.register("canary-4711", CANONICAL);
            eca.enroll(Asked.by("canary-4711", NOW).signedBy(CANONICAL));
            eca.enroll(Asked.by("canary-4711", NOW).signedBy(STRANGER));
            eca.enroll(Asked.by("canary-4712", NOW).signedBy(STRANGER));
            eca.block("canary-4711");
            eca.enroll(Asked.by("canary-4711", NOW).signedBy(CANONICAL));
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
        List<String> lines =
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertEquals(true, lines.contains("enrolment refused: the device is blocked"), lines::toString);
        assertFalse(lines.stream().anyMatch(line -> line.contains("canary") || line.contains("127.0.0.1")));
    }

    private static HashedCertificate enrolled(String device) throws Exception {
        Asked asked = Asked.by(device, NOW);
        Octets request = asked.signedBy(CANONICAL);
        return asked.accept(answer(eca.enroll(request)), request, eca.trust, NOW);
    }

    private static BackEndPdu reply(PeerClient peer, BackEndPdu request) throws InterruptedException {
        return assertInstanceOf(PeerClient.Reply.Answer.class, peer.ask(request))
                .pdu();
    }

    private static Octets successor(PeerClient peer, SuccessorEnrollment request) throws InterruptedException {
        return assertInstanceOf(SuccessorEnrollmentResponse.class, reply(peer, request))
                .response();
    }

    /** Registers a device of its own for a test. */
    private static String device() {
        String name = "device-" + DEVICES.incrementAndGet();
        assertEquals(200, eca.register(name, CANONICAL).statusCode());
        return name;
    }

    private static Octets answer(HttpResponse<byte[]> reply) {
        assertEquals(200, reply.statusCode(), () -> "" + error(reply));
        return Octets.of(reply.body());
    }

    private static Optional<String> error(HttpResponse<byte[]> reply) {
        return reply.headers().firstValue(ErrorAnswers.ERROR_HEADER);
    }

    private static void assertBare(HttpResponse<byte[]> reply) {
        assertEquals(500, reply.statusCode());
        assertArrayEquals(new byte[0], reply.body());
        assertEquals(Optional.empty(), error(reply));
        assertEquals(Optional.empty(), reply.headers().firstValue("Retry-After"));
    }
}
