package org.v2xscms.application.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.v2xscms.application.bsm.BsmCoreData;
import org.v2xscms.application.bsm.Opaque;
import org.v2xscms.application.bsm.PositionalAccuracy;
import org.v2xscms.application.bsm.TransmissionState;
import org.v2xscms.application.claim.EvidenceReader.Evidence;
import org.v2xscms.application.fixture.Road;
import org.v2xscms.application.fixture.World;
import org.v2xscms.codec.ieee1609dot2.basetypes.CircularRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.Elevation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Latitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Longitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.TwoDLocation;
import org.v2xscms.codec.misbehaviour.Observation;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.validation.Draft;

/** Each rule with a value just inside what is plausible and one just outside. */
class ClaimsTest {

    private static final Instant T = World.START.plusSeconds(1_000);

    /** One degree of latitude on the sphere of the rule, in metres. */
    private static final double DEGREE = 6_371_008.8 * Math.PI / 180;

    private final World world = new World();
    private final EvidenceReader reader = new EvidenceReader(world.trust(), new BouncyCastleVerifier());
    private World.Vehicle sender = world.vehicle(1);

    private EvidenceMessage message(Instant generated, Consumer<Road> change) {
        Road road = new Road(generated);
        change.accept(road);
        return evidence(road);
    }

    private EvidenceMessage evidence(Road road) {
        return assertInstanceOf(
                        Evidence.Verified.class, reader.read(road.withDigest(sender), List.of(sender.certificate())))
                .message();
    }

    private static Set<Observation> observed(EvidenceMessage... messages) {
        Set<Observation> observations = EnumSet.noneOf(Observation.class);
        Claims.of(List.of(messages), Thresholds.STANDARD).forEach(claim -> observations.add(claim.observation()));
        return observations;
    }

    private Set<Observation> observed(Consumer<Road> change) {
        return observed(message(T, change));
    }

    private void sender(Consumer<Draft> change) {
        sender = world.vehicle(1, change);
    }

