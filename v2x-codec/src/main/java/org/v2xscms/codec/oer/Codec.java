package org.v2xscms.codec.oer;

import java.util.ArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One ASN.1 type: reads it, writes it canonically, prints it.
 *
 * <p>Error messages name the clause as the ASN.1 module and the type in it, such as {@code IEEE 1609.2-2022
 * Ieee1609Dot2BaseTypes, PsidSsp}: factories take the module, the type's name completes it.
 *
 * <p>Codecs are immutable and thread-safe. They are composed in the words of the ASN.1 module: see {@link Sequence},
 * {@link Choice}, {@link SequenceOf}, {@link Enumerated}, {@link Integers}, {@link Strings}.
 */
public interface Codec<T> {

    /** The name of the type in its ASN.1 module. */
    String typeName();

    /** Reads one value from {@code in}, leaving it behind the value. */
    T decode(OerReader in) throws DecodeException;

    void encode(T value, OerWriter out);

    void print(T value, Printer out);

    /** Decodes {@code input} as exactly one value of this type. Copies the input. */
    default Decoded<T> decode(byte[] input, Reading reading) throws DecodeException {
        return decode(Octets.of(input), reading);
    }

    /** Decodes {@code input} as exactly one value of this type. */
    default Decoded<T> decode(Octets input, Reading reading) throws DecodeException {
        Decoded<T> first = decodeFirst(input, reading);
        int left = input.length() - first.octets().length();
        if (left == 0) {
            return first;
        }
        var trailing = new Deviation(
                first.octets().length(), "end of " + typeName(), left + " trailing octets", "ITU-T X.696 8.1");
        if (reading.strict()) {
            throw new DecodeException(trailing.offset(), trailing.expected(), trailing.found(), trailing.clause());
        }
        var deviations = new ArrayList<>(first.deviations());
        deviations.add(trailing);
        return new Decoded<>(first.value(), first.octets(), deviations);
    }

    /** Decodes the value at the start of {@code input} and leaves the rest alone: for files of concatenated values. */
    default Decoded<T> decodeFirst(Octets input, Reading reading) throws DecodeException {
        OerReader in = OerReader.over(input, reading);
        T value = decode(in);
        return new Decoded<>(value, in.octetsSince(0), in.deviations());
    }

    default Octets encode(T value) {
        OerWriter out = new OerWriter();
        encode(value, out);
        return out.toOctets();
    }

    /** The same type, keeping the exact octets beside the value. */
    default Codec<Encoded<T>> keepingOctets() {
        return Encoded.codec(this);
    }

    /**
     * The same encoding under a Java type of its own.
     *
     * @param wrap may throw {@link IllegalArgumentException}, whose message says what was expected; that is a decode
     *     error under the type's clause of {@code module}
     */
    default <U> Codec<U> as(String typeName, String module, Function<T, U> wrap, Function<U, T> unwrap) {
        return new Mapped<>(typeName, module, this, wrap, unwrap, null);
    }

    /** Like {@link #as}, and {@code note} resolves the value for a reader, such as a time in UTC. */
    default <U> Codec<U> as(
            String typeName, String module, Function<T, U> wrap, Function<U, T> unwrap, Function<U, String> note) {
        return new Mapped<>(typeName, module, this, wrap, unwrap, note);
    }

    /** The same type with a rule on its value; a value that breaks it is a {@link Deviation}. */
    default Codec<T> where(String expected, String module, Predicate<T> holds) {
        return new Constrained<>(this, expected, module, holds);
    }

    /** The same type for secret content: {@link #print} tells the name of the type and nothing else. */
    default Codec<T> unprinted() {
        return new Unprinted<>(this);
    }

    /** A type that contains itself. */
    static <T> Codec<T> recursive(String typeName, Supplier<Codec<T>> codec) {
        return new Recursive<>(typeName, codec);
    }
}
