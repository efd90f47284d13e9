package org.v2xscms.ma.crl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.LAGroup;
import org.v2xscms.codec.ieee1609dot2.crl.SecuredCrl;
import org.v2xscms.codec.ieee1609dot2.crl.ToBeSignedHashIdCrl;
import org.v2xscms.codec.ieee1609dot2.crl.ToBeSignedLinkageValueCrl;
import org.v2xscms.codec.ieee1609dot2.crl.TypeSpecificCrlContents;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.revocation.RevocationLists;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.kernel.exchange.BackEndService.Result;
import org.v2xscms.ma.cases.CaseFile;
import org.v2xscms.ma.cases.CaseState;
import org.v2xscms.ma.fixture.Device;
import org.v2xscms.ma.fixture.Reports;
import org.v2xscms.ma.fixture.Town;
import org.v2xscms.ma.fixture.Wiring;
import org.v2xscms.ma.store.Statements;
import org.v2xscms.messages.Accepted;
import org.v2xscms.messages.Refusal;

class CrlIssueTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    private static Path folder;

    private static Town town;

    private Wiring ma;

    @BeforeAll
    static void build() {
        town = new Town(folder);
    }

    @AfterAll
    static void remove() {
        town.close();
    }

    @BeforeEach
    void start() {
        town.reset();
        ma = new Wiring(town, TestPostgres.newDatabase());
    }

    @AfterEach
    void stop() {
        ma.close();
    }

    private void run() throws InterruptedException {
        assertEquals(List.of(), ma.work.pass());
    }

    private CrlContents file(int series) {
        Path file = town.trustFolder()
                .resolve("crl")
                .resolve(town.trust.certificate("root").id().octets().hex() + "_" + series + ".spdu");
        try {
            return SecuredCrl.contents(
                            SecuredCrl.CODEC
                                    .decode(Octets.of(Files.readAllBytes(file)), Reading.STRICT)
                                    .value(),
                            Reading.STRICT)
                    .value();
        } catch (IOException | DecodeException e) {
            throw new AssertionError(e);
        }
    }

    private ToBeSignedLinkageValueCrl linkage() {
        return assertInstanceOf(TypeSpecificCrlContents.FullLinkedCrl.class, file(1).typeSpecific())
                .value();
    }

    private ToBeSignedHashIdCrl hashes() {
        return assertInstanceOf(TypeSpecificCrlContents.FullHashCrl.class, file(2).typeSpecific())
                .value();
    }

    private boolean revoked(Device device, int i, int j) {
        return RevocationLists.of(List.of(file(1)), LinkageRules.CAMP)
                .listing(device.certificate(i, j).certificate())
                .isPresent();
    }

    /** The first seed of the only device on the list. */
    private Octets onlySeed() {
        LAGroup group = Objects.requireNonNull(linkage().individual())
                .getFirst()
                .contents()
                .getFirst();
        return group.contents().getFirst().contents().getFirst().linkageSeed1().octets();
    }

    private CaseFile revoke(Device device) throws InterruptedException {
        town.clock.step(Duration.ofSeconds(1));
        Reports reports = new Reports(town);
        Device reporter = town.device(2);
        ma.intake(Wiring.LIMITS)
                .take(reports.about(device.certificate(town.period(), 0), reporter.certificate(town.period(), 0)));
        CaseFile file = ma.cases.in(CaseState.OPEN).getFirst();
        ma.approve(file, town.ada, town.bob);
        run();
        assertEquals(CaseState.REVOKED, ma.state(file));
        return file;
    }

    @Test
    void emptyListsOfBothSeriesArePublishedAtFirstStart() throws InterruptedException {
        run();
        assertEquals(List.of(), linkage().individual());
        assertEquals(town.period(), linkage().iRev().value());
        assertEquals(0, linkage().indexWithinI());
        assertEquals(List.of(), hashes().entries().entries());
        assertEquals(2, town.published.size());
        assertEquals(Time32.of(Town.START), file(1).issueDate());
        assertEquals(Time32.of(Town.START.plus(Duration.ofDays(1))), file(1).nextCrl());
    }

    @Test
    void nothingIsIssuedBeforeItIsDueAndTheIndexGrowsWhenItIs() throws InterruptedException {
        run();
        town.clock.step(Duration.ofHours(6).minusSeconds(1));
        run();
        assertEquals(0, linkage().indexWithinI());
        town.clock.step(Duration.ofSeconds(1));
        run();
        assertEquals(1, linkage().indexWithinI());
        assertEquals(2, hashes().crlSerial());
        assertEquals(4, town.published.size());
    }

    @Test
    void revokedDeviceIsListedInItsPeriodAndLaterAndNeverEarlier() throws InterruptedException {
        Device device = town.device(2);
        Device other = town.device(2);
        run();
        revoke(device);
        assertEquals(1, linkage().indexWithinI());
        for (int j = 0; j < Device.J_MAX; j++) {
            for (int i = town.period(); i <= device.lastI; i++) {
                assertTrue(revoked(device, i, j), "period " + i);
                assertFalse(revoked(other, i, j), "another device");
            }
            for (int i = town.period() - 3; i < town.period(); i++) {
                assertFalse(revoked(device, i, j), "earlier period " + i);
            }
        }
    }

    @Test
    void newPeriodBringsAListWithAdvancedSeedsAndTheIndexAtZero() throws InterruptedException {
        Device device = town.device(2);
        revoke(device);
        Octets before = onlySeed();
        int i = town.period();
        town.clock.step(WEEK);
        run();
        assertEquals(i + 1, linkage().iRev().value());
        assertEquals(0, linkage().indexWithinI());
        Octets after = onlySeed();
        assertEquals(device.seed(1, i).octets().disclose(), before);
        assertEquals(device.seed(1, i + 1).octets().disclose(), after);
        assertTrue(revoked(device, i + 1, 1));
        assertTrue(revoked(device, i + 2, 1));
        assertFalse(revoked(device, i, 1), "the present list gives away nothing of the period before");
    }

    @Test
    void entryStaysUntilItsLastPeriodHasPassed() throws InterruptedException {
        Device device = town.device(2);
        revoke(device);
        for (int week = 0; week < 2; week++) {
            town.clock.step(WEEK);
            run();
            assertEquals(1, Objects.requireNonNull(linkage().individual()).size(), "week " + week);
        }
        town.clock.step(WEEK);
        run();
        assertEquals(List.of(), linkage().individual());
    }

    @Test
    void clockSetBackIssuesNothing() throws InterruptedException {
        run();
        ToBeSignedLinkageValueCrl published = linkage();
        town.clock.step(WEEK.negated());
        assertEquals(2, ma.lists.run().size());
        assertEquals(published, linkage());
    }

    @Test
    void twoListsNeverHaveOneIssueDate() throws InterruptedException {
        run();
        revokeQuickly(1);
        assertEquals(List.of("series 1: two lists cannot have one issueDate"), ma.lists.run());
        assertEquals(0, linkage().indexWithinI());
        town.clock.step(Duration.ofSeconds(1));
        run();
        assertEquals(1, linkage().indexWithinI());
    }

    @Test
    void restoredDatabaseGoesOnAfterThePublishedListAndKeepsItsEntries() throws InterruptedException {
        Device device = town.device(2);
        run();
        revoke(device);
        town.clock.step(Duration.ofHours(6));
        run();
        assertEquals(2, linkage().indexWithinI());
        ma.close();
        ma = new Wiring(town, TestPostgres.newDatabase());
        run();
        assertEquals(2, linkage().indexWithinI(), "the published list still stands");
        town.clock.step(Duration.ofHours(6));
        run();
        assertEquals(3, linkage().indexWithinI());
        assertEquals(3, hashes().crlSerial());
        assertTrue(revoked(device, town.period(), 0), "no entry is lost");
    }

    @Test
    void caseIsRevokedOnlyWhenTheRaServesTheList() throws InterruptedException {
        Device device = town.device(2);
        run();
        town.interfere(
                "ra",
                result -> result instanceof Result.Answer(var pdu) && pdu instanceof Accepted
                        ? new Result.Answer(new Refusal(Refusal.Reason.EVIDENCE))
                        : result);
        town.clock.step(Duration.ofSeconds(1));
        Reports reports = new Reports(town);
        ma.intake(Wiring.LIMITS)
                .take(reports.about(
                        device.certificate(town.period(), 0), town.device(2).certificate(town.period(), 0)));
        CaseFile file = ma.onlyCase();
        ma.approve(file, town.ada, town.bob);
        assertEquals(1, ma.work.pass().size());
        assertEquals(CaseState.RESOLVING, ma.state(file));
        assertEquals(1, linkage().indexWithinI());
        town.noInterference();
        run();
        assertEquals(CaseState.REVOKED, ma.state(file));
        assertEquals(1, linkage().indexWithinI(), "the same list, not another");
    }

    @Test
    void certificateWithoutLinkageValueGoesOnTheHashListUntilItExpires() throws InterruptedException {
        run();
        town.clock.step(Duration.ofSeconds(1));
        var rsu = town.application(
                new CertificateId.None(),
                new CrlSeries(2),
                new ValidityPeriod(
                        Time32.of(Town.START.minusSeconds(3_600)),
                        new org.v2xscms.codec.ieee1609dot2.basetypes.Duration.Hours(48)));
        Reports reports = new Reports(town);
        ma.intake(Wiring.LIMITS).take(reports.about(rsu, town.device(2).certificate(town.period(), 0)));
        CaseFile file = ma.onlyCase();
        ma.approve(file, town.ada, town.bob);
        run();
        assertEquals(CaseState.REVOKED, ma.state(file));
        assertTrue(RevocationLists.of(List.of(file(2)), LinkageRules.CAMP)
                .listing(rsu.certificate())
                .isPresent());
        assertEquals(2, hashes().crlSerial());
        assertEquals(0, linkage().indexWithinI(), "the other series did not change");
        town.clock.step(Duration.ofDays(2));
        run();
        assertEquals(List.of(), hashes().entries().entries());
    }

    @Test
    void manyListsInOnePeriodAreSpreadOverWhatRemainsOfIt() throws InterruptedException {
        for (int n = 0; n < 200; n++) {
            run();
            town.clock.step(Duration.ofMinutes(1));
            revokeQuickly(n);
        }
        assertEquals(199, linkage().indexWithinI());
        assertFalse(ma.lists.run().isEmpty(), "the next one has to wait");
        assertEquals(199, linkage().indexWithinI());
        long wait = (604_800L - (Time32.of(town.clock.instant()).seconds() - 347_619_603L) % 604_800L) / 56;
        town.clock.step(Duration.ofSeconds(wait + 1));
        run();
        assertEquals(200, linkage().indexWithinI());
    }

    /** One more entry, as a case would leave it. */
    private void revokeQuickly(int n) {
        ma.database.inTransaction("one more entry", connection -> {
            Octets id = Octets.ofHex(String.format(Locale.ROOT, "%032x", n));
            Statements.insert(
                    connection,
                    "insert into ma.suspect (suspect, certificate) values (?, ?)",
                    Octets.concat(id, id),
                    town.trust.certificate("ma").encoded().octets());
            Statements.insert(
                    connection,
                    "insert into ma.case_file (case_id, suspect, salt) values (?, ?, ?)",
                    id,
                    Octets.concat(id, id),
                    id);
            return Statements.insert(
                    connection,
                    "insert into ma.revoked_device (case_id, la1, la2, i_rev, seed1, seed2, i_max, j_max)"
                            + " values (?, '\\x0001', '\\x0002', ?, ?, ?, ?, 20)",
                    id,
                    town.period(),
                    id,
                    id,
                    town.period() + 3);
        });
    }
}
