package org.v2xscms.application.bsm;

import java.util.OptionalDouble;

/**
 * How well the position is known: an ellipse of one standard deviation (SAE J2735, DF_PositionalAccuracy).
 *
 * @param semiMajor in 5 cm, 0 to 254 (12.7 m and more), or {@link #UNAVAILABLE}
 * @param semiMinor likewise
 * @param orientation of the major axis, in 360/65535 degrees from north, 0 to 65534, or 65535 where it is unavailable
 */
public record PositionalAccuracy(int semiMajor, int semiMinor, int orientation) {

    public static final int UNAVAILABLE = 255;

    /** Nothing is known. */
    public static final PositionalAccuracy NONE = new PositionalAccuracy(UNAVAILABLE, UNAVAILABLE, 65_535);

    public PositionalAccuracy {
        CoreField.SEMI_MAJOR.require(semiMajor);
        CoreField.SEMI_MINOR.require(semiMinor);
        CoreField.ORIENTATION.require(orientation);
    }

    /** The semi-major axis in metres, where it is known. */
    public OptionalDouble metres() {
        return semiMajor == UNAVAILABLE ? OptionalDouble.empty() : OptionalDouble.of(semiMajor * 0.05);
    }
}
