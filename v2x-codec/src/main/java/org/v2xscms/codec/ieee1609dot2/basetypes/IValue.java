package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/** The i-period of a pseudonym certificate: the number of its validity period in the linkage chain. */
public record IValue(int value) {

    public static final Codec<IValue> CODEC =
            Integers.integer("IValue", MODULE, 0, 65535).as("IValue", MODULE, IValue::new, IValue::value);

    public IValue {
        UnsignedIntegers.require("IValue", value, 65535);
    }
}
