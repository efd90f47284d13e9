package org.v2xscms.hsm;

import java.time.Instant;

/** One token's state and its counters since the process started, for health checks and metrics. */
public record VaultHealth(String token, VaultState state, String reason, Instant since, Counters counters) {

    /**
     * Counters since the process started.
     *
     * @param delivered signatures handed to callers
     * @param discarded valid signatures that came too late for their caller and were thrown away
     * @param rejected answers of the token that were no valid signature by the expected key
     * @param faults errors of the token or its library
     * @param sessions sessions opened, the first ones included
     * @param busy calls refused because the queue was full
     * @param queued calls waiting at this moment
     * @param failovers times the other slot took over
     */
    public record Counters(
            long delivered,
            long discarded,
            long rejected,
            long faults,
            long sessions,
            long busy,
            int queued,
            long failovers) {

        /** The counters of two slots together. */
        public Counters plus(Counters other) {
            return new Counters(
                    delivered + other.delivered,
                    discarded + other.discarded,
                    rejected + other.rejected,
                    faults + other.faults,
                    sessions + other.sessions,
                    busy + other.busy,
                    queued + other.queued,
                    failovers + other.failovers);
        }
    }
}
