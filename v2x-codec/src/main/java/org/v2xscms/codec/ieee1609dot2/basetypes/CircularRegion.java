package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.function.Function;
import org.v2xscms.codec.oer.Codec;

/**
 * All points within a distance of a centre.
 *
 * @param radius metres, 0 to 65535
 */
public record CircularRegion(TwoDLocation center, int radius) implements GeographicRegion {

    private static final Codec<Integer> RADIUS =
            UnsignedIntegers.UINT16.as("Uint16", MODULE, Function.identity(), Function.identity(), radius -> "metres");

    public static final Codec<CircularRegion> CODEC = sequence(
            "CircularRegion",
            MODULE,
            CircularRegion::new,
            required("center", TwoDLocation.CODEC, CircularRegion::center),
            required("radius", RADIUS, CircularRegion::radius));

    public CircularRegion {
        UnsignedIntegers.require("radius", radius, 65535);
    }
}
