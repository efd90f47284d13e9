package org.v2xscms.ma.crl;

import java.time.InstantSource;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.crypto.time.IPeriods;

/** The present time and i-period. */
public record CurrentPeriod(IPeriods periods, InstantSource clock) {

    /** The i-period in which it is now. */
    public int now() {
        return Math.toIntExact(periods.at(time().seconds()));
    }

    Time32 time() {
        return Time32.of(clock.instant());
    }

    /** Seconds until the next i-period. */
    long secondsLeft() {
        return periods.start(now() + 1L) - time().seconds();
    }
}
