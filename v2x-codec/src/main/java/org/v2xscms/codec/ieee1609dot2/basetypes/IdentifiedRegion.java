package org.v2xscms.codec.ieee1609dot2.basetypes;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** A country or parts of one. */
public sealed interface IdentifiedRegion
        permits UnCountryId, CountryAndRegions, CountryAndSubregions, IdentifiedRegion.Unknown {

    record Unknown(UnknownAlternative value) implements IdentifiedRegion {}

    Codec<IdentifiedRegion> CODEC = choice(
            "IdentifiedRegion",
            MODULE,
            alternative("countryOnly", UnCountryId.CODEC, UnCountryId.class, identity(), identity()),
            alternative("countryAndRegions", CountryAndRegions.CODEC, CountryAndRegions.class, identity(), identity()),
            alternative(
                    "countryAndSubregions",
                    CountryAndSubregions.CODEC,
                    CountryAndSubregions.class,
                    identity(),
                    identity()),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
