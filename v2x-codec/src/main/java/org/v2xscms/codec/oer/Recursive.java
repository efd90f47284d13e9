package org.v2xscms.codec.oer;

import java.util.function.Supplier;

/** See {@link Codec#recursive}. */
record Recursive<T>(String typeName, Supplier<Codec<T>> codec) implements Codec<T> {

    @Override
    public T decode(OerReader in) throws DecodeException {
        return codec.get().decode(in);
    }

    @Override
    public void encode(T value, OerWriter out) {
        codec.get().encode(value, out);
    }

    @Override
    public void print(T value, Printer out) {
        codec.get().print(value, out);
    }
}
