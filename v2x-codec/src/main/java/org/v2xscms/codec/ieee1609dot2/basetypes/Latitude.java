package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;

import java.math.BigDecimal;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/**
 * Latitude on the WGS84 ellipsoid.
 *
 * @param value tenths of a microdegree, -900_000_000 to 900_000_000, or {@link #UNKNOWN}
 */
public record Latitude(int value) {

    private static final int MIN = -900_000_000;

    /** The sender did not know it. */
    public static final int UNKNOWN = 900_000_001;

    public static final Codec<Latitude> CODEC = Integers.integer("Latitude", MODULE, MIN, UNKNOWN)
            .as("Latitude", MODULE, Latitude::new, Latitude::value, Latitude::note);

    public Latitude {
        if (value < MIN || value > UNKNOWN) {
            throw new IllegalArgumentException("a Latitude from " + MIN + " to " + UNKNOWN + ", not " + value);
        }
    }

    public boolean isKnown() {
        return value != UNKNOWN;
    }

    private String note() {
        return isKnown() ? BigDecimal.valueOf(value, 7) + " degrees" : "unknown";
    }
}
