package org.v2xscms.hsm.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A token bucket in nanoseconds of credit. A clock that jumps back earns nothing until it has caught up. */
final class RateLimit {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final InstantSource clock;
    private final long cost;
    private final long most;
    private long credit;
    private Instant last;

    RateLimit(KeyPolicy policy, InstantSource clock) {
        this.clock = clock;
        this.cost = SECOND / policy.perSecond();
        this.most = cost * policy.burst();
        this.credit = most;
        this.last = clock.instant();
    }

    /** Zero if a signature may be made now and was charged, otherwise how long to wait. */
    synchronized Duration take() {
        Instant now = clock.instant();
        if (now.isAfter(last)) {
            Duration since = Duration.between(last, now);
            long earned = since.compareTo(Duration.ofNanos(most)) >= 0 ? most : since.toNanos();
            credit = Math.min(most, credit + earned);
            last = now;
        }
        if (credit >= cost) {
            credit -= cost;
            return Duration.ZERO;
        }
        return Duration.ofNanos(cost - credit);
    }
}
