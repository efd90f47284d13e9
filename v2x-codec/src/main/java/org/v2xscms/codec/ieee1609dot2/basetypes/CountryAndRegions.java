package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.v2xscms.codec.oer.Codec;

/**
 * Top-level regions of a country.
 *
 * @param regions for the USA the FIPS codes of states; not defined for other countries
 */
public record CountryAndRegions(UnCountryId countryOnly, List<Integer> regions) implements IdentifiedRegion {

    public static final Codec<CountryAndRegions> CODEC = sequence(
                    "CountryAndRegions",
                    MODULE,
                    CountryAndRegions::new,
                    required("countryOnly", UnCountryId.CODEC, CountryAndRegions::countryOnly),
                    required("regions", UnsignedIntegers.SEQUENCE_OF_UINT8, CountryAndRegions::regions))
            .as("CountryAndRegions", MODULE, Function.identity(), Function.identity(), CountryAndRegions::names);

    public CountryAndRegions {
        regions = List.copyOf(regions);
    }

    private String names() {
        return regions.stream()
                .map(region -> PlaceNames.nameOf(countryOnly, region))
                .collect(Collectors.joining(", "));
    }
}
