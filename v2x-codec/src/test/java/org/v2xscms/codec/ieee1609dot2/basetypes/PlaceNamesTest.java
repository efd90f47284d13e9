package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.v2xscms.codec.view.Resolver;
import org.v2xscms.codec.view.TextTree;

class PlaceNamesTest {

    @ParameterizedTest
    @CsvSource({
        "4, Afghanistan",
        "250, France",
        "276, Germany",
        "410, South Korea",
        "840, United States",
        "894, Zambia",
        "150, Europe",
        "0, unknown country",
        "999, unknown country",
        "65535, unknown country",
    })
    void countryIsNamedByItsNumber(int number, String name) {
        assertEquals("IdentifiedRegion: countryOnly " + number + "  (" + name + ")\n", tree(new UnCountryId(number)));
    }

    @Test
    void statesOfTheUsaAreNamedAndRegionsOfOthersAreNot() {
        assertEquals(
                "IdentifiedRegion: countryAndRegions  (Alabama, Delaware, Wyoming, unknown state)",
                firstLine(new CountryAndRegions(new UnCountryId(840), List.of(1, 10, 56, 3))));
        assertEquals(
                "IdentifiedRegion: countryAndRegions  (region 3)",
                firstLine(new CountryAndRegions(new UnCountryId(250), List.of(3))));
        assertEquals(
                "IdentifiedRegion: countryAndSubregions  (parts of Utah)",
                firstLine(new CountryAndSubregions(
                        new UnCountryId(840), List.of(new RegionAndSubregions(49, List.of(35))))));
    }

    private static String tree(IdentifiedRegion region) {
        return TextTree.of(IdentifiedRegion.CODEC, region, Resolver.NONE);
    }

    private static String firstLine(IdentifiedRegion region) {
        return tree(region).lines().findFirst().orElseThrow();
    }
}
