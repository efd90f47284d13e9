package org.v2xscms.kernel.intent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.v2xscms.kernel.audit.AuditReport;
import org.v2xscms.kernel.audit.AuditVerifier;
import org.v2xscms.kernel.audit.CheckpointFile;
import org.v2xscms.kernel.crash.ChildJvm;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.database.DatabaseAccess;
import org.v2xscms.kernel.database.RoleLogin;
import org.v2xscms.kernel.database.TestPostgres;

/** A process is killed between intent, signature, store and reply, and started again. */
class IntentCrashTest {

    private static final int REQUESTS = 3;

    @TempDir
    private Path folder;

    /**
     * The columns say, for the crash at a pass of the point while three requests are answered together: how
     * many answers were durable when the process died, how many signatures had been made, and how many have been made
     * in all after the restart.
     */
    @ParameterizedTest
    @CsvSource({
        "intent.asked,    0, 0, 3",
        "intent.intended, 0, 0, 3",
        "intent.signed:2, 0, 2, 5",
        "intent.stored,   3, 3, 3",
    })
    void everyRequestGetsOneAnswerWhereverTheProcessDies(
            String point, int durableAtCrash, int signedAtCrash, int signedInAll) throws Exception {
        DatabaseAccess access = TestPostgres.newDatabase();
        AuthorityDatabase.open(access, "own", List.of(), 1).close();
        Path journal = folder.resolve("journal");
        TestIssuer issuer = new TestIssuer("pca-1", 1, journal);

        assertEquals(
                CrashPoints.EXIT_CODE, child(access).crashingAt(point).start().waitFor());
        assertEquals(signedAtCrash, issuer.signed().size());
        assertEquals(List.of(), replies(), "nothing left the process before it died");
        List<String> durable = outcomes(access);
        assertEquals(durableAtCrash, durable.size());

        assertEquals(0, child(access).start().waitFor());
        try (AuthorityDatabase database = AuthorityDatabase.attach(access, 2)) {
            Authority.answerAll(IntentStoreTest.store(database, issuer), folder);
        }
        assertEquals(signedInAll, issuer.signed().size());
        assertEquals(REQUESTS, issuer.signed().stream().distinct().count(), "only stored octets are signed again");
        List<String> outcomes = outcomes(access);
        assertEquals(REQUESTS, outcomes.size());
        assertTrue(outcomes.containsAll(durable), "what was durable did not change");
        List<String> twice = new ArrayList<>(outcomes);
        twice.addAll(outcomes);
        assertEquals(
                twice.stream().sorted().toList(), replies().stream().sorted().toList(), "retries are identical");
        assertAuditExplains(access, signedInAll);
    }

    private ChildJvm child(DatabaseAccess access) {
        return ChildJvm.of(
                Authority.class,
                access.jdbcUrl(),
                access.owner().role(),
                access.owner().password(),
                access.runtime().role(),
                access.runtime().password(),
                folder.toString());
    }

    private void assertAuditExplains(DatabaseAccess access, int signatures) {
        try (AuthorityDatabase database = AuthorityDatabase.attach(access, 2)) {
            AuditReport report = new AuditVerifier("pca", (checkpoint, signature) -> false)
                    .verify(
                            database.dataSource(),
                            new CheckpointFile(folder.resolve("none")),
                            OptionalLong.of(signatures));
            assertEquals(List.of(), report.findings());
            assertEquals(REQUESTS, report.issued());
        }
    }

    private List<String> replies() throws IOException {
        Path replies = folder.resolve("replies");
        return Files.exists(replies) ? Files.readAllLines(replies) : List.of();
    }

    private static List<String> outcomes(DatabaseAccess access) {
        try (AuthorityDatabase database = AuthorityDatabase.attach(access, 2)) {
            return database.inTransaction("reading", connection -> {
                List<String> answers = new ArrayList<>();
                try (Statement statement = connection.createStatement();
                        var rows = statement.executeQuery("select encode(answer, 'hex') from issuance.outcome")) {
                    while (rows.next()) {
                        answers.add(rows.getString(1));
                    }
                }
                return answers;
            });
        }
    }

    /** Recovers what was left, answers three requests together, and writes the replies where the client sees them. */
    static final class Authority {

        private Authority() {}

        public static void main(String[] arguments) throws IOException {
            DatabaseAccess access = new DatabaseAccess(
                    arguments[0], new RoleLogin(arguments[1], arguments[2]), new RoleLogin(arguments[3], arguments[4]));
            Path folder = Path.of(arguments[5]);
            try (AuthorityDatabase database = AuthorityDatabase.attach(access, 2)) {
                IntentStore store =
                        IntentStoreTest.store(database, new TestIssuer("pca-1", 1, folder.resolve("journal")));
                IntentStoreTest.finish(store.recover(100));
                answerAll(store, folder);
            }
        }

        static void answerAll(IntentStore store, Path folder) throws IOException {
            List<IssuanceRequest> requests = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                requests.add(IntentStoreTest.request("device " + i, "x"));
            }
            IntentStoreTest.finish(store.admit(requests));
            StringBuilder replies = new StringBuilder();
            for (IssuanceRequest request : requests) {
                replies.append(IntentStoreTest.answerOf(store, request).hex()).append('\n');
            }
            Files.writeString(folder.resolve("replies"), replies, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
