package org.v2xscms.codec.oer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A limit holds at its value and refuses one more. */
class LimitsTest {

    private static final Codec<Integer> UINT8 = Integers.integer("Uint8", "Test", 0, 255);
    private static final Codec<List<List<Integer>>> NESTED = sequenceOf("Outer", sequenceOf("Inner", UINT8));

    @Test
    void theInputHasAtMostSoManyOctets() throws DecodeException {
        Reading reading = Reading.STRICT.withLimits(new Limits(3, 10, 10));
        Codec<Octets> octets = Strings.octetString("OCTET STRING");
        assertEquals(2, octets.decode(Octets.ofHex("020102"), reading).value().length());
        assertRefused(octets, "03010203", reading, 0, "decoder limit on input size");
    }

    @Test
    void allListsTogetherHaveAtMostSoManyElements() throws DecodeException {
        Reading reading = Reading.STRICT.withLimits(new Limits(100, 5, 10));
        assertEquals(
                List.of(List.of(1, 2), List.of(3)),
                NESTED.decode(Octets.ofHex("0102" + "01020102" + "010103"), reading)
                        .value());
        assertRefused(NESTED, "0102" + "01020102" + "01020304", reading, 6, "decoder limit on list elements");
    }

    @Test
    void typesNestAtMostSoDeep() throws DecodeException {
        Octets input = Octets.ofHex("0101" + "010109");
        assertEquals(
                List.of(List.of(9)),
                NESTED.decode(input, Reading.STRICT.withLimits(new Limits(100, 10, 2)))
                        .value());
        assertRefused(
                NESTED, input.hex(), Reading.STRICT.withLimits(new Limits(100, 10, 1)), 2, "decoder limit on nesting");
    }

    private static void assertRefused(Codec<?> codec, String hex, Reading reading, int offset, String clause) {
        Octets input = Octets.ofHex(hex);
        DecodeException refusal = assertThrows(DecodeException.class, () -> codec.decode(input, reading));
        assertEquals(clause, refusal.clause());
        assertEquals(offset, refusal.offset());
    }
}
