package org.v2xscms.codec.view;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Printer;

/**
 * A value as an indented tree, one component a line, with what it means in parentheses behind it:
 *
 * <pre>
 * Certificate
 *   version: 3
 *   issuer: sha256AndDigest 1a2b3c4d5e6f7081
 *   toBeSigned
 *     validityPeriod
 *       start: 347562004  (2015-01-06T09:00:00Z)
 * </pre>
 */
public final class TextTree implements Printer {

    private final StringBuilder out = new StringBuilder();
    private final Resolver resolver;
    private final List<String> notes = new ArrayList<>();
    private String label = "";
    private int depth;

    private TextTree(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Prints {@code value} with a line feed behind each line. */
    public static <T> String of(Codec<T> codec, T value, Resolver resolver) {
        TextTree tree = new TextTree(resolver);
        codec.print(value, tree);
        return tree.out.toString();
    }

    @Override
    public void beginSequence(String typeName) {
        line(label.isEmpty() ? typeName : label);
        depth++;
    }

    @Override
    public void component(String name) {
        label = name;
    }

    @Override
    public void endSequence() {
        depth--;
    }

    @Override
    public void beginSequenceOf(String typeName, int size) {
        line((label.isEmpty() ? typeName : label) + (size == 0 ? ": empty" : ""));
        depth++;
    }

    @Override
    public void element(int index) {
        label = "[" + index + "]";
    }

    @Override
    public void endSequenceOf() {
        depth--;
    }

    @Override
    public void alternative(String typeName, String name) {
        label = (label.isEmpty() ? typeName : label) + (label.contains(": ") ? " " : ": ") + name;
    }

    @Override
    public void number(String typeName, String decimal) {
        scalar(typeName, decimal);
    }

    @Override
    public void text(String typeName, String text) {
        scalar(typeName, '"' + escape(text) + '"');
    }

    @Override
    public void name(String typeName, String name) {
        if (name.equals("NULL") && label.contains(": ")) {
            line(label);
        } else {
            scalar(typeName, name);
        }
    }

    @Override
    public void octets(String typeName, Octets octets) {
        Consumer<Printer> inside = resolver.inside(typeName, octets);
        if (inside == null) {
            scalar(typeName, octets.isEmpty() ? "empty" : octets.hex());
            return;
        }
        line((label.isEmpty() ? typeName : label) + (label.contains(": ") ? " " : ": ") + octets.length() + " octets");
        depth++;
        inside.accept(this);
        depth--;
    }

    @Override
    public void note(String note) {
        notes.add(note);
    }

    @Override
    public void typed(String typeName, Object value) {
        addNote(resolver.note(typeName, value));
    }

    @Override
    public void encoded(String typeName, Encoded<?> encoded) {
        addNote(resolver.note(typeName, encoded));
    }

    private void addNote(@Nullable String note) {
        if (note != null) {
            notes.add(note);
        }
    }

    private void scalar(String typeName, String text) {
        String name = label.isEmpty() ? typeName : label;
        line(name + (name.contains(": ") ? " " : ": ") + text);
    }

    private void line(String text) {
        out.repeat("  ", depth).append(text);
        if (!notes.isEmpty()) {
            out.append("  (").append(String.join(", ", notes)).append(')');
            notes.clear();
        }
        out.append('\n');
        label = "";
    }

    /** {@code text} as it can stand between double quotes: they and backslashes are escaped, {@link #printable} beside. */
    public static String escape(String text) {
        return printable(text.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    /** {@code text} without power over the reader's terminal: control and format characters become \\uXXXX escapes. */
    public static String printable(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                for (char unit : Character.toChars(c)) {
                    escaped.append("\\u").append(HexFormat.of().toHexDigits(unit));
                }
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
