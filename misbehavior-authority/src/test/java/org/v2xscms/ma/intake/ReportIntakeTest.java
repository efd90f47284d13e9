package org.v2xscms.ma.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.application.claim.Claim;
import org.v2xscms.application.claim.EvidenceMessage;
import org.v2xscms.application.fixture.Road;
import org.v2xscms.application.fixture.World;
import org.v2xscms.codec.misbehaviour.Observation;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.database.DatabaseFault;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.ma.cases.CaseState;
import org.v2xscms.ma.cases.Suspect;
import org.v2xscms.ma.fixture.Device;
import org.v2xscms.ma.fixture.Reports;
import org.v2xscms.ma.fixture.Town;
import org.v2xscms.ma.fixture.Wiring;
import org.v2xscms.ma.store.Statements;

class ReportIntakeTest {

    @TempDir
    private static Path folder;

    private static Town town;
    private static Device suspect;
    private static Device reporter;

    private Wiring ma;
    private Reports reports;

    @BeforeAll
    static void build() {
        town = new Town(folder);
        suspect = town.device(3);
        reporter = town.device(3);
    }

    @AfterAll
    static void remove() {
        town.close();
    }

    @BeforeEach
    void start() {
        ma = new Wiring(town, TestPostgres.newDatabase());
        reports = new Reports(town);
    }

    @AfterEach
    void stop() {
        ma.close();
    }

    private World.Vehicle accused() {
        return suspect.certificate(town.period(), 0);
    }

    private World.Vehicle witness(int j) {
        return reporter.certificate(town.period(), j);
    }

    private void take(Octets report) {
        assertEquals(Optional.empty(), ma.intake(Wiring.LIMITS).take(report));
    }

    private void assertRefused(String outcome, Octets report) {
        take(report);
        assertEquals(1, ma.reports(outcome), outcome);
        assertEquals(List.of(), ma.cases.all(10));
        assertEquals(1, count("select count(*) from ma.report where refused like '" + outcome + "%'"));
    }

    private int count(String query) {
        return ma.database.inTransaction(
                "counting",
                connection -> Statements.first(connection, query, row -> row.getInt(1))
                        .orElseThrow());
    }

    /** The claim of an honest device with another message in its evidence. */
    private Claim claimOver(Octets message) {
        EvidenceMessage honest = reports.claim(reports.tooFast(accused())).subject();
        return new Claim(
                Observation.SPEED_TOO_HIGH,
                List.of(new EvidenceMessage(
                        message, honest.data(), honest.signer(), honest.region(), honest.content())),
                "");
    }

    private Octets report(Claim claim) {
        return reports.sealed(claim, witness(0), town.trust.certificate("ma"));
    }

    @Test
    void reportThatHoldsOpensACaseAgainstTheLinkageValue() {
        take(reports.about(accused(), witness(0)));
        assertEquals(CaseState.OPEN, ma.state(ma.onlyCase()));
        assertEquals(Suspect.of(accused().certificate()), ma.onlyCase().suspect());
        assertTrue(ma.onlyCase().suspect() instanceof Suspect.Pseudonym pseudonym
                && pseudonym.i().value() == town.period());
    }

    @Test
    void reportForAnotherAuthorityIsRefused() {
        Octets report =
                reports.sealed(reports.claim(reports.tooFast(accused())), witness(0), town.trust.certificate("ra"));
        assertRefused("NOT_FOR_US", report);
    }

    @Test
    void octetsThatAreNoReportAreRefused() {
        assertRefused("MALFORMED", Octets.ofHex("01ff00"));
    }

    @Test
    void changedReportIsRefused() {
        byte[] report = reports.about(accused(), witness(0)).toByteArray();
        report[report.length - 1] ^= 1;
        assertRefused("NOT_FOR_US", Octets.of(report));
    }

    @Test
    void reporterWithAnotherKeyThanItsCertificateIsRefused() {
        World.Vehicle liar =
                new World.Vehicle(witness(0).certificate(), witness(1).keys());
        assertRefused("REPORTER", reports.about(accused(), liar));
    }

    @Test
    void reporterWhoseCertificateHasExpiredIsRefused() {
        assertRefused("REPORTER", reports.about(accused(), reporter.certificate(town.period() - 3, 0)));
    }

