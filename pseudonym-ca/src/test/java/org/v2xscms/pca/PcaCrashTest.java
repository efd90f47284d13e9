package org.v2xscms.pca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.kernel.authority.AuthorityStart;
import org.v2xscms.kernel.crash.ChildJvm;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.messages.CertificateBatch;
import org.v2xscms.messages.CertificateBatchResponse;
import org.v2xscms.messages.CertificateOutcome;

/** The authority's process is killed between intent, signature, store and reply, and started again. */
class PcaCrashTest {

    private static final List<TestDevice.Kind> KINDS = List.of(TestDevice.Kind.values());
    private static final List<CertificateType> TYPES = List.of(CertificateType.values());
    private static final int REQUESTS = 4;
    private static final String READY = "ready";

    @TempDir
    private Path folder;

    /** The columns say how many intents and answers were durable when the process died. */
    @ParameterizedTest
    @CsvSource({
        "intent.asked,    0, 0",
        "intent.intended, 4, 0",
        "intent.signed:3, 4, 0",
        "intent.stored,   4, 4",
    })
    void everyRequestGetsItsOneCertificateWhereverTheProcessDies(String point, int intents, int answers)
            throws Exception {
        try (TestCa ca = new TestCa(folder, false)) {
            Map<TestDevice, Octets> requests = new HashMap<>();
            List<TestDevice> devices = new ArrayList<>();
            for (int n = 0; n < REQUESTS; n++) {
                TestDevice device = new TestDevice(ca.linkage, KINDS.get(n % 3), TYPES.get(n % 2), ca.present());
                devices.add(device);
                requests.put(device, device.request(ca.present(), n));
            }
            PeerClient.Reply lost;
            Octets sealed;
            Process dying = start(ca, child(ca).crashingAt(point));
            try {
                ca.offerKeys();
                PeerClient client = ca.client(ca.ra);
                sealed = client.seal(
                        new CertificateBatch(devices.stream().map(requests::get).toList()));
                lost = client.send(sealed);
                assertEquals(CrashPoints.EXIT_CODE, dying.waitFor());
            } finally {
                dying.destroyForcibly();
            }
            assertInstanceOf(PeerClient.Reply.NoAnswer.class, lost);
            List<List<String>> plans = ca.rows("select request_id, to_be_signed from issuance.intent order by 1");
            List<List<String>> durable = ca.rows("select request_id, answer from issuance.outcome order by 1");
            assertEquals(intents, plans.size());
            assertEquals(answers, durable.size());
            assertEquals(answers, ca.rows("select 1 from pca.issued").size());

            Process again = start(ca, child(ca));
            try {
                assertEquals(intents, ca.rows("select 1 from issuance.outcome").size(), "finished before anybody asks");
                List<CertificateOutcome> outcomes = answer(ca, sealed);
                assertEquals(outcomes, answer(ca, sealed));
                Set<Octets> linkageValues = new HashSet<>();
                for (int n = 0; n < REQUESTS; n++) {
                    HashedCertificate certificate = devices.get(n)
                            .open(TestCa.response(outcomes.get(n)), ca.present(), n, ca.certificate(), ca.key());
                    LinkageData data = (LinkageData)
                            certificate.certificate().toBeSigned().value().id();
                    assertEquals(
                            devices.get(n).linkageValue(ca.present(), n),
                            data.linkageValue().octets());
                    linkageValues.add(data.linkageValue().octets());
                }
                assertEquals(REQUESTS, linkageValues.size());
                List<List<String>> plansNow =
                        ca.rows("select request_id, to_be_signed from issuance.intent order by 1");
                assertEquals(REQUESTS, plansNow.size());
                assertTrue(plansNow.containsAll(plans), "only stored plans are signed");
                List<List<String>> answersNow = ca.rows("select request_id, answer from issuance.outcome order by 1");
                assertEquals(REQUESTS, answersNow.size());
                assertTrue(answersNow.containsAll(durable), "what was durable did not change");
                assertEquals(REQUESTS, ca.rows("select 1 from pca.issued").size());
            } finally {
                again.destroyForcibly();
                again.waitFor();
            }
        }
    }

    private static List<CertificateOutcome> answer(TestCa ca, Octets sealed) throws InterruptedException {
        PeerClient.Reply.Answer answer =
                assertInstanceOf(PeerClient.Reply.Answer.class, ca.client(ca.ra).send(sealed));
        return assertInstanceOf(CertificateBatchResponse.class, answer.pdu()).outcomes();
    }

    private ChildJvm child(TestCa ca) throws IOException {
        Map<String, Object> settings = ca.settings();
        try (ServerSocket free = new ServerSocket(0)) {
            ca.at(free.getLocalPort());
            settings.put("server.port", Integer.toString(free.getLocalPort()));
        }
        Properties properties = new Properties();
        properties.putAll(settings);
        Path file = folder.resolve("pca.settings");
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return ChildJvm.of(
                Authority.class, file.toString(), folder.resolve(READY).toString());
    }

    /** Starts the child and waits until it serves. */
    private Process start(TestCa ca, ChildJvm child) throws Exception {
        Files.deleteIfExists(folder.resolve(READY));
        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process process = child.start();
            while (!Files.exists(folder.resolve(READY))) {
                var key = watch.poll(120, TimeUnit.SECONDS);
                assertNotNull(key, "the authority on port " + ca.port() + " did not start");
                key.pollEvents();
                key.reset();
            }
            return process;
        }
    }

    /** The authority in a process of its own, at the test's time. */
    static final class Authority {

        private Authority() {}

        public static void main(String[] arguments) throws Exception {
            Properties properties = new Properties();
            try (var in = Files.newInputStream(Path.of(arguments[0]))) {
                properties.load(in);
            }
            Map<String, Object> settings = new HashMap<>();
            properties.forEach((name, value) -> settings.put(name.toString(), value));
            AuthorityStart.start(PseudonymCaMain.class, settings, () -> TestLinkage.NOW);
            Files.createFile(Path.of(arguments[1]));
            new CountDownLatch(1).await();
        }
    }
}
