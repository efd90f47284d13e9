package org.v2xscms.kernel.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.http.BackEndChannel.Reply;
import org.v2xscms.kernel.time.SteppableClock;

class TransportTest {

    @TempDir
    private static Path folder;

    private static TlsFiles files;
    private static ConfigurableApplicationContext authority;

    @BeforeAll
    static void start() {
        files = TransportCa.in(folder, InstantSource.system(), new SecureRandom())
                .filesFor("pca", List.of());
        authority = TestAuthority.start(files, "--server.port=0");
    }

    @AfterAll
    static void stop() {
        authority.close();
    }

    @Test
    void channelReachesAnAuthorityWhoseCaItTrusts() throws Exception {
        Octets body = Octets.ofHex("0102");
        Reply.Received reply =
                assertInstanceOf(Reply.Received.class, trusting(files.trusted()).post(uri(), body));
        assertEquals(body, reply.body());
    }

    @Test
    void channelRefusesAnAuthorityOfAnotherCa(@TempDir Path other) throws Exception {
        TlsFiles strange = TransportCa.in(other, InstantSource.system(), new SecureRandom())
                .filesFor("pca", List.of());
        assertEquals(new Reply.NoAnswer(), trusting(strange.trusted()).post(uri(), Octets.EMPTY));
    }

    @Test
    void serverSpeaksTls13Only() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAnything()}, null);
        for (String version : List.of("TLSv1.3", "TLSv1.2")) {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(context)
                    .sslParameters(new SSLParameters(null, new String[] {version}))
                    .build();
            HttpRequest request =
                    HttpRequest.newBuilder(uri().resolve("/v3/headers")).build();
            if (version.equals("TLSv1.3")) {
                assertEquals(
                        200,
                        client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode());
            } else {
                assertThrows(IOException.class, () -> client.send(request, HttpResponse.BodyHandlers.discarding()));
            }
        }
    }

    @Test
    void certificateIsKeptAcrossStartsAndRenewedBeforeItEnds(@TempDir Path own) throws IOException {
        SteppableClock clock = new SteppableClock(Instant.parse("2026-03-01T00:00:00Z"));
        byte[] first = issue(own, clock);
        byte[] root = Files.readAllBytes(own.resolve("ca.pem"));
        clock.step(Duration.ofDays(360));
        assertArrayEquals(first, issue(own, clock));
        clock.step(Duration.ofDays(10));
        assertFalse(Arrays.equals(first, issue(own, clock)));
        assertArrayEquals(root, Files.readAllBytes(own.resolve("ca.pem")));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve("ca.key"))));
    }

    private static byte[] issue(Path folder, InstantSource clock) throws IOException {
        TransportCa ca = TransportCa.in(folder, clock, new SecureRandom());
        return Files.readAllBytes(ca.filesFor("ra", List.of("ra.example.org")).certificate());
    }

    private static BackEndChannel trusting(Path pem) {
        return BackEndChannel.trusting(pem, Duration.ofSeconds(10), 1000);
    }

    private static URI uri() {
        return URI.create("https://localhost:" + TestAuthority.port(authority) + "/v3/echo");
    }

    /** Lets the protocol version alone decide. */
    private static final class TrustAnything implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
