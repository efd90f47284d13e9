package org.v2xscms.obu.misbehaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.v2xscms.application.claim.Claim;
import org.v2xscms.application.claim.EvidenceReader;
import org.v2xscms.application.claim.Thresholds;
import org.v2xscms.application.fixture.Road;
import org.v2xscms.application.fixture.World;
import org.v2xscms.application.report.ReportCheck;
import org.v2xscms.application.report.ReportLimits;
import org.v2xscms.application.report.ReportReader;
import org.v2xscms.application.report.ReportReading;
import org.v2xscms.application.report.ReportWriter;
import org.v2xscms.codec.ieee1609dot2.basetypes.Elevation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Latitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Longitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.misbehaviour.Observation;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.message.MessageValidator;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.misbehaviour.ReportQueue.Pending;
import org.v2xscms.obu.stack.Fleet;
import org.v2xscms.obu.stack.Verdict;
import org.v2xscms.obu.store.CrashingDisk;

class MisbehaviourReporterTest {

    private static final ThreeDLocation HERE =
            new ThreeDLocation(new Latitude(Road.LAT), new Longitude(Road.LON), new Elevation(0));

    private final Fleet fleet = new Fleet();
    private final Fleet.Car witness = fleet.car(1);
    private final CrashingDisk disk = new CrashingDisk();
    private final ReportQueue queue = new ReportQueue(disk, "reports", 4, fleet.clock);
    private final MisbehaviourWatch watch =
            new MisbehaviourWatch(WatchSettings.STANDARD, fleet.world.trust(), fleet.verifier, fleet.clock);
    private final MisbehaviourReporter reporter = new MisbehaviourReporter(
            WatchSettings.STANDARD,
            witness.stack,
            watch,
            ReportWriter.to(fleet.world.authority, new SeededRandom(2)),
            queue,
            fleet.clock,
            new SeededRandom(3));
    private World.Vehicle suspect = fleet.world.vehicle(7);

    private List<Observation> receive(Consumer<Road> change, boolean withCertificate) {
        fleet.clock.step(Duration.ofMillis(100));
        Road road = new Road(fleet.clock.instant());
        change.accept(road);
        Octets message = withCertificate ? road.withCertificate(suspect) : road.withDigest(suspect);
        return reporter.observe(message, witness.receive(message), HERE).stream()
                .map(Claim::observation)
                .toList();
    }

    private List<Observation> receive(Consumer<Road> change) {
        return receive(change, true);
    }

    private static void honest(Road road) {
        assertEquals(500, road.speed);
    }

    private static void fast(Road road) {
        road.speed = 8_000;
    }

    private ReportCheck.Result check(Octets report) {
        ReportReader reader = new ReportReader(
                fleet.world.authority,
                fleet.world.authorityKey(),
                new MessageValidator(fleet.world.trust(), new BouncyCastleVerifier(), RevocationCheck.NONE),
                ReportLimits.STANDARD);
        ReportReading.Opened opened =
                assertInstanceOf(ReportReading.Opened.class, reader.open(report, fleet.clock.instant()));
        return new ReportCheck(new EvidenceReader(fleet.world.trust(), new BouncyCastleVerifier()), Thresholds.STANDARD)
                .check(opened.template());
    }

    /** The messages named their certificate by its digest; the report brings it along. */
    @Test
    void jumpIsReportedAndConfirmedByTheAuthority() {
        assertEquals(List.of(), receive(MisbehaviourReporterTest::honest));
        assertEquals(List.of(), receive(MisbehaviourReporterTest::honest, false));
        assertEquals(List.of(Observation.POSITION_JUMP), receive(road -> road.lat += 100_000, false));
        ReportCheck.Result result = check(queue.next().orElseThrow().report());
        assertEquals(List.of(), result.rejected());
        assertEquals(
                List.of(Observation.POSITION_JUMP),
                result.confirmed().stream().map(Claim::observation).toList());
    }

    @Test
    void honestSenderIsNotReported() {
        for (int i = 0; i < 30; i++) {
            assertEquals(List.of(), receive(MisbehaviourReporterTest::honest));
        }
        assertTrue(queue.next().isEmpty());
    }

    @Test
    void breachOfPermissionIsReportedThoughTheStackRefusesIt() {
        suspect = fleet.world.vehicle(8, draft -> draft.app = List.of(new PsidSsp(new Psid(38), null)));
        assertEquals(
                List.of(Observation.PSID_INCONSISTENT_WITH_CERTIFICATE), receive(MisbehaviourReporterTest::honest));
        assertEquals(1, check(queue.next().orElseThrow().report()).confirmed().size());
        suspect = fleet.world.vehicle(9);
        assertEquals(List.of(Observation.HEADER_INCONSISTENT_WITH_PROFILE), receive(road -> road.generated = null));
    }

    @Test
    void forgedMessageIsNoReasonToReport() {
        World.Vehicle victim = fleet.world.vehicle(8, draft -> draft.app = List.of(new PsidSsp(new Psid(38), null)));
        suspect = new World.Vehicle(victim.certificate(), fleet.world.vehicle(9).keys());
        assertEquals(List.of(), receive(MisbehaviourReporterTest::honest));
        suspect = new World.Vehicle(
                fleet.world.vehicle(7).certificate(), fleet.world.vehicle(9).keys());
        assertEquals(List.of(), receive(MisbehaviourReporterTest::fast));
    }

