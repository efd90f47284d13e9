package org.v2xscms.pca.issue;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.v2xscms.kernel.database.DatabaseFault;
import org.v2xscms.kernel.intent.IntentStore;
import org.v2xscms.pca.request.IssuancePeriods;

/** At every start, before anybody can ask: what a crash left is finished, what has expired is dropped. */
public final class Recovery implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Issuance issuance;
    private final IntentStore intents;
    private final IssuedCertificates issued;
    private final IssuancePeriods periods;
    private final InstantSource clock;
    private volatile boolean running;

    public Recovery(
            Issuance issuance,
            IntentStore intents,
            IssuedCertificates issued,
            IssuancePeriods periods,
            InstantSource clock) {
        this.issuance = issuance;
        this.intents = intents;
        this.issued = issued;
        this.periods = periods;
        this.clock = clock;
    }

    @Override
    public void start() {
        int finished = issuance.recover();
        if (finished > 0) {
            LOG.info("{} certificates finished that a crash had left", finished);
        }
        try {
            int dropped = intents.dropExpired(clock.instant()) + issued.dropBefore(periods.firstKept(clock.instant()));
            LOG.info("{} expired periods dropped", dropped);
        } catch (DatabaseFault e) {
            // Somebody else may be reading them just now; the next start drops them.
            LOG.warn("expired periods stay for now: {}", e.getMessage());
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the server listens. */
    @Override
    public int getPhase() {
        return 0;
    }
}
