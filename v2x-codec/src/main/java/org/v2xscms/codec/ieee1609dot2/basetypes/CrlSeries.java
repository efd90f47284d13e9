package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/** Which series of CRLs of one CRACA a certificate would be listed on. */
public record CrlSeries(int value) {

    public static final Codec<CrlSeries> CODEC =
            Integers.integer("CrlSeries", MODULE, 0, 65535).as("CrlSeries", MODULE, CrlSeries::new, CrlSeries::value);

    public CrlSeries {
        UnsignedIntegers.require("CrlSeries", value, 65535);
    }
}
