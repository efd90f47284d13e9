package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;

import java.math.BigDecimal;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/**
 * Height above or below the WGS84 ellipsoid.
 *
 * @param value decimetres above -409.5 m, 0 to 65535 (6143.9 m)
 */
public record Elevation(int value) {

    public static final Codec<Elevation> CODEC = Integers.integer("Elevation", MODULE, 0, 65535)
            .as("Elevation", MODULE, Elevation::new, Elevation::value, Elevation::note);

    private static final int LOWEST_DECIMETRES = -4095;

    public Elevation {
        UnsignedIntegers.require("Elevation", value, 65535);
    }

    /** Decimetres above the ellipsoid. */
    public int decimetres() {
        return value + LOWEST_DECIMETRES;
    }

    private String note() {
        return BigDecimal.valueOf(decimetres(), 1) + " m";
    }
}
