package org.v2xscms.ra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.crash.ChildJvm;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.TestPostgres;

/** The process is killed at each step of provisioning; the device repeats itself and gets its batch, nothing twice. */
class RaCrashTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ra.request.stored",
                "ra.linkage.fetched",
                "ra.week.stored",
                "ra.batch.answered",
                "ra.answers.stored"
            })
    void deviceGetsItsBatchWhereverTheProcessDies(String point) throws Exception {
        try (RaFixture fixture = new RaFixture(folder, TestPostgres.newDatabase())) {
            TestDevice device = TestDevice.enrolled(fixture.trust, fixture.clock, CertificateType.EXPLICIT);
            TestDevice.Asked asked = device.ask(TestDevice.Kind.UNIFIED, CertificateType.EXPLICIT);
            Octets spdu = device.spdu(asked.request());
            Process killed = child(fixture).crashingAt(point).start();
            URI base = address(killed);
            if (point.equals("ra.request.stored")) {
                assertThrows(IOException.class, () -> post(fixture, base, spdu), "it died before it answered");
            } else {
                assertEquals("200", RaFixture.outcome(post(fixture, base, spdu)));
            }
            assertEquals(CrashPoints.EXIT_CODE, killed.waitFor());

            fixture.start();
            HttpResponse<byte[]> retry = fixture.request(spdu);
            assertEquals("200", RaFixture.outcome(retry));
            assertEquals(
                    Octets.of(retry.body()), Octets.of(fixture.request(spdu).body()));
            fixture.round();
            assertBatchIsWhole(fixture, device, asked, spdu);
        }
    }

    private static void assertBatchIsWhole(RaFixture fixture, TestDevice device, TestDevice.Asked asked, Octets spdu)
            throws Exception {
        int i = fixture.peers.toLa.getFirst().firstI().value();
        String name = TestDevice.requestHash(spdu) + "_" + Integer.toHexString(i) + ".zip";
        HttpResponse<byte[]> file = device.download(fixture.http, fixture.base(), name);
        assertEquals("200", RaFixture.outcome(file));
        Map<String, Octets> entries = Answers.entries(file.body());
        for (int j = 0; j < 3; j++) {
            Answers.open(fixture.trust, asked, Answers.entry(entries, Integer.toHexString(i) + "_" + j), i, j);
        }
        Set<Octets> sent = new HashSet<>();
        fixture.peers.batches.forEach(sent::addAll);
        assertEquals(9, sent.size(), "the ACA saw one request for each certificate, however often");
        assertEquals(9, fixture.peers.issued.size());
        assertTrue(fixture.peers.toLa.stream().allMatch(request -> request.weeks() == 3));
    }

    private static HttpResponse<byte[]> post(RaFixture fixture, URI base, Octets spdu) throws Exception {
        return fixture.http.send(
                HttpRequest.newBuilder(base.resolve("/v3/authorization-certificate"))
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(spdu.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private ChildJvm child(RaFixture fixture) throws IOException {
        Properties settings = new Properties();
        fixture.settings.forEach((key, value) -> settings.setProperty(key, value.toString()));
        settings.setProperty("scms.ra.worker", "true");
        settings.setProperty("scms.ra.interval", "50ms");
        try (var out = Files.newBufferedWriter(folder.resolve("settings"))) {
            settings.store(out, null);
        }
        return ChildJvm.of(Authority.class, folder.toString());
    }

    private URI address(Process child) throws IOException, InterruptedException {
        Path port = folder.resolve("port");
        while (!Files.exists(port)) {
            if (!child.isAlive()) {
                throw new IOException("the child did not start");
            }
            child.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return URI.create("http://127.0.0.1:" + Files.readString(port));
    }

    /** The registration authority in a process of its own, under the clock of the test. */
    static final class Authority {

        private Authority() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path folder = Path.of(arguments[0]);
            Properties settings = new Properties();
            settings.load(new StringReader(Files.readString(folder.resolve("settings"))));
            Map<String, Object> properties = new HashMap<>();
            settings.forEach((key, value) -> properties.put(key.toString(), value));
            ConfigurableApplicationContext ra =
                    AuthorityStart.start(RaMain.class, properties, InstantSource.fixed(RaFixture.NOW));
            Path aside = Files.write(folder.resolve("port.new"), List.of());
            Files.writeString(aside, Integer.toString(AuthorityStart.port(ra)));
            Files.move(aside, folder.resolve("port"), StandardCopyOption.ATOMIC_MOVE);
            Thread.currentThread().join();
        }
    }
}
