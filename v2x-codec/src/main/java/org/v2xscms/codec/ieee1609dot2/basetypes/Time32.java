package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;

import java.time.Instant;
import org.v2xscms.codec.oer.Codec;

/** TAI seconds since 2004-01-01T00:00:00 UTC. */
public record Time32(long seconds) implements Comparable<Time32> {

    public static final Codec<Time32> CODEC = UnsignedIntegers.UINT32.as(
            "Time32",
            MODULE,
            Time32::new,
            Time32::seconds,
            time -> time.toInstant().toString());

    public Time32 {
        UnsignedIntegers.require("Time32", seconds, 4_294_967_295L);
    }

    /** The second that {@code instant} is in; refuses instants before 2004 and after 2140. */
    public static Time32 of(Instant instant) {
        return new Time32(TaiEpoch.secondsUntil(instant));
    }

    public Instant toInstant() {
        return TaiEpoch.instantAt(seconds);
    }

    @Override
    public int compareTo(Time32 other) {
        return Long.compare(seconds, other.seconds);
    }
}
