package org.v2xscms.codec.oer;

/** A known type inside an open type (ITU-T X.696 clause 30): a length, then the encoding. */
public record OpenType<T>(Codec<T> codec) implements Codec<T> {

    /** {@code codec} behind a length determinant. */
    public static <T> Codec<T> openType(Codec<T> codec) {
        return new OpenType<>(codec);
    }

    @Override
    public String typeName() {
        return codec.typeName();
    }

    @Override
    public T decode(OerReader in) throws DecodeException {
        int outer = in.open(in.length());
        T value = codec.decode(in);
        in.close(outer, codec.typeName());
        return value;
    }

    @Override
    public void encode(T value, OerWriter out) {
        int begin = out.beginOpen();
        codec.encode(value, out);
        out.endOpen(begin);
    }

    @Override
    public void print(T value, Printer out) {
        codec.print(value, out);
    }
}
