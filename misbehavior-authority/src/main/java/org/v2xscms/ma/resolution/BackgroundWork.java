package org.v2xscms.ma.resolution;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The thread behind {@link RevocationWork}: a pass at start, then one every while and whenever an operator decided. */
public final class BackgroundWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RevocationWork work;
    private final Duration retry;
    private final boolean enabled;
    private final LinkedBlockingQueue<Boolean> wake = new LinkedBlockingQueue<>(1);
    private @Nullable Thread thread;
    private List<String> reported = List.of();

    /** @param enabled whether there is a thread at all */
    public BackgroundWork(RevocationWork work, Duration retry, boolean enabled) {
        this.work = work;
        this.retry = retry;
        this.enabled = enabled;
    }

    /** Something is to be done now. */
    public void wake() {
        wake.offer(Boolean.TRUE);
    }

    @Override
    public synchronized void start() {
        if (enabled && thread == null) {
            thread = Thread.ofPlatform().name("revocation").start(this::work);
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                pass();
                wake.poll(retry.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            // The authority stops. What was under way goes on when it starts again.
            Thread.currentThread().interrupt();
        }
    }

    private void pass() throws InterruptedException {
        try {
            List<String> troubles = work.pass();
            if (!troubles.equals(reported)) {
                troubles.forEach(LOG::warn);
                reported = troubles;
            }
        } catch (RuntimeException e) {
            LOG.error("a pass over cases and lists failed; it is tried again", e);
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
