package org.v2xscms.la.offer;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.kernel.exchange.Peers;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.messages.Accepted;
import org.v2xscms.messages.LinkageKeyOffer;

/** Offers the ACA the key for pre-linkage values at each start, again and again until the ACA has it. */
public final class KeyOffer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyOffer.class);
    private static final String ACA = "pca";

    private final Peers peers;
    private final LinkageKeyOffer offer;
    private final Duration retry;
    private volatile @Nullable ScheduledExecutorService worker;
    private volatile boolean accepted;

    /** @param retry how long to wait after an attempt without success */
    public KeyOffer(Peers peers, LinkageKeyOffer offer, Duration retry) {
        this.peers = peers;
        this.offer = offer;
        this.retry = retry;
    }

    /** Whether the ACA said that it keeps the key. */
    public boolean isAccepted() {
        return accepted;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("key-offer").factory());
        worker = started;
        started.execute(() -> attempt(started));
    }

    private void attempt(ScheduledExecutorService on) {
        try {
            PeerClient aca = peers.client(ACA, Role.ACA);
            // Sealed anew each time: the ACA takes messages of the last moments only.
            Octets sealed = aca.seal(offer);
            switch (aca.send(sealed)) {
                case PeerClient.Reply.Answer(Accepted _, var signed) -> {
                    accepted = true;
                    LOG.info("the ACA has the key for pre-linkage values");
                }
                case PeerClient.Reply.Answer answer -> again(on, "the ACA refuses it");
                case PeerClient.Reply.NoAnswer none -> again(on, none.reason());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // No certificate yet, a busy vault: nothing ends the attempts but the end of the process.
            again(on, String.valueOf(e.getMessage()));
        }
    }

    private void again(ScheduledExecutorService on, String reason) {
        LOG.info("the key for pre-linkage values is offered again: {}", reason);
        if (!on.isShutdown()) {
            var _ = on.schedule(() -> attempt(on), retry.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = worker;
        worker = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
