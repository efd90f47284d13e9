package org.v2xscms.obu.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.Octets;

/** Every answer is bounded, every way to fail is a reply, and nothing secret leaves this machine in plain. */
class HttpTransportTest {

    private static final Octets BODY = Octets.ofHex("0123456789abcdef");

    private final HttpServer server;
    private final HttpTransport transport;
    /** For servers that never finish. */
    private final HttpTransport impatient;

    private final CountDownLatch never = new CountDownLatch(1);

    HttpTransportTest() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        transport = HttpTransport.of(SSLContext.getDefault(), Duration.ofSeconds(30));
        impatient = HttpTransport.of(SSLContext.getDefault(), Duration.ofSeconds(2));
        server.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders()
                    .add("X-Type", exchange.getRequestHeaders().getFirst("Content-Type"));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/cut", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(BODY.toByteArray());
            exchange.getResponseBody().flush();
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/echo");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.createContext("/stalled", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(BODY.toByteArray());
            exchange.getResponseBody().flush();
            awaitTheEnd();
            exchange.close();
        });
        server.createContext("/silent", exchange -> {
            awaitTheEnd();
            exchange.close();
        });
        server.start();
    }

    private void awaitTheEnd() throws IOException {
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @AfterEach
    void stop() {
        never.countDown();
        transport.close();
        impatient.close();
        server.stop(0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private Reply.Answer answer(Call call) {
        Reply reply = transport.send(call);
        return assertInstanceOf(Reply.Answer.class, reply, reply.toString());
    }

    @Test
    void bodyGoesAsOctetsAndComesBackWhole() {
        Reply.Answer answer = answer(Call.post(at("/echo"), BODY, 8));
        assertEquals(BODY, answer.body());
        assertTrue(answer.whole());
        assertEquals("application/octet-stream", answer.header("X-TYPE").orElseThrow());
    }

    @Test
    void bodyEndsAtTheLimit() {
        Reply.Answer answer = answer(Call.post(at("/echo"), BODY, 7));
        assertEquals(BODY.slice(0, 7), answer.body());
        assertFalse(answer.whole());
    }

    @Test
    void whatCameBeforeTheConnectionBrokeOrStalledIsKept() {
        for (Reply reply : List.of(
                transport.send(Call.get(at("/cut"), Map.of(), 100)),
                impatient.send(Call.get(at("/stalled"), Map.of(), 100)))) {
            Reply.Answer answer = assertInstanceOf(Reply.Answer.class, reply, reply.toString());
            assertEquals(BODY, answer.body());
            assertFalse(answer.whole());
        }
    }

    @Test
    void redirectsAreNotFollowed() {
        assertEquals(307, answer(Call.get(at("/moved"), Map.of(), 100)).status());
    }

    @Test
    void silenceIsNoAnswer() {
        assertInstanceOf(Reply.NoAnswer.class, impatient.send(Call.get(at("/silent"), Map.of(), 100)));
    }

    @Test
    void plainHttpIsForThisMachine() {
        Reply reply = transport.send(Call.get(URI.create("http://192.0.2.1/"), Map.of(), 100));
        assertTrue(
                assertInstanceOf(Reply.NoAnswer.class, reply).reason().startsWith("not sent: plain HTTP"),
                reply.toString());
    }

    @Test
    void serverThatSpeaksNoTlsIsNotSpokenTo() {
        URI tls = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/echo");
        assertInstanceOf(Reply.NoAnswer.class, transport.send(Call.post(tls, BODY, 100)));
    }
}
