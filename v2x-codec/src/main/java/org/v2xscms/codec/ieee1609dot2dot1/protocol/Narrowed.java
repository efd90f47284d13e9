package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.OerReader;
import org.v2xscms.codec.oer.OerWriter;
import org.v2xscms.codec.oer.Printer;

/**
 * A CHOICE of which only one alternative may stand here, as the value of that alternative.
 *
 * <p>Another alternative is refused in both readings: the caller asked for this one.
 *
 * @param expected names the alternative, for a reader
 * @param narrow null for another alternative
 */
public record Narrowed<S, T>(Codec<S> codec, String expected, Function<S, @Nullable T> narrow, Function<T, S> widen)
        implements Codec<T> {

    @Override
    public String typeName() {
        return codec.typeName();
    }

    @Override
    public T decode(OerReader in) throws DecodeException {
        int start = in.position();
        T value = narrow.apply(codec.decode(in));
        if (value == null) {
            throw in.failure(start, expected, "another " + typeName(), Protocol.MODULE);
        }
        return value;
    }

    @Override
    public void encode(T value, OerWriter out) {
        codec.encode(widen.apply(value), out);
    }

    @Override
    public void print(T value, Printer out) {
        codec.print(widen.apply(value), out);
    }
}
