package org.v2xscms.codec.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Printer;

/**
 * A value as JSON (RFC 8259), following the shape of ASN.1 JSON encoding: a SEQUENCE is an object, a SEQUENCE OF an
 * array, a CHOICE an object with the alternative's name as its one member, octets are hex strings, numbers beyond
 * 2^53 - 1 strings. What a value means stands beside it as a member with {@code #} in front of the name.
 */
public final class Json implements Printer {

    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder();
    private final Resolver resolver;

    /** What is open, innermost first: for each whether a member or element has been written. */
    private final Deque<Frame> open = new ArrayDeque<>();

    /** For each open CHOICE how many brackets are open with it, innermost first. */
    private final Deque<Integer> alternatives = new ArrayDeque<>();

    private @Nullable String note;
    private @Nullable String name;

    private static final class Frame {
        private boolean any;
    }

    private Json(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Prints {@code value} as one JSON value without line feeds. */
    public static <T> String of(Codec<T> codec, T value, Resolver resolver) {
        Json json = new Json(resolver);
        codec.print(value, json);
        return json.out.toString();
    }

    @Override
    public void beginSequence(String typeName) {
        begin('{');
    }

    @Override
    public void component(String component) {
        name = component;
        note = null;
    }

    @Override
    public void endSequence() {
        end('}');
    }

    @Override
    public void beginSequenceOf(String typeName, int size) {
        begin('[');
    }

    @Override
    public void element(int index) {
        name = null;
        note = null;
    }

    @Override
    public void endSequenceOf() {
        end(']');
    }

    @Override
    public void alternative(String typeName, String alternative) {
        begin('{');
        name = alternative;
        alternatives.push(open.size());
    }

    @Override
    public void number(String typeName, String decimal) {
        boolean safe = decimal.length() < 16 || Math.abs(Double.parseDouble(decimal)) <= MAX_SAFE_INTEGER;
        value(safe ? decimal : '"' + decimal + '"');
    }

    @Override
    public void text(String typeName, String text) {
        value(quoted(text));
    }

    @Override
    public void name(String typeName, String constant) {
        value(constant.equals("NULL") ? "null" : quoted(constant));
    }

    @Override
    public void octets(String typeName, Octets octets) {
        Consumer<Printer> inside = resolver.inside(typeName, octets);
        if (inside == null) {
            value('"' + octets.hex() + '"');
        } else {
            inside.accept(this);
        }
    }

    @Override
    public void note(String text) {
        note = note == null ? text : note + ", " + text;
    }

    @Override
    public void typed(String typeName, Object value) {
        String text = resolver.note(typeName, value);
        if (text != null) {
            note(text);
        }
    }

    @Override
    public void encoded(String typeName, Encoded<?> encoded) {
        String text = resolver.note(typeName, encoded);
        if (text != null) {
            note(text);
        }
    }

    private void begin(char bracket) {
        String pending = note;
        prefix();
        out.append(bracket);
        open.push(new Frame());
        if (pending != null && bracket == '{') {
            out.append("\"#\":").append(quoted(pending));
            open.getFirst().any = true;
        }
    }

    private void end(char bracket) {
        open.pop();
        out.append(bracket);
        closeAlternatives();
    }

    private void value(String json) {
        String pending = note;
        String member = name;
        prefix();
        out.append(json);
        if (pending != null && member != null) {
            out.append(',').append(quoted("#" + member)).append(':').append(quoted(pending));
        }
        closeAlternatives();
    }

    /** A CHOICE has no end of its own: its object closes with the one value in it. */
    private void closeAlternatives() {
        while (!alternatives.isEmpty() && alternatives.getFirst() == open.size()) {
            alternatives.pop();
            open.pop();
            out.append('}');
        }
    }

    private void prefix() {
        if (!open.isEmpty()) {
            if (open.getFirst().any) {
                out.append(',');
            }
            open.getFirst().any = true;
        }
        if (name != null) {
            out.append(quoted(name)).append(':');
        }
        name = null;
        note = null;
    }

    private static String quoted(String text) {
        return '"' + TextTree.escape(text) + '"';
    }
}
