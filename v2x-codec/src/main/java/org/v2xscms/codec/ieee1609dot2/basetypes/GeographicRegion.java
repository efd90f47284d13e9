package org.v2xscms.codec.ieee1609dot2.basetypes;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;

import java.util.List;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** Where a certificate is valid. */
public sealed interface GeographicRegion
        permits CircularRegion,
                GeographicRegion.RectangularRegions,
                PolygonalRegion,
                GeographicRegion.IdentifiedRegions,
                GeographicRegion.Unknown {

    /** Any point within any of the rectangles, which may overlap or be disjoint. */
    record RectangularRegions(List<RectangularRegion> value) implements GeographicRegion {
        public RectangularRegions {
            value = List.copyOf(value);
        }
    }

    /** Any point within any of the countries or parts of countries. */
    record IdentifiedRegions(List<IdentifiedRegion> value) implements GeographicRegion {
        public IdentifiedRegions {
            value = List.copyOf(value);
        }
    }

    record Unknown(UnknownAlternative value) implements GeographicRegion {}

    Codec<GeographicRegion> CODEC = choice(
            "GeographicRegion",
            MODULE,
            alternative("circularRegion", CircularRegion.CODEC, CircularRegion.class, identity(), identity()),
            alternative(
                    "rectangularRegion",
                    sequenceOf("SequenceOfRectangularRegion", MODULE, 1, Integer.MAX_VALUE, RectangularRegion.CODEC),
                    RectangularRegions.class,
                    RectangularRegions::new,
                    RectangularRegions::value),
            alternative("polygonalRegion", PolygonalRegion.CODEC, PolygonalRegion.class, identity(), identity()),
            alternative(
                    "identifiedRegion",
                    sequenceOf("SequenceOfIdentifiedRegion", MODULE, 1, Integer.MAX_VALUE, IdentifiedRegion.CODEC),
                    IdentifiedRegions.class,
                    IdentifiedRegions::new,
                    IdentifiedRegions::value),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
