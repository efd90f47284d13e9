package org.v2xscms.crypto.time;

import java.time.Instant;
import java.util.List;

/**
 * Conversion between UTC and the time of IEEE 1609.2: TAI seconds (Time32, 6.4.14) or microseconds (Time64, 6.4.15) since
 * 2004-01-01T00:00:00 UTC. TAI runs through leap seconds, {@link Instant} does not know them, so the difference of both
 * grows by one at each.
 *
 * <p>After the last entry of the table its offset goes on: no leap second has been announced since 2017, and a later one
 * has to be added here (IERS Bulletin C says half a year ahead). Until then times after it would be one second early. An
 * Instant cannot express 23:59:60: that second reads as the 00:00:00 which follows it.
 *
 * @param insertions in order of time
 */
public record LeapSeconds(List<Insertion> insertions) {

    /**
     * One inserted second.
     *
     * @param from the UTC instant right after the inserted second
     * @param offset all seconds inserted since 2004, this one included
     */
    public record Insertion(Instant from, int offset) {}

    private static final long EPOCH = Instant.parse("2004-01-01T00:00:00Z").getEpochSecond();
    private static final long MICROS = 1_000_000L;

    /** All leap seconds since 2004 that were known in November 2026. */
    public static final LeapSeconds KNOWN = new LeapSeconds(List.of(
            new Insertion(Instant.parse("2006-01-01T00:00:00Z"), 1),
            new Insertion(Instant.parse("2009-01-01T00:00:00Z"), 2),
            new Insertion(Instant.parse("2012-07-01T00:00:00Z"), 3),
            new Insertion(Instant.parse("2015-07-01T00:00:00Z"), 4),
            new Insertion(Instant.parse("2017-01-01T00:00:00Z"), 5)));

    public LeapSeconds {
        insertions = List.copyOf(insertions);
        for (int n = 1; n < insertions.size(); n++) {
            if (!insertions.get(n - 1).from().isBefore(insertions.get(n).from())) {
                throw new IllegalArgumentException("leap seconds out of order");
            }
        }
    }

    /** Whole TAI seconds since 2004, the fraction cut off. */
    public long taiSeconds(Instant utc) {
        return utc.getEpochSecond() - EPOCH + offsetAtUtc(utc);
    }

    /** TAI microseconds since 2004, the rest cut off. */
    public long taiMicros(Instant utc) {
        long seconds = utc.getEpochSecond() - EPOCH + offsetAtUtc(utc);
        return Math.addExact(Math.multiplyExact(seconds, MICROS), utc.getNano() / 1000);
    }

    /** The instant of a Time32. */
    public Instant utcOfSeconds(long taiSeconds) {
        return Instant.ofEpochSecond(EPOCH + taiSeconds - offsetAtTai(taiSeconds));
    }

    /** The instant of a Time64. */
    public Instant utcOfMicros(long taiMicros) {
        return utcOfSeconds(Math.floorDiv(taiMicros, MICROS)).plusNanos(1000 * Math.floorMod(taiMicros, MICROS));
    }

    private int offsetAtUtc(Instant utc) {
        int offset = 0;
        for (Insertion insertion : insertions) {
            if (!utc.isBefore(insertion.from())) {
                offset = insertion.offset();
            }
        }
        return offset;
    }

    private int offsetAtTai(long taiSeconds) {
        int offset = 0;
        for (Insertion insertion : insertions) {
            if (taiSeconds >= insertion.from().getEpochSecond() - EPOCH + insertion.offset()) {
                offset = insertion.offset();
            }
        }
        return offset;
    }
}
