package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/** A country or area by its number in the list of the United Nations Statistics Division, such as 840 for the USA. */
public record UnCountryId(int value) implements IdentifiedRegion {

    public static final Codec<UnCountryId> CODEC = Integers.integer("UnCountryId", MODULE, 0, 65535)
            .as("UnCountryId", MODULE, UnCountryId::new, UnCountryId::value, PlaceNames::nameOf);

    public UnCountryId {
        UnsignedIntegers.require("UnCountryId", value, 65535);
    }
}
