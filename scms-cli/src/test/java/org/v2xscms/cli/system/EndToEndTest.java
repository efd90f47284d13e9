package org.v2xscms.cli.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.v2xscms.cli.device.Device;
import org.v2xscms.cli.device.Outcomes;
import org.v2xscms.cli.device.Surroundings;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Recipient;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.provisioning.Acknowledgement;
import org.v2xscms.obu.provisioning.Batch;
import org.v2xscms.obu.provisioning.EnrollmentWish;
import org.v2xscms.obu.provisioning.KeyExpansion;
import org.v2xscms.obu.provisioning.Outcome;
import org.v2xscms.obu.stack.CrlVerdict;
import org.v2xscms.obu.stack.SecurityStack;
import org.v2xscms.obu.stack.StackSettings;
import org.v2xscms.obu.transport.Reply;

/**
 * The life of a credential over HTTPS through the six authorities with their databases: every kind of butterfly keys and of
 * certificate, successors, application certificates, refusals, what each authority may know, and a restart.
 *
 * <p>All tests share one installation, which takes longer to start than they do. Their order matters to the last two: one
 * searches what the others have left behind, one restarts the installation.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndTest {

    private static final String ENROLMENT = "v3/enrollment-certificate";
    private static final String AUTHORIZATION = "v3/authorization-certificate";
    private static final String CANARY = "canary-vehicle-4711";
    private static final Octets ZERO = Octets.of(new byte[9]);
    private static final List<KeyExpansion> BUTTERFLIES =
            List.of(KeyExpansion.ORIGINAL, KeyExpansion.UNIFIED, KeyExpansion.COMPACT_UNIFIED);

    @TempDir
    private static Path folder;

    private static TrialSystem system;
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @BeforeAll
    static void start() {
        SystemLog.into(new DataFolder(folder));
        LOG.start();
        rootLogger().addAppender(LOG);
        system = new TrialSystem(folder, BUTTERFLIES.size() * CertificateType.values().length);
    }

    @AfterAll
    static void stop() {
        system.close();
        rootLogger().detachAppender(LOG);
    }

    private static Logger rootLogger() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    @Order(1)
    void everyButterflyAndCertificateKindYieldsItsWeek() throws Exception {
        record Kind(CertificateType type, KeyExpansion expansion) {}
        Map<Kind, Device> devices = new LinkedHashMap<>();
        for (CertificateType type : CertificateType.values()) {
            for (KeyExpansion expansion : BUTTERFLIES) {
                String name = "week-" + type + "-" + expansion;
                devices.put(new Kind(type, expansion), system.enrolled(name, system.surroundings(), type));
            }
        }
        assertEquals(6, devices.size());
        // All ask before any loads, so that their requests are mixed.
        Map<Kind, Integer> weeks = new LinkedHashMap<>();
        devices.forEach((kind, device) ->
                weeks.put(kind, TrialSystem.firstI(TrialSystem.provision(device, kind.type(), kind.expansion()))));
        Set<Octets> linkageValues = new HashSet<>();
        Set<Octets> keys = new HashSet<>();
        for (Map.Entry<Kind, Device> one : devices.entrySet()) {
            try (Device device = one.getValue();
                    Batch batch = system.week(device, weeks.getOrDefault(one.getKey(), -1))) {
                assertEquals(List.of(), batch.rejected(), device.name());
                assertEquals(20, batch.certificates().size(), device.name());
                for (CertifiedKeys pseudonym : batch.certificates()) {
                    assertEquals(
                            one.getKey().type(),
                            pseudonym.certificate().certificate().type());
                    linkageValues.add(linkageValue(pseudonym));
                    keys.add(pseudonym.keys().publicKey().x());
                }
            }
        }
        assertFalse(linkageValues.contains(ZERO));
        assertEquals(20 * devices.size(), linkageValues.size());
        assertEquals(20 * devices.size(), keys.size());
    }

    @ParameterizedTest
    @EnumSource(CertificateType.class)
    @Order(2)
    void successorIsEnrolledThroughTheRaAndGetsTheWeek(CertificateType type) throws Exception {
        try (Device device = system.enrolled("successor-" + type, system.surroundings(), type)) {
            Octets first = enrolmentId(device);
            system.until(() -> device.enrollment().renew(device.registrationAuthority(), successorWish(device)))
                    .close();
            assertNotEquals(first, enrolmentId(device));
            int i = TrialSystem.firstI(TrialSystem.provision(device, type, KeyExpansion.COMPACT_UNIFIED));
            try (Batch batch = system.week(device, i)) {
                assertEquals(20, batch.certificates().size());
                assertEquals(List.of(), batch.rejected());
            }
            system.until(() -> device.enrollment().renew(device.registrationAuthority(), successorWish(device)))
                    .close();
            assertEquals(
                    "400-710",
                    refusal(device.provisioning(TrialSystem.PERIODS)
                            .request("again", TrialSystem.wish(device, type, KeyExpansion.UNIFIED))),
                    "a successor gets no second set for the same week");
        }
    }

    @ParameterizedTest
    @EnumSource(CertificateType.class)
    @Order(3)
    void roadsideUnitGetsAnApplicationCertificateWithoutLinkageValue(CertificateType type) throws Exception {
        String name = "roadside-unit-" + type;
        try (Device unit = system.registered(name, system.surroundings())) {
            Outcomes.done(TrialSystem.enrol(unit, type, List.of(TrialSystem.WSA)))
                    .close();
            Outcomes.done(unit.requestApplication(
                    type, TrialSystem.PERIODS, Duration.ofDays(7), List.of(new PsidSsp(TrialSystem.WSA, null))));
            try (Batch batch =
                    system.until(() -> unit.provisioning(TrialSystem.PERIODS).download(Device.APPLICATION))) {
                ToBeSignedCertificate content = content(batch.certificates().getFirst());
                CertificateId.Name id = assertInstanceOf(CertificateId.Name.class, content.id());
                assertEquals(name, id.value().value());
                assertEquals(List.of(new PsidSsp(TrialSystem.WSA, null)), content.appPermissions());
            }
        }
    }

    @Test
    @Order(4)
    void enrolmentIsRefusedWithTheNumberOfItsReason() throws Exception {
        RecordingTransport network =
                new RecordingTransport(system.surroundings().transport());
        Surroundings surroundings = system.surroundings().over(network);
        try (Device stranger = system.unregistered("stranger", surroundings);
                Device greedy = system.registered("greedy", surroundings);
                Device late = system.registered("late", system.surroundings(Duration.ofMinutes(10)));
                Device device = system.registered("ordinary", surroundings);
                Device blocked = system.registered("blocked-before-enrolment", surroundings)) {
            assertEquals("400-21", refusedEnrolment(stranger));
            assertEquals("400-31", refusal(TrialSystem.enrol(greedy, CertificateType.EXPLICIT, List.of(new Psid(36)))));
            assertEquals("400-50", refusedEnrolment(late));
            change("eca", "insert into eca.blocked (canonical_id) values ('" + blocked.name() + "')");
            assertEquals("400-20", refusedEnrolment(blocked));
            network.hold(true);
            TrialSystem.enrol(device, CertificateType.EXPLICIT, TrialSystem.APPLICATIONS);
            Octets request = network.lastBody();
            assertEquals("403-43", system.post(AuthorityService.ECA, ENROLMENT, tampered(request)));
            assertEquals("200", system.post(AuthorityService.ECA, ENROLMENT, request));
        }
        assertEquals("400-42", system.post(AuthorityService.ECA, ENROLMENT, Octets.of(new byte[100])));
        assertEquals("400-42", system.post(AuthorityService.ECA, ENROLMENT, Octets.of(new byte[2 << 20])));
    }

    @Test
    @Order(5)
    void provisioningIsRefusedWithTheNumberOfItsReason() throws Exception {
        RecordingTransport network =
                new RecordingTransport(system.surroundings().transport());
        try (Device device =
                system.enrolled("refused", system.surroundings().over(network), CertificateType.EXPLICIT)) {
            assertEquals(
                    "400-30",
                    refusal(device.requestApplication(
                            CertificateType.EXPLICIT,
                            TrialSystem.PERIODS,
                            Duration.ofDays(7),
                            List.of(new PsidSsp(TrialSystem.WSA, null)))));
            network.hold(true);
            TrialSystem.provision(device, CertificateType.EXPLICIT, KeyExpansion.UNIFIED);
            Octets request = network.lastBody();
            network.hold(false);
            Octets toAnother = Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(Envelope.seal(
                    request,
                    List.of(new Recipient.Holder(device.misbehaviourAuthority())),
                    SymmAlgorithm.AES128_CCM,
                    system.random)));
            assertEquals("400-81", system.post(AuthorityService.RA, AUTHORIZATION, toAnother));
            assertEquals("400-41", system.post(AuthorityService.RA, AUTHORIZATION, tampered(request)));
            assertEquals("400-42", system.post(AuthorityService.RA, AUTHORIZATION, Octets.of(new byte[100])));
            assertEquals("400-42", system.post(AuthorityService.RA, AUTHORIZATION, Octets.of(new byte[2 << 20])));
            assertEquals("200", system.post(AuthorityService.RA, AUTHORIZATION, request));
            assertEquals("400-710", refusal(another(device)), "a second request for the same week");
            block(device);
            assertEquals("400-20", refusal(another(device)));
            assertEquals("400-20", system.post(AuthorityService.RA, AUTHORIZATION, request), "its replay too");
        }
    }

    @Test
    @Order(6)
    void staleRequestsAreRefused() throws Exception {
        try (Device device = system.enrolled("stale", system.surroundings(), CertificateType.EXPLICIT)) {
            assertTrue(device.enrollment().current().isPresent());
        }
        try (Device fast =
                Device.open("stale", system.data.device("stale"), system.surroundings(Duration.ofMinutes(10)))) {
            assertEquals(
                    "400-50", refusal(TrialSystem.provision(fast, CertificateType.EXPLICIT, KeyExpansion.UNIFIED)));
        }
        try (Device slow =
                Device.open("stale", system.data.device("stale"), system.surroundings(Duration.ofHours(-25)))) {
            assertEquals(
                    "400-77", refusal(TrialSystem.provision(slow, CertificateType.EXPLICIT, KeyExpansion.UNIFIED)));
        }
    }

    @Test
    @Order(7)
    void identicalRetriesGetIdenticalAnswers() throws Exception {
        RecordingTransport network =
                new RecordingTransport(system.surroundings().transport());
        Surroundings surroundings = system.surroundings().over(network);
        try (Device device = system.registered("retrying", surroundings)) {
            Outcomes.done(TrialSystem.enrol(device, CertificateType.EXPLICIT, TrialSystem.APPLICATIONS))
                    .close();
            assertSameAnswerAgain(network);
            assertInstanceOf(
                    Outcome.Done.class,
                    TrialSystem.provision(device, CertificateType.EXPLICIT, KeyExpansion.COMPACT_UNIFIED));
            assertSameAnswerAgain(network);
        }
    }

    private static void assertSameAnswerAgain(RecordingTransport network) {
        Reply.Answer first = network.lastAnswer();
        assertEquals(200, first.status());
        network.send(network.lastCall());
        assertEquals(200, network.lastAnswer().status());
        assertEquals(first.body(), network.lastAnswer().body());
    }

    @Test
    @Order(8)
    void noAuthorityKeepsWhatItMustNotKnow() throws Exception {
        Map<String, Octets> canaries = new LinkedHashMap<>();
        try (Device device = system.enrolled(CANARY, system.surroundings(), CertificateType.EXPLICIT)) {
            int i = TrialSystem.firstI(
                    TrialSystem.provision(device, CertificateType.EXPLICIT, KeyExpansion.COMPACT_UNIFIED));
            canaries.put("canonical id", Octets.of(CANARY.getBytes(StandardCharsets.UTF_8)));
            canaries.put("canonical key", device.canonicalKey().x());
            canaries.put("enrolment certificate", enrolmentId(device));
            try (Batch batch = system.week(device, i)) {
                CertifiedKeys pseudonym = batch.certificates().getFirst();
                canaries.put("linkage value", linkageValue(pseudonym));
                canaries.put("pseudonym's key", pseudonym.keys().publicKey().x());
                canaries.put("pseudonym", pseudonym.certificate().id().octets());
            }
            canaries.put("chain at LA1", chain(device, "chain1"));
            canaries.put("chain at LA2", chain(device, "chain2"));
        }
        String log = LOG.list.stream().map(EndToEndTest::text).collect(Collectors.joining("\n"));
        assertTrue(log.contains("enrolment refused"), "the log is the authorities'");
        StoredTraces traces = StoredTraces.of(system.data, log);
        Map<String, Set<String>> found = new LinkedHashMap<>();
        canaries.forEach((canary, value) -> found.put(canary, traces.of(value)));
        assertEquals(
                Map.of(
                        "canonical id", Set.of("eca"),
                        "canonical key", Set.of("eca"),
                        "enrolment certificate", Set.of("eca", "ra"),
                        "linkage value", Set.of("pca"),
                        "pseudonym's key", Set.of("pca"),
                        "pseudonym", Set.of(),
                        "chain at LA1", Set.of("ra", "la1"),
                        "chain at LA2", Set.of("ra", "la2")),
                found);
    }

    @Test
    @Order(9)
    void restartKeepsBatchesAndTheCrl() throws Exception {
        RecordingTransport network =
                new RecordingTransport(system.surroundings().transport());
        int i;
        Octets before;
        try (Device device =
                system.enrolled("restarted", system.surroundings().over(network), CertificateType.IMPLICIT)) {
            i = TrialSystem.firstI(
                    TrialSystem.provision(device, CertificateType.IMPLICIT, KeyExpansion.COMPACT_UNIFIED));
            system.week(device, i).close();
            before = network.lastAnswer().body();
            device.store().remove("provisioning/" + Device.PSEUDONYMS + "/batch-" + Integer.toHexString(i));
        }
        system.close();
        system = new TrialSystem(folder, 1);
        RecordingTransport again = new RecordingTransport(system.surroundings().transport());
        try (Device device = Device.open(
                "restarted",
                system.data.device("restarted"),
                system.surroundings().over(again))) {
            try (Batch batch = system.week(device, i)) {
                assertEquals(20, batch.certificates().size());
                assertEquals(before, again.lastAnswer().body());
            }
            SecurityStack stack = new SecurityStack(
                    StackSettings.AMERICAN,
                    device.trust().store(),
                    new BouncyCastleVerifier(),
                    system.surroundings().clock(),
                    system.random);
            assertInstanceOf(CrlVerdict.Accepted.class, stack.accept(device.fetchCrl(1)));
        }
    }

    private static String text(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getFormattedMessage() + (thrown == null ? "" : " " + thrown.getMessage());
    }

    private static EnrollmentWish successorWish(Device device) {
        try (CertifiedKeys current = device.enrollment().current().orElseThrow()) {
            ToBeSignedCertificate content = content(current);
            return new EnrollmentWish(
                    current.certificate().certificate().type(),
                    content.id(),
                    content.validityPeriod(),
                    null,
                    Optional.ofNullable(content.certRequestPermissions()).orElseThrow());
        }
    }

    private static Outcome<Acknowledgement> another(Device device) {
        return device.provisioning(TrialSystem.PERIODS)
                .request("again", TrialSystem.wish(device, CertificateType.EXPLICIT, KeyExpansion.UNIFIED));
    }

    private static String refusedEnrolment(Device device) {
        return refusal(TrialSystem.enrol(device, CertificateType.EXPLICIT, TrialSystem.APPLICATIONS));
    }

    /** The error number of a refusal; what else came of it where it is none. */
    private static String refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused && refused.number() != null
                ? refused.number()
                : outcome.toString();
    }

    private static Octets tampered(Octets octets) {
        byte[] changed = octets.toByteArray();
        changed[changed.length - 1] ^= 1;
        return Octets.of(changed);
    }

    private static ToBeSignedCertificate content(CertifiedKeys keys) {
        return keys.certificate().certificate().toBeSigned().value();
    }

    private static Octets linkageValue(CertifiedKeys pseudonym) {
        return assertInstanceOf(LinkageData.class, content(pseudonym).id())
                .linkageValue()
                .octets();
    }

    private static Octets enrolmentHash(Device device) {
        try (CertifiedKeys current = device.enrollment().current().orElseThrow()) {
            return current.certificate().hash().value();
        }
    }

    /** The HashedId8, which ends the hash wherever that is kept. */
    private static Octets enrolmentId(Device device) {
        return enrolmentHash(device).last(8);
    }

    private static void change(String authority, String update) throws Exception {
        try (Connection connection = StoredTraces.owner(system.data, authority);
                PreparedStatement statement = connection.prepareStatement(update)) {
            assertEquals(1, statement.executeUpdate());
        }
    }

    /** Blocks a device at the registration authority, as an order of the misbehaviour authority does. */
    private static void block(Device device) throws Exception {
        change(
                "ra",
                "insert into ra.blocked (device) select device from ra.enrolment where certificate = decode('"
                        + enrolmentHash(device).hex() + "', 'hex')");
    }

    private static Octets chain(Device device, String column) throws Exception {
        try (Connection connection = StoredTraces.owner(system.data, "ra");
                PreparedStatement query = connection.prepareStatement(
                        "select " + column + " from ra.device natural join ra.enrolment where certificate = ?")) {
            query.setBytes(1, enrolmentHash(device).toByteArray());
            try (ResultSet row = query.executeQuery()) {
                assertTrue(row.next());
                return Octets.of(row.getBytes(1));
            }
        }
    }
}
