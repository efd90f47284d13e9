package org.v2xscms.codec.ieee1609dot2dot1;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.OerReader;
import org.v2xscms.codec.oer.OerWriter;
import org.v2xscms.codec.oer.Printer;

/**
 * A type whose form depends on an octet near its start, such as a version or the type of an open type.
 *
 * @param at the position of that octet
 * @param readFirst whether an octet there announces the first form
 * @param first the one form
 * @param writeFirst whether a value has the first form
 * @param second the other form
 */
public record TwoForms<T>(
        String typeName, int at, IntPredicate readFirst, Codec<T> first, Predicate<T> writeFirst, Codec<T> second)
        implements Codec<T> {

    @Override
    public T decode(OerReader in) throws DecodeException {
        OerReader.Mark start = in.mark();
        in.octets(at);
        boolean isFirst = readFirst.test(in.uint8());
        in.reset(start);
        return (isFirst ? first : second).decode(in);
    }

    @Override
    public void encode(T value, OerWriter out) {
        form(value).encode(value, out);
    }

    @Override
    public void print(T value, Printer out) {
        form(value).print(value, out);
    }

    private Codec<T> form(T value) {
        return writeFirst.test(value) ? first : second;
    }
}
