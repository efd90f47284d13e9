package org.v2xscms.crypto.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.TwoDLocation;
import org.v2xscms.codec.view.Json;
import org.v2xscms.codec.view.Resolver;

/**
 * Where a certificate is valid once an omitted region has been inherited: one left out is the issuer's, and worldwide at
 * the root (Ieee1609Dot2, ToBeSignedCertificate).
 */
public sealed interface RegionInForce {

    record Worldwide() implements RegionInForce {
        @Override
        public String toString() {
            return "the whole world";
        }
    }

    record Within(GeographicRegion region) implements RegionInForce {
        @Override
        public String toString() {
            return Json.of(GeographicRegion.CODEC, region, Resolver.NONE);
        }
    }

    /**
     * Whether {@code location} certainly lies outside. False where that cannot be judged: the location is unknown, or the
     * region is a country, whose borders we do not know.
     */
    default boolean excludes(ThreeDLocation location) {
        return this instanceof Within(GeographicRegion region)
                && location.latitude().isKnown()
                && location.longitude().isKnown()
                && Shapes.excludes(region, new TwoDLocation(location.latitude(), location.longitude()));
    }

    /** The region of the last certificate of a chain, {@code steps} from the anchor downwards. */
    static RegionInForce of(List<ValidationResult.Step> steps) {
        RegionInForce region = new Worldwide();
        for (ValidationResult.Step step : steps) {
            region = region.narrowedBy(
                    step.certificate().certificate().toBeSigned().value().region());
        }
        return region;
    }

    /** The region of a certificate with {@code own} region below this one. */
    default RegionInForce narrowedBy(@Nullable GeographicRegion own) {
        return own == null ? this : new Within(own);
    }
}
