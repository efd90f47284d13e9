package org.v2xscms.codec.oer;

/** See {@link Codec#unprinted}. */
record Unprinted<T>(Codec<T> codec) implements Codec<T> {

    @Override
    public String typeName() {
        return codec.typeName();
    }

    @Override
    public T decode(OerReader in) throws DecodeException {
        return codec.decode(in);
    }

    @Override
    public void encode(T value, OerWriter out) {
        codec.encode(value, out);
    }

    @Override
    public void print(T value, Printer out) {
        out.name(typeName(), "(secret)");
    }
}
