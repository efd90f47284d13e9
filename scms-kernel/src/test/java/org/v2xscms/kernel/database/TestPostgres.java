package org.v2xscms.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.v2xscms.kernel.files.PrivateFiles;

/**
 * One PostgreSQL server for all tests of a JVM, stopped and removed with it. Every caller gets a database of its own,
 * so tests need not clean up.
 */
public final class TestPostgres {

    private static final TestPostgres INSTANCE = start();

    private final EmbeddedDatabases databases;
    private final AtomicInteger created = new AtomicInteger();

    private TestPostgres(EmbeddedDatabases databases) {
        this.databases = databases;
    }

    /** A new, empty database with its two roles. */
    public static DatabaseAccess newDatabase() {
        return INSTANCE.databases.forAuthority("test" + INSTANCE.created.incrementAndGet());
    }

    private static TestPostgres start() {
        try {
            Path folder = Files.createTempDirectory("scms-test-postgres");
            SecureRandom random = new SecureRandom();
            PostgresServer server = PostgresServer.start(folder, OptionalInt.empty(), random);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                try {
                    PrivateFiles.removeFolder(folder);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            return new TestPostgres(new EmbeddedDatabases(server, folder.resolve("passwords"), random));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
