package org.v2xscms.pca.request;

import java.time.Instant;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.intent.Period;

/**
 * The times a certificate may have, and the stretches in which rows are kept and dropped.
 *
 * @param horizon how many i-periods beyond the present one are served
 * @param longest the longest life of a certificate that is no pseudonym
 * @param retention how long rows stay after what they are about has expired
 */
public record IssuancePeriods(IPeriods periods, int horizon, java.time.Duration longest, java.time.Duration retention) {

    /** Rows of certificates without an i-value are kept by the period in which they expire, numbered from here. */
    private static final int APPLICATIONS = 1 << 16;

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int UINT16 = 65_535;

    /** Whether pseudonym certificates of period {@code i} may be issued at this time: it has not ended and is near. */
    public boolean isOpen(int i, Instant now) {
        long present = at(now);
        return i >= present && i <= present + horizon;
    }

    /** From the start of the period to its end and the overlap. */
    public ValidityPeriod validity(int i) {
        return new ValidityPeriod(new Time32(periods.start(i)), duration(periods.end(i) - periods.start(i)));
    }

    private static Duration duration(long seconds) {
        if (seconds % HOUR == 0 && seconds / HOUR <= UINT16) {
            return new Duration.Hours((int) (seconds / HOUR));
        }
        return seconds % MINUTE == 0 && seconds / MINUTE <= UINT16
                ? new Duration.Minutes((int) (seconds / MINUTE))
                : new Duration.Seconds((int) seconds);
    }

    /** Whether a wanted validity of another certificate is short enough, not over, and does not begin far ahead. */
    public boolean isAcceptable(ValidityPeriod wanted, Instant now) {
        Time64 present = Time64.of(now);
        return java.time.Duration.ofSeconds(Duration.wholeSeconds(wanted.duration()))
                                .compareTo(longest)
                        <= 0
                && wanted.endTime().compareTo(present) > 0
                && periods.at(wanted.start().seconds()) <= at(now) + horizon;
    }

    /** Where the rows of period {@code i} are kept. */
    public Period ofPseudonyms(int i) {
        return new Period(i, expiry(periods.end(i)));
    }

    /** Where the rows of other certificates are kept. */
    public Period ofApplications(ValidityPeriod validity) {
        long end = validity.start().seconds() + Duration.wholeSeconds(validity.duration());
        long bucket = Math.max(0, periods.at(end));
        return new Period(APPLICATIONS + (int) bucket, expiry(periods.end(bucket)));
    }

    /** The present as far as it may be told: the start of the i-period. */
    public Time32 present(Instant now) {
        return new Time32(Math.max(0, periods.start(at(now))));
    }

    /** The first period whose rows are still kept. */
    public int firstKept(Instant now) {
        return (int) Math.max(0, at(now.minus(retention)) - 1);
    }

    private long at(Instant now) {
        return periods.at(Time32.of(now).seconds());
    }

    private Instant expiry(long end) {
        return new Time32(end).toInstant().plus(retention);
    }
}
