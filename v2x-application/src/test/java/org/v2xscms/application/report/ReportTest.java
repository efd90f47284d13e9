package org.v2xscms.application.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.v2xscms.application.claim.Claim;
import org.v2xscms.application.claim.Claims;
import org.v2xscms.application.claim.EvidenceMessage;
import org.v2xscms.application.claim.EvidenceReader;
import org.v2xscms.application.claim.EvidenceReader.Evidence;
import org.v2xscms.application.claim.Thresholds;
import org.v2xscms.application.fixture.Road;
import org.v2xscms.application.fixture.World;
import org.v2xscms.application.report.ReportCheck.Finding;
import org.v2xscms.application.report.ReportReading.Reason;
import org.v2xscms.codec.ieee1609dot2.basetypes.Elevation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Latitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Longitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.misbehaviour.EtsiTs103759MbrSec;
import org.v2xscms.codec.misbehaviour.MbSingleObservation;
import org.v2xscms.codec.misbehaviour.Observation;
import org.v2xscms.codec.misbehaviour.ObservationsByTarget;
import org.v2xscms.codec.misbehaviour.TemplateAsr;
import org.v2xscms.codec.misbehaviour.V2xPduStream;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.message.MessageValidator;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.validation.RevocationCheck;

class ReportTest {

    private static final Instant T = World.START.plusSeconds(1_000);
    private static final ThreeDLocation HERE =
            new ThreeDLocation(new Latitude(Road.LAT), new Longitude(Road.LON), new Elevation(0));

    private final World world = new World();
    private final World.Vehicle suspect = world.vehicle(1);
    private final World.Vehicle reporter = world.vehicle(2);
    private final EvidenceReader evidence = new EvidenceReader(world.trust(), new BouncyCastleVerifier());
    private final ReportCheck check = new ReportCheck(evidence, Thresholds.STANDARD);

    private final ReportReader reader = reader(ReportLimits.STANDARD, RevocationCheck.NONE);

    private ReportReader reader(ReportLimits limits, RevocationCheck revocation) {
        return new ReportReader(
                world.authority,
                world.authorityKey(),
                new MessageValidator(world.trust(), new BouncyCastleVerifier(), revocation),
                limits);
    }

    private EvidenceMessage message(Octets pdu) {
        return assertInstanceOf(Evidence.Verified.class, evidence.read(pdu, List.of(suspect.certificate())))
                .message();
    }

    /** A jump shown by two messages that name their certificate by its digest. */
    private Claim jump() {
        Road far = new Road(T.plusMillis(100));
        far.lat += 100_000;
        List<Claim> claims = Claims.of(
                List.of(message(new Road(T).withDigest(suspect)), message(far.withDigest(suspect))),
                Thresholds.STANDARD);
        assertEquals(1, claims.size());
        return claims.getFirst();
    }

    private Octets sealed(Container container, World.Vehicle by) {
        return new ReportWriter(world.authority, container, ReportLimits.STANDARD, new SeededRandom(5))
                .write(jump(), Time64.of(T), HERE, by.certificate(), by.signer());
    }

    private Octets sealed() {
        return sealed(Container.J3287, reporter);
    }

    private ReportReading.Opened opened(Octets report) {
        return assertInstanceOf(ReportReading.Opened.class, reader.open(report, T));
    }

    private static Reason reason(ReportReading reading) {
        return assertInstanceOf(ReportReading.Refused.class, reading).reason();
    }

    @Test
    void sealedReportIsOpenedAndConfirmed() {
        for (Container container : Container.values()) {
            Octets report = sealed(container, reporter);
            assertEquals(container == Container.J3287 ? 1 : 3, report.get(0));
            ReportReading.Opened opened = opened(report);
            assertEquals(reporter.certificate(), opened.reporter());
            assertEquals(HERE, opened.report().observationLocation());
            ReportCheck.Result result = check.check(opened.template());
            assertEquals(List.of(), result.rejected());
            assertEquals(
                    List.of(Observation.POSITION_JUMP),
                    result.confirmed().stream().map(Claim::observation).toList());
            assertEquals(
                    suspect.certificate(),
                    result.confirmed().getFirst().subject().signer());
        }
    }

    @Test
    void certificateStandsBesideTheMessagesOnlyWhereNoneCarriesIt() {
        assertEquals(
                suspect.certificate().encoded(),
                opened(sealed()).template().v2xPduEvidence().getFirst().certificate());
        Road fast = new Road(T);
        fast.speed = 8_000;
        Claim claim = Claims.of(List.of(message(fast.withCertificate(suspect))), Thresholds.STANDARD)
                .getFirst();
        Octets report = ReportWriter.to(world.authority, new SeededRandom(5))
                .write(claim, Time64.of(T), HERE, reporter.certificate(), reporter.signer());
        V2xPduStream stream = opened(report).template().v2xPduEvidence().getFirst();
        assertNull(stream.certificate());
        assertEquals(1, check.check(opened(report).template()).confirmed().size());
    }

    @Test
    void reportForSomebodyElseIsRefused() {
        Octets report = ReportWriter.to(otherAuthority(), new SeededRandom(5))
                .write(jump(), Time64.of(T), HERE, reporter.certificate(), reporter.signer());
        assertEquals(Reason.NOT_FOR_US, reason(reader.open(report, T)));
    }

