package org.v2xscms.crypto.time;

/**
 * The numbering of i-periods, in which pseudonym certificates are issued and revoked. All times are TAI seconds since
 * 2004-01-01T00:00:00 UTC, as in Time32.
 *
 * @param epoch the start of period 0
 * @param length the distance of two starts, in seconds
 * @param overlap how long certificates of one period live into the next, in seconds
 */
public record IPeriods(long epoch, long length, long overlap) {

    /** The deployed numbering: weeks from Tuesday 2015-01-06T09:00:00 UTC, one hour of overlap. */
    public static final IPeriods CAMP = new IPeriods(347_619_603L, 604_800L, 3_600L);

    public IPeriods {
        if (length <= 0 || overlap < 0 || epoch < 0) {
            throw new IllegalArgumentException("i-periods from " + epoch + " of " + length + " s, overlap " + overlap);
        }
    }

    /** The period in which {@code time} falls, without overlap; negative before the epoch. */
    public long at(long time) {
        return Math.floorDiv(time - epoch, length);
    }

    /** The first second of period {@code i}: the start of its certificates. */
    public long start(long i) {
        return Math.addExact(epoch, Math.multiplyExact(i, length));
    }

    /** The second at which certificates of period {@code i} have expired: one length and the overlap after the start. */
    public long end(long i) {
        return start(i) + length + overlap;
    }
}
