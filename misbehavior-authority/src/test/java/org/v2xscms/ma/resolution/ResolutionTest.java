package org.v2xscms.ma.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.audit.AuditVerifier;
import org.v2xscms.kernel.audit.CheckpointFile;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.kernel.exchange.BackEndService.Result;
import org.v2xscms.ma.cases.CaseFile;
import org.v2xscms.ma.cases.CaseState;
import org.v2xscms.ma.fixture.Device;
import org.v2xscms.ma.fixture.Reports;
import org.v2xscms.ma.fixture.Town;
import org.v2xscms.ma.fixture.Wiring;
import org.v2xscms.ma.store.Statements;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.CaseId;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.ResolveAnswer;

class ResolutionTest {

    @TempDir
    private static Path folder;

    private static Town town;

    private Wiring ma;
    private CaseFile file;

    @BeforeAll
    static void build() {
        town = new Town(folder);
    }

    @AfterAll
    static void remove() {
        town.close();
    }

    @BeforeEach
    void openCase() throws InterruptedException {
        town.reset();
        ma = new Wiring(town, TestPostgres.newDatabase());
        assertEquals(List.of(), ma.work.pass());
        town.clock.step(Duration.ofSeconds(1));
        Device suspect = town.device(3);
        ma.intake(Wiring.LIMITS)
                .take(new Reports(town)
                        .about(
                                suspect.certificate(town.period(), 1),
                                town.device(3).certificate(town.period(), 0)));
        file = ma.onlyCase();
        town.asked.clear();
    }

    @AfterEach
    void stop() {
        ma.close();
    }

    private static UnaryOperator<Result> instead(BackEndPdu pdu) {
        return result -> new Result.Answer(pdu);
    }

    private static Refusal refusal(Refusal.Reason reason) {
        return new Refusal(reason);
    }

    private void assertStops(String words) throws InterruptedException {
        List<String> troubles = ma.work.pass();
        assertEquals(1, troubles.size());
        assertTrue(troubles.getFirst().contains(words), troubles.getFirst());
    }

    private void assertGoesOnToTheEnd() throws InterruptedException {
        town.clock.step(Duration.ofSeconds(1));
        assertEquals(List.of(), ma.work.pass());
        assertEquals(CaseState.REVOKED, ma.state(file));
    }

    @Test
    void nothingIsAskedBeforeTwoOperatorsApproved() throws InterruptedException {
        ma.approvals.approve(file, town.ada.approve(file.decision()));
        assertEquals(List.of(), ma.work.pass());
        assertEquals(List.of(), town.asked);
        assertEquals(CaseState.OPEN, ma.state(file));
    }

    @Test
    void deviceIsBlockedBeforeSeedsAreAskedForAndBeforeTheListIsPublished() throws InterruptedException {
        ma.approve(file, town.ada, town.bob);
        assertGoesOnToTheEnd();
        assertEquals(
                List.of(
                        "pca ResolveWarrant",
                        "ra BlockWarrant",
                        "la1 SeedWarrant",
                        "la2 SeedWarrant",
                        "ra Publication"),
                town.asked);
        assertEquals(List.of(), ma.work.pass());
        assertEquals(5, town.asked.size(), "nothing is asked twice");
    }

    @Test
    void authorityThatIsDownIsAskedAgainWithTheSameQuestion() throws InterruptedException {
        ma.approve(file, town.ada, town.bob);
        town.interfere("la1", result -> new Result.Later(Duration.ofSeconds(3)));
        assertStops("la1: status 503");
        assertStops("la1: status 503");
        town.noInterference();
        assertGoesOnToTheEnd();
        assertEquals(
                List.of("BLOCK 1 answered", "RESOLVE 1 answered", "SEED1 1 answered", "SEED2 1 answered"),
                ma.records.lines(file.id()).stream()
                        .map(line -> line.step() + " " + line.attempt() + " " + line.what())
                        .toList());
    }

    @Test
    void refusalStopsTheCaseUntilAnOperatorStartsItAgain() throws InterruptedException {
        ma.approve(file, town.ada, town.bob);
        town.interfere("pca", instead(refusal(Refusal.Reason.UNKNOWN)));
        assertStops("pca refused: UNKNOWN");
        town.noInterference();
        assertStops("pca refused: UNKNOWN");
        assertEquals(1, town.asked.size(), "not asked again by itself");
        ma.work.startAgain(file.id());
        assertGoesOnToTheEnd();
    }

