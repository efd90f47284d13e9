package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.oer.Codec;

/** Where a message was signed. */
public record ThreeDLocation(Latitude latitude, Longitude longitude, Elevation elevation) {

    public static final Codec<ThreeDLocation> CODEC = sequence(
            "ThreeDLocation",
            MODULE,
            ThreeDLocation::new,
            required("latitude", Latitude.CODEC, ThreeDLocation::latitude),
            required("longitude", Longitude.CODEC, ThreeDLocation::longitude),
            required("elevation", Elevation.CODEC, ThreeDLocation::elevation));
}