    @Test
    void honestDriveGivesNoClaim() {
        List<EvidenceMessage> drive = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int n = i;
            // 10 m/s northwards, ten times a second.
            drive.add(message(T.plusMillis(100L * i), road -> road.lat = Road.LAT + (int) (n / DEGREE * 1e7)));
        }
        assertEquals(List.of(), Claims.of(drive, Thresholds.STANDARD));
    }

    @ParameterizedTest
    @CsvSource({"7000, false", "7001, true", "8190, true", "8191, false"})
    void speedAboveThatOfAnyCar(int speed, boolean claimed) {
        assertEquals(claimed ? Set.of(Observation.SPEED_TOO_HIGH) : Set.of(), observed(road -> road.speed = speed));
    }

    @ParameterizedTest
    @CsvSource({
        "REVERSE_GEARS, 1500, false",
        "REVERSE_GEARS, 1501, true",
        "FORWARD_GEARS, 1501, false",
        "UNAVAILABLE, 1501, false"
    })
    void speedInReverseGear(TransmissionState gear, int speed, boolean claimed) {
        assertEquals(claimed ? Set.of(Observation.SPEED_REVERSE) : Set.of(), observed(road -> {
            road.transmission = gear;
            road.speed = speed;
        }));
    }

    @ParameterizedTest
    @CsvSource({"900, false", "901, true", "2000, true", "2001, false", "-2000, false"})
    void accelerationThatTyresCannotGive(int acceleration, boolean claimed) {
        assertEquals(
                claimed ? Set.of(Observation.ACCELERATION_TOO_HIGH) : Set.of(),
                observed(road -> road.acceleration = acceleration));
    }

    /** The number of J3287: 12 bits from bit 232 of the frame, beyond the last value. */
    @ParameterizedTest
    @CsvSource({"4002, false", "4003, true", "4095, true"})
    void accelerationEncodedBeyondItsRange(int encoded, boolean claimed) {
        assertEquals(claimed ? Set.of(Observation.ACCELERATION_TOO_HIGH) : Set.of(), observed(road -> {
            byte[] frame = road.bsm().toByteArray();
            frame[29] = (byte) (encoded >>> 4);
            frame[30] = (byte) (encoded << 4 | (frame[30] & 0x0f));
            road.payload = Octets.of(frame);
        }));
    }

    @ParameterizedTest
    @CsvSource({"79999, 79999, true", "79999, 80000, false", "80000, 79999, false", "100000, 100000, false"})
    void beaconsFasterThanFourFifthsOfTheInterval(long firstMicros, long secondMicros, boolean claimed) {
        Instant second = T.plusNanos(firstMicros * 1000);
        assertEquals(
                claimed ? Set.of(Observation.BEACON_INTERVAL) : Set.of(),
                observed(
                        message(T, road -> {}),
                        message(second, road -> {}),
                        message(second.plusNanos(secondMicros * 1000), road -> {})));
    }

    @Test
    void repetitionIsNoSecondBeacon() {
        EvidenceMessage once = message(T, road -> {});
        assertEquals(Set.of(), observed(once, once, once, evidence(new Road(T))));
    }

    @Test
    void messagesOfDifferentCertificatesAreNotCompared() {
        EvidenceMessage first = message(T, road -> {});
        sender = world.vehicle(2);
        assertEquals(Set.of(), observed(first, message(T.plusMillis(100), road -> road.lat = Road.LAT + 10_000_000)));
    }

    /** 10 m/s for 1 s, 9 m/s² for 1 s, an accuracy of 2 m twice, a margin of 8 m: 26.5 m. */
    @ParameterizedTest
    @CsvSource({"26.4, false", "26.6, true", "-26.4, false", "-26.6, true"})
    void positionFurtherThanAnyDrive(double metres, boolean claimed) {
        assertEquals(
                claimed ? Set.of(Observation.POSITION_JUMP) : Set.of(),
                observed(message(T, road -> {}), moved(T.plusSeconds(1), metres)));
        assertEquals(
                claimed ? Set.of(Observation.POSITION_JUMP) : Set.of(),
                observed(moved(T, metres), message(T.plusSeconds(1), road -> {})));
    }

    private EvidenceMessage moved(Instant at, double metres) {
        return message(at, road -> road.lat = Road.LAT + (int) Math.round(metres / DEGREE * 1e7));
    }

    @Test
    void positionIsJudgedAcrossTheDateLine() {
        assertEquals(
                Set.of(),
                observed(
                        message(T, road -> road.lon = 1_799_999_990),
                        message(T.plusSeconds(1), road -> road.lon = -1_799_999_990)));
    }

    @Test
    void positionIsNotJudgedWhereItCannotBe() {
        EvidenceMessage here = message(T, road -> {});
        Instant next = T.plusSeconds(1);
        int far = Road.LAT + 10_000_000;
        assertEquals(Set.of(Observation.POSITION_JUMP), observed(here, message(next, road -> road.lat = far)));
        assertEquals(Set.of(), observed(here, message(next, road -> road.lat = BsmCoreData.LAT_UNAVAILABLE)));
        assertEquals(Set.of(), observed(here, message(next, road -> {
            road.lat = far;
            road.accuracy = new PositionalAccuracy(101, 40, 0);
        })));
        assertEquals(Set.of(), observed(here, message(T.plusMillis(5_001), road -> road.lat = far)));
    }

    @Test
    void speedThatIsUnknownAllowsTheFastestCar() {
        EvidenceMessage from = message(T, road -> road.speed = BsmCoreData.SPEED_UNAVAILABLE);
        assertEquals(Set.of(), observed(from, moved(T.plusSeconds(1), 150)));
        assertEquals(Set.of(Observation.POSITION_JUMP), observed(from, moved(T.plusSeconds(1), 160)));
    }

    /** 9 m/s² for 100 ms and a margin of 2 m/s: 2.9 m/s. */
    @ParameterizedTest
    @CsvSource({"144, false", "146, true", "-400, false"})
    void speedGainedFasterThanAccelerationAllows(int gain, boolean claimed) {
        assertEquals(
                claimed ? Set.of(Observation.SPEED_CHANGE) : Set.of(),
                observed(message(T, road -> {}), message(T.plusMillis(100), road -> road.speed = 500 + gain)));
    }

    @Test
    void messageThatIsNoBsmUnderItsPsid() {
        assertEquals(
                Set.of(Observation.MESSAGE_ID_INCONSISTENT_WITH_PSID),
                observed(road -> road.payload = Octets.ofHex("001f0100")));
        assertEquals(Set.of(), observed(road -> road.payload = Octets.ofHex("00140100")));
    }

    @Test
    void bsmUnderThePsidOfAnotherMessage() {
        sender(draft -> draft.app = List.of(new PsidSsp(new Psid(131), null)));
        assertEquals(
                Set.of(Observation.MESSAGE_ID_INCONSISTENT_WITH_PSID), observed(road -> road.psid = new Psid(131)));
    }

    @Test
    void anotherApplicationIsNotJudged() {
        sender(draft -> draft.app = List.of(new PsidSsp(new Psid(131), null)));
        assertEquals(Set.of(), observed(road -> {
            road.psid = new Psid(131);
            road.payload = Octets.ofHex("001f0100");
            road.generated = null;
        }));
    }

    @Test
    void headerBesideTheProfile() {
        Set<Observation> profile = Set.of(Observation.HEADER_INCONSISTENT_WITH_PROFILE);
        assertEquals(profile, observed(road -> road.generated = null));
        assertEquals(profile, observed(road -> road.expiry = T.plusSeconds(1)));
        assertEquals(profile, observed(road -> road.location = location(Road.LAT)));
    }

    @Test
    void psidThatTheCertificateDoesNotHold() {
        sender(draft -> draft.app = List.of(new PsidSsp(new Psid(38), null)));
        assertEquals(Set.of(Observation.PSID_INCONSISTENT_WITH_CERTIFICATE), observed(road -> {}));
    }

    @Test
    void specialVehicleWithoutAnySsp() {
        Consumer<Road> siren = road -> road.partII = List.of(new Opaque(1, Octets.ofHex("00")));
        assertEquals(Set.of(Observation.MESSAGE_INCONSISTENT_WITH_SSP), observed(siren));
        assertEquals(Set.of(), observed(road -> road.partII = List.of(new Opaque(2, Octets.ofHex("00")))));
        sender(draft -> draft.app = List.of(Draft.opaque(32, "01")));
        assertEquals(Set.of(), observed(siren));
    }

    @Test
    void timeOutsideTheCertificate() {
        Instant end = World.START.plusSeconds(100 * 3600);
        Set<Observation> time = Set.of(Observation.TIME_OUTSIDE_CERTIFICATE_VALIDITY);
        assertEquals(Set.of(), observed(message(World.START, road -> {})));
        assertEquals(time, observed(message(World.START.minusNanos(1_000), road -> {})));
        assertEquals(Set.of(), observed(message(end.minusNanos(1_000), road -> {})));
        assertEquals(time, observed(message(end, road -> {})));
    }

    /** A circle of 1000 m: 10000 units of latitude are 111 m. */
    @Test
    void placesOutsideTheCertificate() {
        sender(draft -> draft.region =
                new CircularRegion(new TwoDLocation(new Latitude(Road.LAT), new Longitude(Road.LON)), 1_000));
        assertEquals(Set.of(), observed(road -> road.lat = Road.LAT + 85_000));
        assertEquals(
                Set.of(Observation.MESSAGE_LOCATION_OUTSIDE_CERTIFICATE_REGION),
                observed(road -> road.lat = Road.LAT + 95_000));
        assertEquals(
                Set.of(
                        Observation.HEADER_LOCATION_OUTSIDE_CERTIFICATE_REGION,
                        Observation.HEADER_INCONSISTENT_WITH_PROFILE),
                observed(road -> road.location = location(Road.LAT + 95_000)));
        assertEquals(
                Set.of(Observation.HEADER_INCONSISTENT_WITH_PROFILE),
                observed(road -> road.location = location(Road.LAT + 85_000)));
    }

    private static ThreeDLocation location(int lat) {
        return new ThreeDLocation(new Latitude(lat), new Longitude(Road.LON), new Elevation(0));
    }

    @Test
    void lastMessageIsJudgedWhateverItsTime() {
        EvidenceMessage timeless = message(T, road -> road.generated = null);
        EvidenceMessage later = message(T.plusMillis(100), road -> road.speed = 8_000);
        EvidenceMessage earlier = message(T, road -> road.speed = 7_500);
        assertEquals(
                List.of(Observation.HEADER_INCONSISTENT_WITH_PROFILE),
                Claims.aboutLast(List.of(later, timeless), Thresholds.STANDARD).stream()
                        .map(Claim::observation)
                        .toList());
        assertEquals(
                List.of(Observation.SPEED_TOO_HIGH),
                Claims.aboutLast(List.of(later, earlier), Thresholds.STANDARD).stream()
                        .map(Claim::observation)
                        .toList());
    }
}
