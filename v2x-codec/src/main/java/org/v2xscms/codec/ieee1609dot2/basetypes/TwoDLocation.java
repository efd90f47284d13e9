package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.oer.Codec;

/** A point of a region, which therefore must be known. */
public record TwoDLocation(Latitude latitude, Longitude longitude) {

    public static final Codec<TwoDLocation> CODEC = sequence(
                    "TwoDLocation",
                    MODULE,
                    TwoDLocation::new,
                    required("latitude", Latitude.CODEC, TwoDLocation::latitude),
                    required("longitude", Longitude.CODEC, TwoDLocation::longitude))
            .where("known latitude and longitude", MODULE, TwoDLocation::isKnown);

    private boolean isKnown() {
        return latitude.isKnown() && longitude.isKnown();
    }
}
