package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/** Hex to value and back. */
public final class Wire {

    private Wire() {}

    /** The value of canonical {@code hex}, which it must be written as again. */
    public static <T> T strict(Codec<T> codec, String hex) throws DecodeException {
        Octets octets = Octets.ofHex(hex);
        T value = codec.decode(octets, Reading.STRICT).value();
        assertEquals(octets, codec.encode(value));
        return value;
    }
}
