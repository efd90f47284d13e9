package org.v2xscms.kernel.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;

/**
 * Calls another authority: octets over HTTP/1.1 and TLS 1.3, with a limit on the answer. A request carries the headers
 * HTTP needs and no others; nothing in it names an earlier request, a trace or this process.
 */
public final class BackEndChannel {

    private static final String OCTETS = "application/octet-stream";
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient client;
    private final Duration patience;
    private final int answerLimit;

    private BackEndChannel(HttpClient client, Duration patience, int answerLimit) {
        this.client = client;
        this.patience = patience;
        this.answerLimit = answerLimit;
    }

    /**
     * A channel that trusts the certificates in a PEM file and no others.
     *
     * @param trusted null for plain HTTP, which is refused for any host but loopback
     * @param patience how long an answer may take
     * @param answerLimit the greatest answer in octets
     */
    public static BackEndChannel trusting(@Nullable Path trusted, Duration patience, int answerLimit) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        if (trusted != null) {
            builder.sslContext(TlsTrust.in(trusted)).sslParameters(new SSLParameters(null, new String[] {"TLSv1.3"}));
        }
        return new BackEndChannel(builder.build(), patience, answerLimit);
    }

    /** What came back. */
    public sealed interface Reply {

        /**
         * An answer, of any status.
         *
         * @param error the error header, if there was one
         * @param retryAfter when to come back, if it was said
         */
        record Received(int status, Octets body, Optional<String> error, Optional<Duration> retryAfter)
                implements Reply {}

        /** No answer, or one over the limit: it is unknown whether the request took effect, so repeat it unchanged. */
        record NoAnswer() implements Reply {}
    }

    public Reply post(URI target, Octets body) throws InterruptedException {
        return send(request(target)
                .header("Content-Type", OCTETS)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    public Reply get(URI target) throws InterruptedException {
        return send(request(target).GET().build());
    }

    /** A request with headers of its own, which replace the usual ones; an empty body is none. */
    public Reply ask(String method, URI target, Map<String, String> headers, Octets body) throws InterruptedException {
        HttpRequest.Builder request = request(target)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    private HttpRequest.Builder request(URI target) {
        boolean loopback = "127.0.0.1".equals(target.getHost()) || "localhost".equals(target.getHost());
        if (!"https".equals(target.getScheme()) && !loopback) {
            throw new IllegalArgumentException("plain HTTP is for loopback only");
        }
        return HttpRequest.newBuilder(target)
                .timeout(patience)
                .setHeader("User-Agent", "scms")
                .header("Accept", OCTETS);
    }

    private Reply send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] body = in.readNBytes(answerLimit + 1);
                if (body.length > answerLimit) {
                    return new Reply.NoAnswer();
                }
                return new Reply.Received(
                        response.statusCode(),
                        Octets.of(body),
                        response.headers().firstValue(ErrorAnswers.ERROR_HEADER),
                        response.headers()
                                .firstValue("Retry-After")
                                .filter(value -> value.matches("\\d{1,6}"))
                                .map(value -> Duration.ofSeconds(Long.parseLong(value))));
            }
        } catch (IOException e) {
            return new Reply.NoAnswer();
        }
    }
}
