package org.v2xscms.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.kernel.crash.ChildJvm;

class PostgresServerTest {

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();

    @Test
    void serverOfKilledRunIsStoppedAndItsDataKept() throws Exception {
        int exit = ChildJvm.of(KilledRun.class, folder.toString()).start().waitFor();
        assertEquals(KilledRun.EXIT, exit, "the child died without stopping its server");
        long orphan = postmaster();
        assertTrue(ProcessHandle.of(orphan).isPresent(), "the server outlived its run");

        try (PostgresServer server = PostgresServer.start(folder, OptionalInt.empty(), random)) {
            assertFalse(ProcessHandle.of(orphan).isPresent(), "the orphan is gone");
            DatabaseAccess access =
                    new EmbeddedDatabases(server, folder.resolve("passwords"), random).forAuthority("killed");
            try (Connection connection = connect(access);
                    Statement sql = connection.createStatement();
                    var rows = sql.executeQuery("select v from kept")) {
                assertTrue(rows.next());
                assertEquals(42, rows.getInt(1));
            }
            assertThrows(
                    IllegalStateException.class,
                    () -> PostgresServer.start(folder, OptionalInt.empty(), random),
                    "a folder in use is refused");
        }
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("superuser.password"))));
    }

    @Test
    void processNumberOfSomebodyElseIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Path data = Files.createDirectories(folder.resolve("data"));
            Files.writeString(data.resolve("postmaster.pid"), stranger.pid() + "\n" + data + "\n");
            OrphanedPostmaster.stop(data, java.time.Duration.ofSeconds(5));
            assertFalse(stranger.waitFor(0, TimeUnit.SECONDS));
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(
                access.jdbcUrl(), access.owner().role(), access.owner().password());
    }

    /** Starts a server, commits one row and dies at once. */
    static final class KilledRun {

        static final int EXIT = 9;

        private KilledRun() {}

        public static void main(String[] arguments) throws SQLException {
            Path folder = Path.of(arguments[0]);
            SecureRandom random = new SecureRandom();
            // Never closed: this run is killed with its server up.
            @SuppressWarnings("resource")
            PostgresServer server = PostgresServer.start(folder, OptionalInt.empty(), random);
            DatabaseAccess access =
                    new EmbeddedDatabases(server, folder.resolve("passwords"), random).forAuthority("killed");
            try (Connection connection = connect(access);
                    Statement sql = connection.createStatement()) {
                sql.execute("create table kept (v int)");
                sql.execute("insert into kept values (42)");
                Runtime.getRuntime().halt(EXIT);
            }
        }
    }
}
