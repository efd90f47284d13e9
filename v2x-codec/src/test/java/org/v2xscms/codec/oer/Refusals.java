package org.v2xscms.codec.oer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

/** What a codec says about an input it does not like. */
public final class Refusals {

    private Refusals() {}

    /** Refused when strict; as received, understood and noted with the same offset, expectation and clause. */
    public static <T> T refusedWhenStrict(
            Codec<T> codec, String hex, int offset, String path, String expected, String clause)
            throws DecodeException {
        check(codec, hex, Reading.STRICT, offset, path, expected, clause);
        Decoded<T> received = codec.decode(Octets.ofHex(hex), Reading.AS_RECEIVED);
        assertEquals(
                List.of(offset + " " + expected + " " + clause),
                received.deviations().stream()
                        .map(noted -> noted.offset() + " " + noted.expected() + " " + noted.clause())
                        .toList());
        return received.value();
    }

    /** Refused in both readings. */
    public static void alwaysRefused(
            Codec<?> codec, String hex, int offset, String path, String expected, String clause) {
        check(codec, hex, Reading.STRICT, offset, path, expected, clause);
        check(codec, hex, Reading.AS_RECEIVED, offset, path, expected, clause);
    }

    private static void check(
            Codec<?> codec, String hex, Reading reading, int offset, String path, String expected, String clause) {
        Octets input = Octets.ofHex(hex);
        DecodeException refusal = assertThrows(DecodeException.class, () -> codec.decode(input, reading));
        assertEquals(expected, refusal.expected());
        assertEquals(clause, refusal.clause());
        assertEquals(path, refusal.path());
        assertEquals(offset, refusal.offset());
    }
}
