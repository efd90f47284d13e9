package org.v2xscms.codec.oer;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** See {@link Codec#as}. */
record Mapped<T, U>(
        String typeName,
        String module,
        Codec<T> codec,
        Function<T, U> wrap,
        Function<U, T> unwrap,
        @Nullable Function<U, String> note)
        implements Codec<U> {

    @Override
    public U decode(OerReader in) throws DecodeException {
        int start = in.position();
        T value = codec.decode(in);
        try {
            return wrap.apply(value);
        } catch (IllegalArgumentException e) {
            throw in.failure(
                    start, String.valueOf(e.getMessage()), in.octetsSince(start).hex(), module + ", " + typeName);
        }
    }

    @Override
    public void encode(U value, OerWriter out) {
        codec.encode(unwrap.apply(value), out);
    }

    @Override
    public void print(U value, Printer out) {
        if (note != null) {
            out.note(note.apply(value));
        }
        out.typed(typeName, value);
        codec.print(unwrap.apply(value), out);
    }
}
