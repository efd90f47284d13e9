package org.v2xscms.eca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.crash.ChildJvm;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.database.DatabaseAccess;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.rootca.TestTrust;

/** The ECA's process is killed between intent, signature, store and reply, and started again. */
class EnrollmentCrashTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String DEVICE = "device-1";
    private static final KeyPair CANONICAL = KeyPair.generate(Curve.NIST_P256, TestEca.RANDOM);

    @TempDir
    private static Path folder;

    private static TestTrust trust;

    @BeforeAll
    static void makeTrust() {
        trust = TestTrust.create(folder, InstantSource.fixed(NOW), "eca");
    }

    @AfterAll
    static void close() {
        trust.close();
    }

    /** The columns say how many answers were durable at the crash and how often the intent was begun in all. */
    @ParameterizedTest
    @CsvSource({
        "intent.asked, EXPLICIT, 0, 1",
        "intent.intended, EXPLICIT, 0, 2",
        "intent.signed, EXPLICIT, 0, 2",
        "intent.signed, IMPLICIT, 0, 2",
        "intent.stored, IMPLICIT, 1, 1",
    })
    void deviceGetsOneAnswerWhereverTheProcessDies(String point, CertificateType type, int durable, int begun)
            throws Exception {
        DatabaseAccess database = TestPostgres.newDatabase();
        Map<String, Object> settings = TestEca.settings(folder, database);
        Asked asked = Asked.by(DEVICE, NOW);
        asked.type = type;
        Octets request = asked.signedBy(CANONICAL);

        try (Child child = new Child(settings, point)) {
            assertEquals(
                    200, TestEca.register(child.base, NOW, DEVICE, CANONICAL).statusCode());
            assertThrows(UncheckedIOException.class, () -> enroll(child.base, request), "killed before the reply");
            assertEquals(CrashPoints.EXIT_CODE, child.process.waitFor());
        }
        assertEquals(durable, count(database, "select count(*) from issuance.outcome"));

        try (ConfigurableApplicationContext restarted = start(settings)) {
            Octets answer = Octets.of(enroll(base(restarted), request).body());
            asked.accept(answer, request, trust, NOW);
            assertEquals(answer, Octets.of(enroll(base(restarted), request).body()));
        }
        assertEquals(1, count(database, "select count(*) from issuance.outcome where answer is not null"));
        assertEquals(0, count(database, "select count(*) from issuance.pending"));
        assertEquals(begun, count(database, "select count(*) from audit.record where kind = 'INTEND'"));
        assertEquals(1, count(database, "select count(*) from eca.enrollment"));
    }

    private static HttpResponse<byte[]> enroll(URI base, Octets request) {
        return TestEca.post(base, EnrollmentController.PATH, request, Map.of());
    }

    private static ConfigurableApplicationContext start(Map<String, Object> settings) {
        return AuthorityStart.start(EnrollmentCaMain.class, settings, InstantSource.fixed(NOW));
    }

    private static URI base(ConfigurableApplicationContext authority) {
        return URI.create("http://127.0.0.1:" + AuthorityStart.port(authority));
    }

    private static int count(DatabaseAccess access, String query) {
        try (AuthorityDatabase database = AuthorityDatabase.attach(access, 1)) {
            return database.inTransaction("counting", connection -> {
                try (Statement statement = connection.createStatement();
                        var row = statement.executeQuery(query)) {
                    row.next();
                    return row.getInt(1);
                }
            });
        }
    }

    /** An ECA in a process of its own, which dies at {@code crashPoint}. */
    private static final class Child implements AutoCloseable {

        final Process process;
        final URI base;

        Child(Map<String, Object> settings, String crashPoint) throws IOException {
            Path file = folder.resolve("eca.properties");
            Properties properties = new Properties();
            properties.putAll(settings);
            try (var writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            try (ServerSocket ready = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                ready.setSoTimeout((int) Duration.ofMinutes(3).toMillis());
                process = ChildJvm.of(Main.class, file.toString(), Integer.toString(ready.getLocalPort()))
                        .crashingAt(crashPoint)
                        .start();
                try (Socket child = ready.accept();
                        DataInputStream in = new DataInputStream(child.getInputStream())) {
                    base = URI.create("http://127.0.0.1:" + in.readInt());
                }
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    /** Starts the ECA at a fixed time and says on which port. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) throws IOException {
            Properties properties = new Properties();
            try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
                properties.load(reader);
            }
            Map<String, Object> settings = new HashMap<>();
            properties.forEach((name, value) -> settings.put(name.toString(), value));
            int port = AuthorityStart.port(EnrollmentCrashTest.start(settings));
            try (Socket parent = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
                    DataOutputStream out = new DataOutputStream(parent.getOutputStream())) {
                out.writeInt(port);
            }
        }
    }
}
