package org.v2xscms.obu.transport;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;

/**
 * HTTP by the platform's client: TLS 1.3 only, plain HTTP to this machine only, no redirects, bounded in time and octets.
 *
 * <p>The platform's client has threads of its own, which {@link #close} ends; this class adds none. Safe for threads.
 */
public final class HttpTransport implements Transport, AutoCloseable {

    private static final String OCTETS = "application/octet-stream";

    private final HttpClient client;
    private final Duration patience;

    private HttpTransport(HttpClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /**
     * A transport that trusts the servers {@code tls} trusts.
     *
     * @param patience longest wait for a connection, and again for the whole answer
     */
    public static HttpTransport of(SSLContext tls, Duration patience) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .sslParameters(parameters)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
        return new HttpTransport(client, patience);
    }

    @Override
    public Reply send(Call call) {
        if (!isProtected(call.uri())) {
            return new Reply.NoAnswer("not sent: plain HTTP is for this machine alone, not for " + call.uri());
        }
        AtomicReference<@Nullable Begun> begun = new AtomicReference<>();
        CompletableFuture<HttpResponse<BoundedBody.Received>> answer = client.sendAsync(request(call), head -> {
            BoundedBody body = new BoundedBody(call.limit());
            begun.set(new Begun(head, body));
            return body;
        });
        try {
            HttpResponse<BoundedBody.Received> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return answer(response.statusCode(), response.headers(), response.body());
        } catch (ExecutionException broken) {
            return begun(begun.get(), String.valueOf(broken.getCause()));
        } catch (TimeoutException slow) {
            answer.cancel(true);
            return begun(begun.get(), "no answer within " + patience);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.NoAnswer("interrupted");
        }
    }

    /** An answer of which the head has arrived. */
    private record Begun(HttpResponse.ResponseInfo head, BoundedBody body) {}

    /** As much of an answer as there is. */
    private static Reply begun(@Nullable Begun begun, String reason) {
        if (begun == null) {
            return new Reply.NoAnswer(reason);
        }
        begun.body().end(false);
        BoundedBody.Received received =
                begun.body().getBody().toCompletableFuture().join();
        return answer(begun.head().statusCode(), begun.head().headers(), received);
    }

    private static HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).header("Accept", OCTETS);
        call.headers().forEach(request::header);
        Octets body = call.body();
        return body == null
                ? request.GET().build()
                : request.header("Content-Type", OCTETS)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build();
    }

    private static Reply answer(int status, HttpHeaders received, BoundedBody.Received body) {
        Map<String, String> headers = new HashMap<>();
        received.map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Reply.Answer(status, headers, body.body(), body.whole());
    }

    private static boolean isProtected(URI uri) {
        return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isThisMachine(uri.getHost()));
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
