package org.v2xscms.codec.ieee1609dot2.basetypes;

import java.time.Instant;
import java.util.List;

/**
 * The time scale of {@link Time32} and {@link Time64}: TAI seconds since 2004-01-01T00:00:00 UTC, so a leap second
 * counts like any other.
 *
 * <p>An {@link Instant} has no leap seconds; an inserted second falls together with the first second of the day that
 * follows it. When IERS announces a leap second, it is one more line here.
 */
final class TaiEpoch {

    private static final Instant EPOCH = Instant.parse("2004-01-01T00:00:00Z");

    /** The first instant after each leap second inserted since the epoch (IERS Bulletin C). */
    private static final List<Instant> AFTER_LEAP_SECOND = List.of(
            Instant.parse("2006-01-01T00:00:00Z"),
            Instant.parse("2009-01-01T00:00:00Z"),
            Instant.parse("2012-07-01T00:00:00Z"),
            Instant.parse("2015-07-01T00:00:00Z"),
            Instant.parse("2017-01-01T00:00:00Z"));

    private TaiEpoch() {}

    /** Whole TAI seconds from the epoch to {@code instant}; negative before the epoch. */
    static long secondsUntil(Instant instant) {
        long leapSeconds = AFTER_LEAP_SECOND.stream()
                .filter(after -> !instant.isBefore(after))
                .count();
        return instant.getEpochSecond() - EPOCH.getEpochSecond() + leapSeconds;
    }

    /** The instant that begins {@code taiSeconds} after the epoch. */
    static Instant instantAt(long taiSeconds) {
        long leapSeconds = AFTER_LEAP_SECOND.stream()
                .filter(after -> secondsUntil(after) <= taiSeconds)
                .count();
        return EPOCH.plusSeconds(taiSeconds - leapSeconds);
    }
}
