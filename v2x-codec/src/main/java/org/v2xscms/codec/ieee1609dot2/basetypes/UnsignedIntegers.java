package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;

import java.util.List;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/** The unsigned integer types of the module where no type of its own gives the number a meaning. */
public final class UnsignedIntegers {

    public static final Codec<Integer> UINT3 = Integers.integer("Uint3", MODULE, 0, 7);
    public static final Codec<Integer> UINT8 = Integers.integer("Uint8", MODULE, 0, 255);
    public static final Codec<Integer> UINT16 = Integers.integer("Uint16", MODULE, 0, 65535);
    public static final Codec<Long> UINT32 = Integers.longInteger("Uint32", MODULE, 0, 4_294_967_295L);

    public static final Codec<List<Integer>> SEQUENCE_OF_UINT8 = sequenceOf("SequenceOfUint8", UINT8);
    public static final Codec<List<Integer>> SEQUENCE_OF_UINT16 = sequenceOf("SequenceOfUint16", UINT16);

    private UnsignedIntegers() {}

    /** Uint8 (value): a version number that can only be {@code version}. */
    public static Codec<Integer> version(int version, String module) {
        return Integers.integer("Uint8", module, 0, 255).where("version " + version, module, v -> v == version);
    }

    static void require(String typeName, long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException("a " + typeName + " from 0 to " + max + ", not " + value);
        }
    }
}