    @Test
    void reportOfLongAgoIsRefused() {
        Octets report = reports.about(accused(), witness(0));
        town.clock.step(Duration.ofDays(9));
        try {
            assertRefused("OUT_OF_TIME", report);
        } finally {
            town.clock.set(Town.START);
        }
    }

    @Test
    void evidenceWithAForgedSignatureIsRefused() {
        byte[] forged = reports.tooFast(accused()).toByteArray();
        forged[forged.length - 1] ^= 1;
        assertRefused("EVIDENCE", report(claimOver(Octets.of(forged))));
    }

    @Test
    void evidenceSignedWithAKeyThatTheCertificateDoesNotStateIsRefused() {
        World.Vehicle liar =
                new World.Vehicle(accused().certificate(), witness(0).keys());
        assertRefused("EVIDENCE", report(claimOver(reports.tooFast(liar))));
    }

    @Test
    void claimThatTheEvidenceDoesNotBearOutIsRefused() {
        Octets innocent = new Road(town.clock.instant()).withCertificate(accused());
        assertRefused("REFUTED", report(claimOver(innocent)));
    }

    @Test
    void reporterCannotAccuseItself() {
        assertRefused("SELF", reports.about(witness(0), witness(0)));
    }

    @Test
    void sameReportEncryptedAndSignedAnewCountsOnce() {
        Claim claim = reports.claim(reports.tooFast(accused()));
        Octets first = reports.sealed(claim, witness(0), town.trust.certificate("ma"));
        take(first);
        take(first);
        take(reports.sealed(claim, witness(0), town.trust.certificate("ma")));
        assertEquals(1, ma.reports("HELD"));
        assertEquals(2, ma.reports("REPEATED"));
        assertEquals(1, count("select count(*) from ma.report"));
    }

    @Test
    void reportsOfOneCertificateBeyondItsShareAreNotKept() {
        IntakeLimits one = new IntakeLimits(1, 1, 1L << 30, 4);
        ma.intake(one).take(reports.about(accused(), witness(0)));
        ma.intake(one).take(reports.about(suspect.certificate(town.period(), 1), witness(0)));
        assertEquals(1, ma.reports("TOO_MANY"));
        assertEquals(1, ma.cases.all(10).size());
        assertEquals(1, count("select count(*) from ma.report"));
    }

    @Test
    void caseOpensAtTheThresholdOfDifferentReporters() {
        IntakeLimits two = new IntakeLimits(2, 20, 1L << 30, 4);
        ma.intake(two).take(reports.about(accused(), witness(0)));
        town.clock.step(Duration.ofSeconds(1));
        ma.intake(two).take(reports.about(accused(), witness(0)));
        assertEquals(2, ma.reports("HELD"));
        assertEquals(List.of(), ma.cases.all(10), "two reports of one reporter");
        ma.intake(two).take(reports.about(accused(), witness(1)));
        assertEquals(1, ma.cases.all(10).size());
        town.clock.set(Town.START);
    }

    @Test
    void certificatesOfOneDeviceAreDifferentCases() {
        take(reports.about(accused(), witness(0)));
        take(reports.about(suspect.certificate(town.period(), 1), witness(0)));
        assertEquals(2, ma.cases.all(10).size());
    }

    @Test
    void reportIsPutOffWhenTheDiskBudgetIsSpent() {
        IntakeLimits full = new IntakeLimits(1, 20, 1, 4);
        assertEquals(Optional.of(Duration.ofHours(1)), ma.intake(full).take(reports.about(accused(), witness(0))));
        assertEquals(0, count("select count(*) from ma.report"));
    }

    @Test
    void databaseRefusesAnIllegalTransition() {
        take(reports.about(accused(), witness(0)));
        String id = "'\\x" + ma.onlyCase().name() + "'";
        for (String values : List.of("'OPEN', 'REVOKED'", "'APPROVED', 'RESOLVING'", "null, 'APPROVED'")) {
            assertThrows(
                    DatabaseFault.class,
                    () -> ma.database.inTransaction(
                            "an illegal transition",
                            connection -> Statements.insert(
                                    connection,
                                    "insert into ma.transition (case_id, from_state, to_state, actor, reason)"
                                            + " values (" + id + ", " + values + ", 'x', '')")),
                    values);
        }
        assertThrows(
                DatabaseFault.class,
                () -> ma.database.inTransaction(
                        "a deletion", connection -> Statements.insert(connection, "delete from ma.transition")));
        assertEquals(CaseState.OPEN, ma.state(ma.onlyCase()));
    }
}