    @Test
    void suspectIsReportedOnceUntilAnswered() {
        assertEquals(List.of(Observation.SPEED_TOO_HIGH), receive(MisbehaviourReporterTest::fast));
        assertEquals(List.of(), receive(MisbehaviourReporterTest::fast));
        fleet.clock.step(Duration.ofMinutes(2));
        assertEquals(List.of(), receive(MisbehaviourReporterTest::fast), "the first report still waits");
        assertEquals(1, queue.size());
        queue.answered(queue.next().orElseThrow());
        assertEquals(List.of(Observation.SPEED_TOO_HIGH), receive(MisbehaviourReporterTest::fast));
        queue.answered(queue.next().orElseThrow());
        assertEquals(
                List.of(),
                receive(MisbehaviourReporterTest::fast),
                "answered less than a minute after the last report");
    }

    @Test
    void anotherRuleAndAnotherSuspectAreReportsOfTheirOwn() {
        receive(MisbehaviourReporterTest::fast);
        assertEquals(List.of(Observation.ACCELERATION_TOO_HIGH), receive(road -> {
            road.speed = 8_000;
            road.acceleration = 1_500;
        }));
        suspect = fleet.world.vehicle(8);
        assertEquals(List.of(Observation.SPEED_TOO_HIGH), receive(MisbehaviourReporterTest::fast));
        assertEquals(3, queue.size());
    }

    @Test
    void carDoesNotReportItself() {
        CertifiedKeys own = witness.stack.current(new Psid(38)).orElseThrow();
        suspect = new World.Vehicle(own.certificate(), own.keys());
        assertEquals(List.of(), receive(MisbehaviourReporterTest::fast));
    }

    @Test
    void carWithoutCertificateReportsNothing() {
        witness.stack.use(List.of());
        assertEquals(List.of(), receive(MisbehaviourReporterTest::fast));
    }

    /** Ten messages a second that nobody asked to verify. */
    @Test
    void refusedMessagesAreVerifiedWithinABudget() {
        suspect = fleet.world.vehicle(8, draft -> draft.app = List.of(new PsidSsp(new Psid(38), null)));
        Octets message = new Road(fleet.clock.instant()).withCertificate(suspect);
        Verdict refused = witness.receive(message);
        fleet.verifications.set(0);
        for (int i = 0; i < 100; i++) {
            watch.observe(message, refused);
        }
        int once = fleet.verifications.get();
        assertTrue(once <= 10 * 4, once + " verifications");
        fleet.clock.step(Duration.ofSeconds(1));
        watch.observe(message, refused);
        assertTrue(fleet.verifications.get() > once);
    }

    @Test
    void watchForgetsWhomItHeardLeastRecently() {
        MisbehaviourWatch small = new MisbehaviourWatch(
                new WatchSettings(Thresholds.STANDARD, 2, 3, 10, Duration.ofSeconds(1), Duration.ofMinutes(1)),
                fleet.world.trust(),
                fleet.verifier,
                fleet.clock);
        Instant now = fleet.clock.instant();
        for (int i = 0; i < 5; i++) {
            Octets message = new Road(now).withCertificate(fleet.world.vehicle(20 + i));
            small.observe(message, witness.receive(message));
        }
        assertEquals(2, small.senders());
    }

    @Test
    void queueIsBoundedAndDropsTheOldest() {
        for (int i = 0; i < 6; i++) {
            suspect = fleet.world.vehicle(20 + i);
            assertEquals(List.of(Observation.SPEED_TOO_HIGH), receive(MisbehaviourReporterTest::fast));
        }
        assertEquals(4, queue.size());
        assertEquals(4, disk.names("reports").size());
        assertEquals(
                fleet.world.vehicle(22).certificate(),
                check(queue.next().orElseThrow().report())
                        .confirmed()
                        .getFirst()
                        .subject()
                        .signer());
    }

    @Test
    void queueOutlivesTheProcess() {
        receive(MisbehaviourReporterTest::fast);
        Pending before = queue.next().orElseThrow();
        ReportQueue after = new ReportQueue(disk, "reports", 4, fleet.clock);
        assertEquals(before, after.next().orElseThrow());
        after.answered(before);
        assertTrue(new ReportQueue(disk, "reports", 4, fleet.clock).next().isEmpty());
    }

    @Test
    void powerFailureLosesAReportOrKeepsItWhole() {
        for (CrashingDisk.Moment moment : CrashingDisk.Moment.values()) {
            CrashingDisk failing = new CrashingDisk();
            ReportQueue first = new ReportQueue(failing, "reports", 4, fleet.clock);
            ReportQueue.Subject subject =
                    new ReportQueue.Subject(suspect.certificate().id(), 4, 3);
            failing.failAt(1, moment);
            try {
                first.add(subject, Octets.ofHex("0102"));
            } catch (CrashingDisk.PowerFailure expected) {
                failing.restart();
            }
            ReportQueue second = new ReportQueue(failing, "reports", 4, fleet.clock);
            assertTrue(second.next()
                    .map(pending -> pending.report().equals(Octets.ofHex("0102")))
                    .orElse(true));
        }
    }

    @Test
    void reportIsKeptForAWeek() {
        receive(MisbehaviourReporterTest::fast);
        fleet.clock.step(Duration.ofDays(7));
        assertTrue(queue.next().isPresent());
        fleet.clock.step(Duration.ofMillis(1));
        assertTrue(queue.next().isEmpty());
        assertEquals(List.of(), disk.names("reports"));
    }

    @Test
    void strangeFilesAreLeftAlone() {
        disk.replace("reports/notes.txt", Octets.ofHex("00"));
        assertEquals(0, new ReportQueue(disk, "reports", 4, fleet.clock).size());
        assertEquals(List.of("notes.txt"), disk.names("reports"));
    }
}
