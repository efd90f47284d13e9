package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;

import java.math.BigDecimal;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/**
 * Longitude on the WGS84 ellipsoid.
 *
 * @param value tenths of a microdegree, -1_799_999_999 to 1_800_000_000, or {@link #UNKNOWN}
 */
public record Longitude(int value) {

    private static final int MIN = -1_799_999_999;

    /** The sender did not know it. */
    public static final int UNKNOWN = 1_800_000_001;

    public static final Codec<Longitude> CODEC = Integers.integer("Longitude", MODULE, MIN, UNKNOWN)
            .as("Longitude", MODULE, Longitude::new, Longitude::value, Longitude::note);

    public Longitude {
        if (value < MIN || value > UNKNOWN) {
            throw new IllegalArgumentException("a Longitude from " + MIN + " to " + UNKNOWN + ", not " + value);
        }
    }

    public boolean isKnown() {
        return value != UNKNOWN;
    }

    private String note() {
        return isKnown() ? BigDecimal.valueOf(value, 7) + " degrees" : "unknown";
    }
}
