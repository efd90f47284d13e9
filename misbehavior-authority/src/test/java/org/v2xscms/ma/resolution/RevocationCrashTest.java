package org.v2xscms.ma.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.crash.ChildJvm;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.DatabaseAccess;
import org.v2xscms.kernel.database.RoleLogin;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.kernel.time.SteppableClock;
import org.v2xscms.ma.cases.CaseFile;
import org.v2xscms.ma.cases.CaseState;
import org.v2xscms.ma.fixture.Reports;
import org.v2xscms.ma.fixture.Town;
import org.v2xscms.ma.fixture.Wiring;
import org.v2xscms.ma.store.Statements;

/** The process is killed between any two steps of a revocation, and another one goes on. */
class RevocationCrashTest {

    @TempDir
    private static Path folder;

    private static Town town;

    @BeforeAll
    static void build() {
        town = new Town(folder);
    }

    @AfterAll
    static void remove() {
        town.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ma.resolve.asked",
                "ma.resolve.received",
                "ma.resolve.answered",
                "ma.block.asked",
                "ma.block.received",
                "ma.block.answered",
                "ma.seed1.asked",
                "ma.seed1.answered",
                "ma.seed2.received",
                "ma.entry.stored",
                "ma.crl.intended",
                "ma.crl.signed",
                "ma.crl.stored",
                "ma.crl.filed",
                "ma.crl.accepted"
            })
    void caseIsRevokedOnceWhereverTheProcessDies(String point) throws Exception {
        town.reset();
        DatabaseAccess access = TestPostgres.newDatabase();
        CaseFile file = approvedCase(access);

        assertEquals(
                CrashPoints.EXIT_CODE, child(access).crashingAt(point).start().waitFor());

        try (Wiring ma = new Wiring(town, access)) {
            assertEquals(CaseState.RESOLVING, ma.state(file));
            assertEquals(List.of(), ma.work.pass());
            assertEquals(CaseState.REVOKED, ma.state(file));
            assertEquals(
                    List.of("BLOCK 1 answered", "RESOLVE 1 answered", "SEED1 1 answered", "SEED2 1 answered"),
                    ma.records.lines(file.id()).stream()
                            .map(line -> line.step() + " " + line.attempt() + " " + line.what())
                            .toList(),
                    "no question was changed");
            assertEquals(
                    List.of("1 0", "1 1", "2 1"),
                    numbers(ma),
                    "two lists of pseudonyms and one of hashes, none skipped and none twice");
        }
        assertTrue(town.asked.indexOf("ra BlockWarrant") < town.asked.indexOf("la1 SeedWarrant"));
        assertTrue(town.asked.size() <= 6, "at most one question was sent twice: " + town.asked);
        assertTrue(new HashSet<>(town.published).size() <= 3, "the RA saw no number with two contents");
    }

    private static List<String> numbers(Wiring ma) {
        return ma.database.inTransaction(
                "reading the lists",
                connection -> Statements.all(
                        connection,
                        "select series || ' ' || case series when 1 then number % 256 else number end as n"
                                + " from ma.crl_signed order by n",
                        row -> row.getString("n")));
    }

    private static CaseFile approvedCase(DatabaseAccess access) throws InterruptedException {
        try (Wiring ma = new Wiring(town, access)) {
            assertEquals(List.of(), ma.work.pass());
            town.clock.step(Duration.ofSeconds(1));
            Octets report = new Reports(town)
                    .about(
                            town.device(3).certificate(town.period(), 1),
                            town.device(3).certificate(town.period(), 0));
            ma.intake(Wiring.LIMITS).take(report);
            CaseFile file = ma.onlyCase();
            ma.approve(file, town.ada, town.bob);
            town.asked.clear();
            return file;
        }
    }

    private static ChildJvm child(DatabaseAccess access) {
        return ChildJvm.of(
                Authority.class,
                folder.toString(),
                town.clock.instant().toString(),
                access.jdbcUrl(),
                access.owner().role(),
                access.owner().password(),
                access.runtime().role(),
                access.runtime().password(),
                town.address("pca").toString(),
                town.address("ra").toString(),
                town.address("la1").toString(),
                town.address("la2").toString());
    }

    /** One pass of the authority in a process of its own. */
    static final class Authority {

        private Authority() {}

        public static void main(String[] arguments) throws InterruptedException {
            DatabaseAccess access = new DatabaseAccess(
                    arguments[2], new RoleLogin(arguments[3], arguments[4]), new RoleLogin(arguments[5], arguments[6]));
            Map<String, URI> addresses = Map.of(
                    "pca", URI.create(arguments[7]),
                    "ra", URI.create(arguments[8]),
                    "la1", URI.create(arguments[9]),
                    "la2", URI.create(arguments[10]));
            try (Wiring ma = new Wiring(
                    Path.of(arguments[0]),
                    addresses,
                    new SteppableClock(Instant.parse(arguments[1])),
                    access,
                    CrashPoints.fromSystemProperty())) {
                ma.work.pass();
            }
        }
    }
}
