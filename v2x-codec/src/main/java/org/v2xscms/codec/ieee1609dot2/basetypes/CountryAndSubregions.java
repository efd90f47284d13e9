package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.v2xscms.codec.oer.Codec;

/** Parts of top-level regions of a country. */
public record CountryAndSubregions(UnCountryId countryOnly, List<RegionAndSubregions> regionAndSubregions)
        implements IdentifiedRegion {

    public static final Codec<CountryAndSubregions> CODEC = sequence(
                    "CountryAndSubregions",
                    MODULE,
                    CountryAndSubregions::new,
                    required("countryOnly", UnCountryId.CODEC, CountryAndSubregions::countryOnly),
                    required(
                            "regionAndSubregions",
                            RegionAndSubregions.SEQUENCE_OF,
                            CountryAndSubregions::regionAndSubregions))
            .as("CountryAndSubregions", MODULE, Function.identity(), Function.identity(), CountryAndSubregions::names);

    public CountryAndSubregions {
        regionAndSubregions = List.copyOf(regionAndSubregions);
    }

    private String names() {
        return regionAndSubregions.stream()
                .map(parts -> "parts of " + PlaceNames.nameOf(countryOnly, parts.region()))
                .collect(Collectors.joining(", "));
    }
}
