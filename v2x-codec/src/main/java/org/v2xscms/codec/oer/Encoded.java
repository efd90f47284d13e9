package org.v2xscms.codec.oer;

/**
 * A value together with the exact octets it came in or was written as.
 *
 * <p>Hashes and signatures are computed over {@link #octets}: decoding and re-encoding an object from the field may
 * change octets that were signed. Encoding writes the <em>value</em> again, so a round trip tests the codec.
 */
public record Encoded<T>(T value, Octets octets) {

    /** Encodes {@code value} canonically. */
    public static <T> Encoded<T> of(Codec<T> codec, T value) {
        return new Encoded<>(value, codec.encode(value));
    }

    static <T> Codec<Encoded<T>> codec(Codec<T> codec) {
        return new Codec<>() {
            @Override
            public String typeName() {
                return codec.typeName();
            }

            @Override
            public Encoded<T> decode(OerReader in) throws DecodeException {
                int start = in.position();
                T value = codec.decode(in);
                return new Encoded<>(value, in.octetsSince(start));
            }

            @Override
            public void encode(Encoded<T> encoded, OerWriter out) {
                codec.encode(encoded.value(), out);
            }

            @Override
            public void print(Encoded<T> encoded, Printer out) {
                out.encoded(codec.typeName(), encoded);
                codec.print(encoded.value(), out);
            }
        };
    }
}
