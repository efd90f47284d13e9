package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;

import java.util.List;
import org.v2xscms.codec.oer.Codec;

/**
 * The inside of a polygon and its boundary.
 *
 * @param points at least three, in order; the last is joined to the first
 */
public record PolygonalRegion(List<TwoDLocation> points) implements GeographicRegion {

    public static final Codec<PolygonalRegion> CODEC = sequenceOf(
                    "PolygonalRegion", MODULE, 3, Integer.MAX_VALUE, TwoDLocation.CODEC)
            .as("PolygonalRegion", MODULE, PolygonalRegion::new, PolygonalRegion::points);

    public PolygonalRegion {
        points = List.copyOf(points);
    }
}
