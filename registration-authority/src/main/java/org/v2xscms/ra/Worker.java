package org.v2xscms.ra;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.v2xscms.ra.provisioning.Provisioning;
import org.v2xscms.ra.provisioning.Retention;
import org.v2xscms.ra.successor.SuccessorForwarding;

/** The one thread behind the requests: prepares weeks, forwards successor requests, drops what has expired. */
public final class Worker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Provisioning provisioning;
    private final SuccessorForwarding successors;
    private final Retention retention;
    private final boolean enabled;
    private final Duration interval;
    private volatile @Nullable Thread thread;

    public Worker(Provisioning provisioning, SuccessorForwarding successors, Retention retention, RaSettings settings) {
        this.provisioning = provisioning;
        this.successors = successors;
        this.retention = retention;
        this.enabled = settings.worker();
        this.interval = settings.interval();
    }

    /** One round of everything. */
    public synchronized void round() throws InterruptedException {
        retention.round();
        successors.round();
        provisioning.round();
    }

    @Override
    public void start() {
        if (enabled) {
            thread = Thread.ofPlatform().name("ra-worker").daemon().start(this::work);
        }
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                round();
                Thread.sleep(interval);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException fault) {
                // Messages may hold values; the next round finds the work in the database again.
                LOG.error(
                        "a round failed: {} at {}",
                        fault.getClass().getName(),
                        fault.getStackTrace().length == 0 ? "unknown place" : fault.getStackTrace()[0]);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(interval);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
