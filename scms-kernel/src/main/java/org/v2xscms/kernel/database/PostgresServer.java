package org.v2xscms.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.v2xscms.kernel.files.PrivateFiles;

/**
 * A PostgreSQL server of our own over one data folder, durable and reachable from this machine with a password only.
 *
 * <p>The folder is locked while the server belongs to a living process, so a server that still runs when the lock is
 * free was left over by a killed run and is stopped before the folder is used. The folder holds
 * {@code postgresql-<version>/} (programs), {@code data/} (the cluster), {@code server.log},
 * {@code superuser.password} and {@code lock}.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PORT_ATTEMPTS = 5;

    private final Path folder;
    private final Path data;
    private final PostgresBinaries binaries;
    private final FileChannel lockFile;
    private final String superuserPassword;
    private final int port;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private PostgresServer(
            Path folder, PostgresBinaries binaries, FileChannel lockFile, String superuserPassword, int port) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.binaries = binaries;
        this.lockFile = lockFile;
        this.superuserPassword = superuserPassword;
        this.port = port;
    }

    /**
     * Starts the server over {@code folder}, creating what is missing.
     *
     * @param fixedPort the port to listen on; any free one when empty
     * @throws IllegalStateException if another living process uses the folder or the server does not come up
     */
    public static PostgresServer start(Path folder, OptionalInt fixedPort, SecureRandom random) {
        Path root = folder.toAbsolutePath();
        try {
            PrivateFiles.createFolder(root);
            FileChannel lock = lock(root);
            try {
                OrphanedPostmaster.stop(root.resolve("data"), PATIENCE);
                PostgresBinaries binaries = PostgresBinaries.unpackedIn(root);
                String password = PasswordFile.readOrCreate(root.resolve("superuser.password"), random);
                createCluster(root, binaries);
                return startOnPort(root, binaries, lock, password, fixedPort);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL in " + root, e);
        }
    }

    /**
     * Stops a server that a killed run left over {@code folder}; does nothing where there is none.
     *
     * @throws IllegalStateException if another living process uses the folder
     */
    public static void stopLeftOver(Path folder) {
        Path root = folder.toAbsolutePath();
        if (!Files.isDirectory(root)) {
            return;
        }
        try {
            FileChannel held = lock(root);
            try {
                OrphanedPostmaster.stop(root.resolve("data"), PATIENCE);
            } finally {
                held.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop a left-over PostgreSQL in " + root, e);
        }
    }

    public int port() {
        return port;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    RoleLogin superuser() {
        return new RoleLogin("postgres", superuserPassword);
    }

    /** Stops the server, ending open sessions, and frees the folder. */
    @Override
    public void close() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        try (lockFile) {
            run(binaries.command("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w"), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop PostgreSQL in " + folder, e);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("the database folder " + root + " is in use by another run");
        }
        return channel;
    }

    private static void createCluster(Path root, PostgresBinaries binaries) throws IOException {
        Path data = root.resolve("data");
        if (Files.isDirectory(data)) {
            return;
        }
        // Made aside and moved: a folder called "data" is always complete.
        Path aside = root.resolve("data.new");
        PrivateFiles.removeFolder(aside);
        run(
                binaries.command(
                        "initdb",
                        "--pgdata=" + aside,
                        "--username=postgres",
                        "--pwfile=" + root.resolve("superuser.password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C"),
                root);
        Files.writeString(aside.resolve("postgresql.conf"), "\ninclude = 'durable.conf'\n", StandardOpenOption.APPEND);
        Files.writeString(aside.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static PostgresServer startOnPort(
            Path root, PostgresBinaries binaries, FileChannel lock, String password, OptionalInt fixedPort)
            throws IOException {
        Path data = root.resolve("data");
        for (int attempt = 1; ; attempt++) {
            int port = fixedPort.isPresent() ? fixedPort.getAsInt() : freePort();
            Files.writeString(data.resolve("durable.conf"), settings(port));
            try {
                run(
                        binaries.command(
                                "pg_ctl",
                                "start",
                                "-D",
                                data.toString(),
                                "-w",
                                "-t",
                                Long.toString(PATIENCE.toSeconds()),
                                "-l",
                                root.resolve("server.log").toString()),
                        root);
                return new PostgresServer(root, binaries, lock, password, port);
            } catch (IllegalStateException e) {
                // Somebody may have taken the free port before the server did.
                if (fixedPort.isPresent() || attempt == PORT_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /**
     * Durable, on loopback only, and silent about statements and values: an error report of the server would
     * otherwise copy keys and identifiers into its log.
     */
    private static String settings(int port) {
        return """
                port = %d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 300
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_min_messages = 'warning'
                log_error_verbosity = 'terse'
                log_min_error_statement = 'panic'
                log_statement = 'none'
                log_connections = ''
                log_disconnections = off
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_min_duration_statement = -1
                """.formatted(port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command, Path root) throws IOException {
        Path output = root.resolve("command.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE.toSeconds() + 5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("no answer from " + command.getFirst());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL was starting or stopping", e);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "PostgreSQL command failed: " + Files.readString(output).strip());
        }
    }
}