    private HashedCertificate otherAuthority() {
        return world.vehicle(
                        9,
                        draft -> draft.encryptionKey = world.authority
                                .certificate()
                                .toBeSigned()
                                .value()
                                .encryptionKey())
                .certificate();
    }

    @Test
    void changedReportIsRefused() {
        byte[] report = sealed().toByteArray();
        report[report.length - 1] ^= 1;
        assertEquals(Reason.NOT_FOR_US, reason(reader.open(Octets.of(report), T)));
        assertEquals(Reason.MALFORMED, reason(reader.open(Octets.ofHex("0182"), T)));
        assertEquals(Reason.MALFORMED, reason(reader.open(Octets.EMPTY, T)));
    }

    @Test
    void plaintextReportIsRefused() {
        Octets plain = Container.J3287.encode(
                new EtsiTs103759MbrSec.Plaintext(opened(sealed()).report()));
        assertEquals(Reason.NOT_SEALED, reason(reader.open(plain, T)));
    }

    @Test
    void reporterMustBePermittedAndNotRevoked() {
        World.Vehicle unpermitted = world.vehicle(3, draft -> draft.app = List.of(new PsidSsp(new Psid(32), null)));
        assertEquals(Reason.REPORTER, reason(reader.open(sealed(Container.J3287, unpermitted), T)));
        World.Vehicle forger =
                new World.Vehicle(reporter.certificate(), world.vehicle(3).keys());
        assertEquals(Reason.REPORTER, reason(reader.open(sealed(Container.J3287, forger), T)));
        RevocationCheck revoked =
                certificate -> certificate.equals(reporter.certificate()) ? Optional.of("revoked") : Optional.empty();
        assertEquals(
                Reason.REPORTER, reason(reader(ReportLimits.STANDARD, revoked).open(sealed(), T)));
    }

    @Test
    void reportIsReadForEightDays() {
        Octets report = sealed();
        assertInstanceOf(ReportReading.Opened.class, reader.open(report, T.plus(Duration.ofDays(8))));
        assertEquals(
                Reason.OUT_OF_TIME,
                reason(reader.open(report, T.plus(Duration.ofDays(8)).plusSeconds(1))));
        assertInstanceOf(ReportReading.Opened.class, reader.open(report, T.minusSeconds(600)));
        assertEquals(Reason.OUT_OF_TIME, reason(reader.open(report, T.minusSeconds(601))));
    }

    @Test
    void limitsHoldForReaderAndWriter() {
        Octets report = sealed();
        ReportLimits fewer = new ReportLimits(4, 1, 16, 65_536);
        ReportLimits shorter = new ReportLimits(4, 20, 16, report.length() - 1);
        assertEquals(
                Reason.TOO_LARGE, reason(reader(fewer, RevocationCheck.NONE).open(report, T)));
        assertEquals(
                Reason.TOO_LARGE, reason(reader(shorter, RevocationCheck.NONE).open(report, T)));
        for (ReportLimits limits : List.of(fewer, shorter)) {
            ReportWriter writer = new ReportWriter(world.authority, Container.J3287, limits, new SeededRandom(5));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> writer.write(jump(), Time64.of(T), HERE, reporter.certificate(), reporter.signer()));
        }
    }

    @Test
    void observationThatTheEvidenceDoesNotShowIsRefuted() {
        V2xPduStream honest = stream(0, new Road(T).withCertificate(suspect));
        assertInstanceOf(Finding.Refuted.class, finding(honest, 4, 3));
        assertInstanceOf(Finding.NotRecomputable.class, finding(honest, 4, 99));
        assertInstanceOf(Finding.NotRecomputable.class, finding(honest, 1, 2));
    }

    @Test
    void observationAboutAnotherMessageIsRefuted() {
        Road fast = new Road(T.plusMillis(100));
        fast.speed = 8_000;
        Octets slowPdu = new Road(T).withCertificate(suspect);
        Octets fastPdu = fast.withDigest(suspect);
        assertInstanceOf(Finding.Refuted.class, finding(stream(0, slowPdu, fastPdu), 4, 3));
        assertInstanceOf(Finding.Confirmed.class, finding(stream(1, slowPdu, fastPdu), 4, 3));
    }

    /** A liar cannot forge the victim's signature, so it has nothing to show. */
    @Test
    void inventedMessageIsRefuted() {
        Road fast = new Road(T);
        fast.speed = 8_000;
        World.Vehicle forger = new World.Vehicle(suspect.certificate(), reporter.keys());
        V2xPduStream invented = stream(0, fast.withCertificate(forger));
        assertInstanceOf(Finding.Refuted.class, finding(invented, 4, 3));
        assertEquals(1, check.check(template(invented, 4, 3)).rejected().size());
    }

    private Finding finding(V2xPduStream stream, int tgtId, int obsId) {
        return check.check(template(stream, tgtId, obsId)).findings().getFirst();
    }

    private static TemplateAsr template(V2xPduStream stream, int tgtId, int obsId) {
        return new TemplateAsr(
                List.of(new ObservationsByTarget(
                        tgtId, List.of(new MbSingleObservation(obsId, new MbSingleObservation.Made())))),
                List.of(stream),
                List.of());
    }

    private static V2xPduStream stream(int subject, Octets... pdus) {
        return new V2xPduStream(V2xPduStream.IEEE_1609_DOT_2_DATA, List.of(pdus), null, subject, Additions.NONE);
    }
}
