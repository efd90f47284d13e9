package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.oer.Codec;

/** A region between two parallels and two meridians. */
public record RectangularRegion(TwoDLocation northWest, TwoDLocation southEast) {

    public static final Codec<RectangularRegion> CODEC = sequence(
                    "RectangularRegion",
                    MODULE,
                    RectangularRegion::new,
                    required("northWest", TwoDLocation.CODEC, RectangularRegion::northWest),
                    required("southEast", TwoDLocation.CODEC, RectangularRegion::southEast))
            .where("northWest north of southEast and on another meridian", MODULE, RectangularRegion::hasAnInterior);

    private boolean hasAnInterior() {
        return northWest.latitude().value() > southEast.latitude().value()
                && northWest.longitude().value() != southEast.longitude().value();
    }
}
