package org.v2xscms.codec.oer;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A CHOICE (ITU-T X.696 clause 20) as a codec over a sealed interface with one record per alternative.
 *
 * <pre>{@code
 * Codec<SignerIdentifier> CODEC = choice("SignerIdentifier", MODULE,
 *         alternative("digest", HashedId8.CODEC, Digest.class, Digest::new, Digest::value),
 *         alternative("certificate", SequenceOfCertificate.CODEC, Certificates.class, Certificates::new, Certificates::value),
 *         alternative("self", Self.class, Self::new),
 *         extensible(Unknown.class, Unknown::new, Unknown::value));
 * }</pre>
 *
 * <p>On the wire: a context-specific tag octet {@code 0x80 + index}, then the value; alternatives behind the extension
 * marker are wrapped in an open type (a length), so one that we do not know can be kept and written again.
 */
public final class Choice<C> implements Codec<C> {

    private final String typeName;
    private final String clause;
    private final List<Alternative<C, ?, ?>> alternatives;
    private final int rootCount;
    private final @Nullable Alternative<C, ?, ?> marker;

    private Choice(String typeName, String module, List<Alternative<C, ?, ?>> parts) {
        this.typeName = typeName;
        this.clause = module + ", " + typeName;
        this.alternatives = new ArrayList<>(parts);
        int at = parts.stream().map(part -> part.marker).toList().indexOf(true);
        this.marker = at < 0 ? null : alternatives.remove(at);
        this.rootCount = at < 0 ? alternatives.size() : at;
    }

    /** An alternative of an extensible CHOICE that our schema edition does not have. */
    public record UnknownAlternative(int index, Octets content) {}

    /** One alternative: its identifier in the module, its type and the record that stands for it. */
    public static final class Alternative<C, R extends C, V> {

        private final String name;
        private final Codec<V> codec;
        private final Class<R> type;
        private final Function<V, R> wrap;
        private final Function<R, V> unwrap;
        private final boolean marker;

        private Alternative(
                String name,
                Codec<V> codec,
                Class<R> type,
                Function<V, R> wrap,
                Function<R, V> unwrap,
                boolean marker) {
            this.name = name;
            this.codec = codec;
            this.type = type;
            this.wrap = wrap;
            this.unwrap = unwrap;
            this.marker = marker;
        }

        private R decode(OerReader in, String clause) throws DecodeException {
            int start = in.position();
            try {
                return wrap.apply(codec.decode(in));
            } catch (DecodeException e) {
                throw e.within(name);
            } catch (IllegalArgumentException e) {
                throw in.failure(start, String.valueOf(e.getMessage()), "a " + name + " that breaks this", clause);
            }
        }

        private V unwrap(C value) {
            return unwrap.apply(type.cast(value));
        }
    }

    public static <C, R extends C, V> Alternative<C, R, V> alternative(
            String name, Codec<V> codec, Class<R> type, Function<V, R> wrap, Function<R, V> unwrap) {
        return new Alternative<>(name, codec, type, wrap, unwrap, false);
    }

    /** An alternative of type NULL. */
    public static <C, R extends C> Alternative<C, R, Null> alternative(String name, Class<R> type, Supplier<R> create) {
        return new Alternative<>(name, Null.CODEC, type, nothing -> create.get(), value -> Null.NULL, false);
    }

    /** The extension marker: alternatives named behind it are extensions, others are kept as {@code type}. */
    public static <C, R extends C> Alternative<C, R, UnknownAlternative> extensible(
            Class<R> type, Function<UnknownAlternative, R> wrap, Function<R, UnknownAlternative> unwrap) {
        return new Alternative<>("...", UnknownCodec.UNUSED, type, wrap, unwrap, true);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the parts are only read
    public static <C> Codec<C> choice(String typeName, String module, Alternative<C, ? extends C, ?>... parts) {
        return new Choice<>(typeName, module, List.of(parts));
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public C decode(OerReader in) throws DecodeException {
        int start = in.position();
        int tag = in.uint8();
        int index = tag & 0x3f;
        if ((tag & 0xc0) != 0x80 || index == 0x3f) {
            throw in.failure(
                    start,
                    "a tag of " + typeName + ", 80 to BE in hex",
                    HexFormat.of().toHexDigits((byte) tag),
                    "ITU-T X.696 20.1");
        }
        in.enter(typeName);
        C value = index < rootCount ? alternatives.get(index).decode(in, clause) : decodeExtension(in, start, index);
        in.leave();
        return value;
    }

    private C decodeExtension(OerReader in, int start, int index) throws DecodeException {
        if (marker == null) {
            throw in.failure(
                    start, "one of the " + rootCount + " alternatives of " + typeName, "[" + index + "]", clause);
        }
        int length = in.length();
        if (index >= alternatives.size()) {
            return decodeUnknown(marker, new UnknownAlternative(index, in.octets(length)));
        }
        int outer = in.open(length);
        C value = alternatives.get(index).decode(in, clause);
        in.close(outer, alternatives.get(index).name);
        return value;
    }

    @SuppressWarnings("unchecked") // the marker is only made by extensible()
    private static <C> C decodeUnknown(Alternative<C, ?, ?> marker, UnknownAlternative unknown) {
        return ((Alternative<C, ? extends C, UnknownAlternative>) marker).wrap.apply(unknown);
    }

    @Override
    public void encode(C value, OerWriter out) {
        for (int i = 0; i < alternatives.size(); i++) {
            if (alternatives.get(i).type.isInstance(value)) {
                out.uint8(0x80 | i);
                encodeAlternative(alternatives.get(i), value, i >= rootCount, out);
                return;
            }
        }
        UnknownAlternative unknown = unknown(value);
        out.uint8(0x80 | unknown.index());
        out.length(unknown.content().length());
        out.octets(unknown.content());
    }

    private static <C, R extends C, V> void encodeAlternative(
            Alternative<C, R, V> alternative, C value, boolean extension, OerWriter out) {
        if (!extension) {
            alternative.codec.encode(alternative.unwrap(value), out);
            return;
        }
        int begin = out.beginOpen();
        alternative.codec.encode(alternative.unwrap(value), out);
        out.endOpen(begin);
    }

    private UnknownAlternative unknown(C value) {
        if (marker != null && marker.type.isInstance(value)) {
            return (UnknownAlternative) marker.unwrap(value);
        }
        throw new IllegalArgumentException(value.getClass() + " is no alternative of " + typeName);
    }

    @Override
    public void print(C value, Printer out) {
        out.typed(typeName, value);
        for (Alternative<C, ?, ?> alternative : alternatives) {
            if (alternative.type.isInstance(value)) {
                printAlternative(alternative, value, out);
                return;
            }
        }
        out.alternative(typeName, "unknown alternative " + unknown(value).index());
        out.octets("unknown", unknown(value).content());
    }

    private <R extends C, V> void printAlternative(Alternative<C, R, V> alternative, C value, Printer out) {
        out.alternative(typeName, alternative.name);
        alternative.codec.print(alternative.unwrap(value), out);
    }

    /** Stands where a codec is asked for; an unknown alternative is read by the CHOICE itself. */
    private enum UnknownCodec implements Codec<UnknownAlternative> {
        UNUSED;

        @Override
        public String typeName() {
            return "...";
        }

        @Override
        public UnknownAlternative decode(OerReader in) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void encode(UnknownAlternative value, OerWriter out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void print(UnknownAlternative value, Printer out) {
            throw new UnsupportedOperationException();
        }
    }
}