    @Test
    void usedUpBudgetIsWaitedFor() throws InterruptedException {
        ma.approve(file, town.ada, town.bob);
        town.interfere("pca", instead(refusal(Refusal.Reason.BUDGET)));
        assertStops("budget used up");
        town.noInterference();
        assertGoesOnToTheEnd();
    }

    @Test
    void answerAboutAnotherCaseDoesNotCount() throws InterruptedException {
        ma.approve(file, town.ada, town.bob);
        town.interfere(
                "pca",
                instead(new ResolveAnswer(
                        new CaseId(Octets.ofHex("00".repeat(16))),
                        town.device(1).request,
                        town.trust.certificate("ra").id())));
        assertStops("answered something else");
        town.noInterference();
        assertGoesOnToTheEnd();
    }

    @Test
    void requestOfAnUnknownRaIsNotTakenToOurs() throws InterruptedException {
        ma.approve(file, town.ada, town.bob);
        town.interfere(
                "pca",
                instead(new ResolveAnswer(
                        file.id(), town.device(1).request, new HashedId8(Octets.ofHex("00".repeat(8))))));
        assertStops("an RA that is not configured");
        assertEquals(List.of("pca ResolveWarrant"), town.asked);
    }

    @Test
    void evidenceThatBecameTooOldIsMadeAnew() throws InterruptedException {
        ma.approve(file, town.ada, town.bob);
        town.interfere("la2", result -> new Result.Later(Duration.ofSeconds(3)));
        assertStops("la2: status 503");
        town.noInterference();
        town.clock.step(Duration.ofDays(2));
        List<String> troubles = ma.work.pass();
        assertEquals(List.of("case " + file.name() + " stopped: la2 refused: EVIDENCE"), troubles);
        ma.work.startAgain(file.id());
        assertGoesOnToTheEnd();
        assertEquals(2, town.asked.stream().filter("ra BlockWarrant"::equals).count());
    }

    @Test
    void periodThatEndsBetweenTheTwoSeedsIsCaughtUp() throws InterruptedException {
        ma.approve(file, town.ada, town.bob);
        int before = town.period();
        town.interfere("la2", result -> new Result.Later(Duration.ofSeconds(3)));
        town.clock.set(Town.START.plus(Duration.ofDays(5)).plus(Duration.ofHours(20)));
        assertStops("la2: status 503");
        assertEquals(before, town.period());
        town.noInterference();
        town.clock.step(Duration.ofHours(10));
        assertEquals(before + 1, town.period());
        assertStops("la2 refused: PERIOD");
        assertGoesOnToTheEnd();
        assertEquals(
                List.of("SEED1 1 answered", "SEED2 1 refused: PERIOD", "SEED2 2 answered"),
                ma.records.lines(file.id()).stream()
                        .filter(line -> line.step().startsWith("SEED"))
                        .map(line -> line.step() + " " + line.attempt() + " " + line.what())
                        .toList());
    }

    @Test
    void rejectedCaseIsNotResolvedAndStaysRejected() throws InterruptedException {
        assertTrue(ma.cases.move(file.id(), CaseState.OPEN, CaseState.REJECTED, "ada", "a test drive"));
        ma.approve(file, town.ada, town.bob);
        assertEquals(List.of(), ma.work.pass());
        assertEquals(List.of(), town.asked);
        assertEquals(CaseState.REJECTED, ma.state(file));
    }

    @Test
    void auditChainIsWholeAndNamesEveryTransition() throws InterruptedException {
        ma.approve(file, town.ada, town.bob);
        assertGoesOnToTheEnd();
        var report = new AuditVerifier("ma", (checkpoint, signature) -> false)
                .verify(ma.database.dataSource(), new CheckpointFile(folder.resolve("none")), OptionalLong.empty());
        assertEquals(List.of(), report.findings());
        List<String> states = ma.database.inTransaction(
                "reading the audit chain",
                connection -> Statements.all(
                        connection,
                        "select substring(facts from 'state=([A-Z]+)') as state from audit.record"
                                + " where kind = 'DECIDE' and facts like '%state=%' order by sequence",
                        row -> row.getString("state")));
        assertEquals(List.of("OPEN", "APPROVED", "RESOLVING", "REVOKED"), states);
    }
}
