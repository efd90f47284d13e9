package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;

import java.time.Instant;
import java.time.temporal.ChronoField;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/**
 * TAI microseconds since 2004-01-01T00:00:00 UTC.
 *
 * @param microseconds all 64 bits are in use: compare with {@link #compareTo}, not with {@code <}
 */
public record Time64(long microseconds) implements Comparable<Time64> {

    public static final Codec<Time64> CODEC = Integers.uint64("Time64")
            .as(
                    "Time64",
                    MODULE,
                    Time64::new,
                    Time64::microseconds,
                    time -> time.toInstant().toString());

    private static final long PER_SECOND = 1_000_000;

    /** The microsecond that {@code instant} is in; refuses instants before 2004. */
    public static Time64 of(Instant instant) {
        long seconds = TaiEpoch.secondsUntil(instant);
        if (seconds < 0) {
            throw new IllegalArgumentException("a time from 2004 on, not " + instant);
        }
        return new Time64(
                Math.addExact(Math.multiplyExact(seconds, PER_SECOND), instant.get(ChronoField.MICRO_OF_SECOND)));
    }

    /** The start of the second {@code time}. */
    public static Time64 of(Time32 time) {
        return new Time64(time.seconds() * PER_SECOND);
    }

    public Instant toInstant() {
        return TaiEpoch.instantAt(Long.divideUnsigned(microseconds, PER_SECOND))
                .plusNanos(Long.remainderUnsigned(microseconds, PER_SECOND) * 1000);
    }

    @Override
    public int compareTo(Time64 other) {
        return Long.compareUnsigned(microseconds, other.microseconds);
    }
}
