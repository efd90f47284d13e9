package org.v2xscms.obu.transport;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;

/** Takes a body up to a limit and keeps what arrived where the connection breaks, so that a download can be resumed. */
final class BoundedBody implements HttpResponse.BodySubscriber<BoundedBody.Received> {

    /** What arrived, and whether it is all. */
    record Received(Octets body, boolean whole) {}

    private final int limit;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final CompletableFuture<Received> received = new CompletableFuture<>();

    private Flow.@Nullable Subscription subscription;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<Received> getBody() {
        return received;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(1);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] chunk = new byte[Math.min(buffer.remaining(), limit - body.size())];
            boolean tooMuch = chunk.length < buffer.remaining();
            buffer.get(chunk);
            body.writeBytes(chunk);
            if (tooMuch) {
                end(false);
                return;
            }
        }
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable broken) {
        end(false);
    }

    @Override
    public void onComplete() {
        end(true);
    }

    /** Ends the body here, after a timeout or at the limit. */
    synchronized void end(boolean whole) {
        received.complete(new Received(Octets.of(body.toByteArray()), whole));
        if (!whole && subscription != null) {
            subscription.cancel();
        }
    }
}
