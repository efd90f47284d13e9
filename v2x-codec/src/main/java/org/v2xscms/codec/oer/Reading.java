package org.v2xscms.codec.oer;

/**
 * How an input is read.
 *
 * @param strict refuse everything that is not the canonical encoding under the current schema edition; otherwise keep
 *     what can be understood and note the {@link Deviation}
 * @param limits what may be spent
 */
public record Reading(boolean strict, Limits limits) {

    /** For everything we are asked to sign or act on. */
    public static final Reading STRICT = new Reading(true, Limits.MESSAGE);

    /**
     * For signed objects from the field: older schema editions and non-canonical encodings are on the road, and the
     * signature covers the octets as they were sent.
     */
    public static final Reading AS_RECEIVED = new Reading(false, Limits.MESSAGE);

    public Reading withLimits(Limits other) {
        return new Reading(strict, other);
    }
}
