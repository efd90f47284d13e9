package org.v2xscms.kernel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.database.DatabaseAccess;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.kernel.http.BackEndChannel.Reply;

/** The rim of a running authority over plain HTTP on loopback, in the fine and in the coarse mode. */
class HttpRimTest {

    private static final int LIMIT = 1000;
    private static final Set<String> TOLD_IN_EVERY_ANSWER = Set.of("connection", "content-length", "date");

    private static ConfigurableApplicationContext fine;
    private static ConfigurableApplicationContext coarse;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        String[] common = {"--server.port=0", "--scms.http.body-limit=" + LIMIT};
        DatabaseAccess access = TestPostgres.newDatabase();
        List<String> migrations = List.of("classpath:database/own");
        fine = TestAuthority.start(access, migrations, null, common[0], common[1], "--scms.http.errors=fine");
        coarse = TestAuthority.start(access, migrations, null, common);
    }

    @AfterAll
    static void stop() {
        fine.close();
        coarse.close();
    }

    @Test
    void bodyAtTheLimitPasses() throws Exception {
        HttpResponse<byte[]> reply = post(fine, "/v3/echo", HttpRequest.BodyPublishers.ofByteArray(new byte[LIMIT]));
        assertEquals(200, reply.statusCode());
        assertEquals(LIMIT, reply.body().length);
    }

    @Test
    void bodyOverTheLimitIsRefusedWhetherItsLengthIsAnnouncedOrNot() throws Exception {
        int before = fine.getBean(TestAuthority.Operations.class).bodies.get();
        byte[] tooMuch = new byte[LIMIT + 1];
        for (HttpRequest.BodyPublisher body : List.of(
                HttpRequest.BodyPublishers.ofByteArray(tooMuch),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch)))) {
            HttpResponse<byte[]> reply = post(fine, "/v3/echo", body);
            assertEquals(400, reply.statusCode());
            assertEquals(Optional.of("400-42"), error(reply));
        }
        assertEquals(before, fine.getBean(TestAuthority.Operations.class).bodies.get());
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_PARSED,                     400, 400-42",
        "SIGNATURE_NOT_VERIFIED,         403, 403-43",
        "RA_MIN_WAIT,                    403, 403-711",
        "ENROLLMENT_CERTIFICATE_BLOCKED, 400, 400-20",
    })
    void fineModeTellsStatusAndNumber(ErrorNumber number, int status, String code) throws Exception {
        HttpResponse<byte[]> reply = get(fine, "/v3/refused?number=" + number);
        assertEquals(status, reply.statusCode());
        assertEquals(Optional.of(code), error(reply));
        assertEquals(0, reply.body().length);
    }

    @ParameterizedTest
    @CsvSource({"/v3/none, 404", "/v3/fault?device=x, 500", "/v3/echo, 405", "/v3/refused?number=NONE, 400"})
    void fineModeKeepsTheStatusOfWhatHttpRefuses(String path, int status) throws Exception {
        assertEquals(status, get(fine, path).statusCode());
    }

    @Test
    void fineModeSaysWhenToComeBack() throws Exception {
        HttpResponse<byte[]> reply = get(fine, "/v3/busy");
        assertEquals(503, reply.statusCode());
        assertEquals(Optional.of("7"), reply.headers().firstValue("Retry-After"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v3/refused?number=NOT_PARSED",
                "/v3/refused?number=SIGNATURE_NOT_VERIFIED",
                "/v3/refused?number=NONE",
                "/v3/refused",
                "/v3/busy",
                "/v3/fault?device=x",
                "/v3/none",
                "/v3/echo"
            })
    void coarseModeTellsABare500ForEverything(String path) throws Exception {
        HttpResponse<byte[]> reply = get(coarse, path);
        assertEquals(500, reply.statusCode());
        assertEquals(0, reply.body().length);
        assertEquals(TOLD_IN_EVERY_ANSWER, names(reply), "no header but what HTTP needs");
    }

    @Test
    void coarseModeRefusesALongBodyAndAnotherMediaTypeAlike() throws Exception {
        HttpResponse<byte[]> tooLong =
                post(coarse, "/v3/echo", HttpRequest.BodyPublishers.ofByteArray(new byte[LIMIT + 1]));
        HttpResponse<byte[]> text = client.send(
                HttpRequest.newBuilder(uri(coarse, "/v3/echo"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        for (HttpResponse<byte[]> reply : List.of(tooLong, text)) {
            assertEquals(500, reply.statusCode());
            assertEquals(0, reply.body().length);
        }
    }

    @Test
    void channelSendsNoHeaderThatCouldJoinTwoRequests() throws Exception {
        Reply.Received reply =
                assertInstanceOf(Reply.Received.class, channel(LIMIT).get(uri(fine, "/v3/headers")));
        assertEquals("accept,host,user-agent", new String(reply.body().toByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void channelCarriesOctetsErrorsAndWaits() throws Exception {
        BackEndChannel channel = channel(LIMIT);
        Octets body = Octets.ofHex("00ff10");
        assertEquals(
                new Reply.Received(200, body, Optional.empty(), Optional.empty()),
                channel.post(uri(fine, "/v3/echo"), body));
        assertEquals(
                new Reply.Received(403, Octets.EMPTY, Optional.of("403-43"), Optional.empty()),
                channel.get(uri(fine, "/v3/refused?number=SIGNATURE_NOT_VERIFIED")));
        assertEquals(
                new Reply.Received(503, Octets.EMPTY, Optional.empty(), Optional.of(Duration.ofSeconds(7))),
                channel.get(uri(fine, "/v3/busy")));
        assertEquals(new Reply.NoAnswer(), channel(2).post(uri(fine, "/v3/echo"), body));
        assertThrows(IllegalArgumentException.class, () -> channel.get(URI.create("http://example.org/")));
    }

    @Test
    void logNamesNoCallerNoQueryAndNoTrace() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        Level level = root.getLevel();
        root.setLevel(Level.INFO);
        try {
            get(fine, "/v3/fault?device=canary-4711");
            get(fine, "/v3/refused?number=canary-4711");
            get(fine, "/v3/canary-4711");
            client.send(
                    HttpRequest.newBuilder(uri(fine, "/v3/busy"))
                            .header("traceparent", "00-canary47110000000000000000000000-0000000000000000-01")
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            raw(fine, "GET /v3/busy?canary-4711[] HTTP/1.1\r\nHost: x\r\n\r\n");
        } finally {
            root.setLevel(level);
            root.detachAppender(log);
        }
        List<String> lines = log.list.stream()
                .map(event -> event.getFormattedMessage() + event.getMDCPropertyMap())
                .toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains("IllegalStateException")), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains("Unavailable")), lines::toString);
        assertFalse(
                lines.stream().anyMatch(line -> line.contains("canary") || line.contains("127.0.0.1")),
                lines::toString);
    }

    @Test
    void healthAndMetricsStandApartAndGiveNoDetails() throws Exception {
        String management = fine.getEnvironment().getRequiredProperty("local.management.port");
        assertEquals(
                "{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}", text(management, "/actuator/health"));
        get(fine, "/v3/refused?number=WRONG_RA");
        String metrics = text(management, "/actuator/prometheus");
        assertTrue(metrics.contains("scms_refused_total{reason=\"400-81\"}"), metrics);
        assertFalse(metrics.contains("127.0.0.1"));
        assertFalse(metrics.contains("number="));
        assertEquals(404, get(fine, "/actuator/health").statusCode(), "not on the public port");
        assertEquals(404, statusOf(management, "/actuator/env"));
    }

    @Test
    void requestUnderWayIsFinishedWhenTheAuthorityStops() throws Exception {
        ConfigurableApplicationContext stopping = TestAuthority.start(null, "--server.port=0");
        TestAuthority.Operations operations = stopping.getBean(TestAuthority.Operations.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<byte[]>> slow = threads.submit(() -> get(stopping, "/v3/slow"));
            operations.entered.await();
            Future<?> stop = threads.submit(stopping::close);
            while (accepts(stopping)) {
                Thread.onSpinWait();
            }
            operations.proceed.countDown();
            assertEquals("finished", new String(slow.get().body(), StandardCharsets.UTF_8));
            stop.get();
        }
    }

    @Test
    void entityThatDoesNotFitTheSchemaStopsTheStart() {
        assertThrows(
                RuntimeException.class,
                () -> TestAuthority.start(
                        TestPostgres.newDatabase(), List.of("classpath:database/unfit"), null, "--server.port=0"));
    }

    private static BackEndChannel channel(int answerLimit) {
        return BackEndChannel.trusting(null, Duration.ofSeconds(10), answerLimit);
    }

    private static URI uri(ConfigurableApplicationContext authority, String path) {
        return URI.create("http://127.0.0.1:" + TestAuthority.port(authority) + path);
    }

    private HttpResponse<byte[]> get(ConfigurableApplicationContext authority, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(authority, path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(
            ConfigurableApplicationContext authority, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(authority, path))
                        .header("Content-Type", "application/octet-stream")
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private String text(String port, String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private int statusOf(String port, String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void raw(ConfigurableApplicationContext authority, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), TestAuthority.port(authority))) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    private static boolean accepts(ConfigurableApplicationContext authority) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), TestAuthority.port(authority))) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> error(HttpResponse<?> reply) {
        return reply.headers().firstValue(ErrorAnswers.ERROR_HEADER);
    }

    private static Set<String> names(HttpResponse<?> reply) {
        return reply.headers().map().keySet();
    }
}
