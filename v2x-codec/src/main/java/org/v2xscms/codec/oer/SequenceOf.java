package org.v2xscms.codec.oer;

import java.util.ArrayList;
import java.util.List;

/** A SEQUENCE OF (ITU-T X.696 clause 17): the count as length and unsigned integer, then the elements. */
public final class SequenceOf<E> implements Codec<List<E>> {

    private final String typeName;
    private final Codec<E> element;

    private SequenceOf(String typeName, Codec<E> element) {
        this.typeName = typeName;
        this.element = element;
    }

    /**
     * A list of any size.
     *
     * @param element a type of at least one octet, so that a count can be checked against the octets left
     */
    public static <E> Codec<List<E>> sequenceOf(String typeName, Codec<E> element) {
        return new SequenceOf<>(typeName, element);
    }

    /** A list of {@code min} to {@code max} elements. */
    public static <E> Codec<List<E>> sequenceOf(String typeName, String module, int min, int max, Codec<E> element) {
        String expected = max == Integer.MAX_VALUE
                ? "at least " + min + " elements in " + typeName
                : min + " to " + max + " elements in " + typeName;
        return sequenceOf(typeName, element).where(expected, module, list -> list.size() >= min && list.size() <= max);
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public List<E> decode(OerReader in) throws DecodeException {
        in.enter(typeName);
        int count = in.quantity(typeName);
        // The count is at most the octets left, but a large element type would still multiply it.
        List<E> list = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            try {
                list.add(element.decode(in));
            } catch (DecodeException e) {
                throw e.within("[" + i + "]");
            }
        }
        in.leave();
        return List.copyOf(list);
    }

    @Override
    public void encode(List<E> list, OerWriter out) {
        out.variableUnsigned(list.size());
        for (E value : list) {
            element.encode(value, out);
        }
    }

    @Override
    public void print(List<E> list, Printer out) {
        out.beginSequenceOf(typeName, list.size());
        for (int i = 0; i < list.size(); i++) {
            out.element(i);
            element.print(list.get(i), out);
        }
        out.endSequenceOf();
    }
}
