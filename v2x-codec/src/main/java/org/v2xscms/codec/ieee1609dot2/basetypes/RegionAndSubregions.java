package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.oer.Codec;

/**
 * Parts of one top-level region of a country.
 *
 * @param region for the USA the FIPS code of a state
 * @param subregions for the USA the FIPS codes of counties
 */
public record RegionAndSubregions(int region, List<Integer> subregions) {

    public static final Codec<RegionAndSubregions> CODEC = sequence(
            "RegionAndSubregions",
            MODULE,
            RegionAndSubregions::new,
            required("region", UnsignedIntegers.UINT8, RegionAndSubregions::region),
            required("subregions", UnsignedIntegers.SEQUENCE_OF_UINT16, RegionAndSubregions::subregions));

    public static final Codec<List<RegionAndSubregions>> SEQUENCE_OF =
            sequenceOf("SequenceOfRegionAndSubregions", CODEC);

    public RegionAndSubregions {
        UnsignedIntegers.require("region", region, 255);
        subregions = List.copyOf(subregions);
    }
}
