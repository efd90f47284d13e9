package org.v2xscms.codec.oer;

import java.util.function.Predicate;

/** See {@link Codec#where}. */
record Constrained<T>(Codec<T> codec, String expected, String module, Predicate<T> holds) implements Codec<T> {

    @Override
    public String typeName() {
        return codec.typeName();
    }

    @Override
    public T decode(OerReader in) throws DecodeException {
        int start = in.position();
        T value = codec.decode(in);
        if (!holds.test(value)) {
            in.deviates(start, expected, in.shownSince(start), module + ", " + typeName());
        }
        return value;
    }

    @Override
    public void encode(T value, OerWriter out) {
        codec.encode(value, out);
    }

    @Override
    public void print(T value, Printer out) {
        codec.print(value, out);
    }
}
