package org.v2xscms.codec.oer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A SEQUENCE (ITU-T X.696 clause 16) as a codec over a record.
 *
 * <p>A definition reads like the ASN.1 module: the name, the module, the record's constructor, then one line per
 * component in order:
 *
 * <pre>{@code
 * public static final Codec<PsidSsp> CODEC = sequence("PsidSsp", MODULE, PsidSsp::new,
 *         required("psid", Psid.CODEC, PsidSsp::psid),
 *         optional("ssp", ServiceSpecificPermissions.CODEC, PsidSsp::ssp));
 * }</pre>
 *
 * <p>{@link #addition} is a component behind the extension marker, always optional. A SEQUENCE with a marker ends with
 * {@link #extensible}, which keeps additions of other schema editions. On the wire stand, in this order: the preamble
 * (extension bit, then one bit per OPTIONAL or DEFAULT component), the root components, the presence bitmap of the
 * additions, each present addition as an open type.
 *
 * <p>The overloads of {@link Sequences#sequence} differ only in the number of components; the compiler checks each
 * component against the record's constructor, and everything behind them is one loop over {@link Component}s.
 */
public final class Sequence<T> implements Codec<T> {

    /** More bits than any schema edition will have additions; bounds the work an unknown bitmap can ask for. */
    private static final int MAX_ADDITIONS = 64;

    private final String typeName;
    private final String clause;
    private final List<Component<T, ?>> roots;
    private final List<Component<T, ?>> additions;
    private final @Nullable Component<T, ?> marker;
    private final int preambleBits;

    /** The shortest presence bitmap that an edition we read strictly has. */
    private final int leastBitmap;

    private final Function<@Nullable Object[], T> constructor;

    Sequence(
            String typeName,
            String module,
            Function<@Nullable Object[], T> constructor,
            List<? extends Component<T, ?>> components) {
        this.typeName = typeName;
        this.clause = module + ", " + typeName;
        this.constructor = constructor;
        this.roots = components.stream()
                .<Component<T, ?>>map(c -> c)
                .filter(c -> c.kind.inRoot())
                .toList();
        this.additions = components.stream()
                .<Component<T, ?>>map(c -> c)
                .filter(c -> c.kind == Kind.ADDITION || c.kind == Kind.LATEST_ADDITION)
                .toList();
        this.leastBitmap =
                (int) additions.stream().filter(c -> c.kind == Kind.ADDITION).count();
        this.marker = components.stream()
                .<Component<T, ?>>map(c -> c)
                .filter(c -> c.kind == Kind.MARKER)
                .findFirst()
                .orElse(null);
        this.preambleBits =
                (int) roots.stream().filter(c -> c.kind != Kind.REQUIRED).count() + (marker == null ? 0 : 1);
        if (marker == null && !additions.isEmpty()) {
            throw new IllegalArgumentException(typeName + " has additions but no extension marker");
        }
    }

    private enum Kind {
        REQUIRED,
        OPTIONAL,
        DEFAULT,
        ADDITION,
        LATEST_ADDITION,
        MARKER;

        boolean inRoot() {
            return this == REQUIRED || this == OPTIONAL || this == DEFAULT;
        }
    }

    /** One component of a SEQUENCE: its identifier in the module, its type, and where the record keeps it. */
    public static final class Component<T, V extends @Nullable Object> {

        private final Kind kind;
        private final String name;
        private final @Nullable Codec<V> codec;
        private final Function<T, V> get;
        private final @Nullable V defaultValue;

        private Component(
                Kind kind, String name, @Nullable Codec<V> codec, Function<T, V> get, @Nullable V defaultValue) {
            this.kind = kind;
            this.name = name;
            this.codec = codec;
            this.get = get;
            this.defaultValue = defaultValue;
        }

        @SuppressWarnings("NullAway") // only the marker has no codec, and it is never encoded as a value
        private Codec<V> codec() {
            return codec;
        }

        private boolean present(T value) {
            Object component = get.apply(value);
            return component != null && !component.equals(defaultValue);
        }

        private V decode(OerReader in) throws DecodeException {
            try {
                return codec().decode(in);
            } catch (DecodeException e) {
                throw e.within(name);
            }
        }

        private void encode(T value, OerWriter out) {
            codec().encode(get.apply(value), out);
        }

        private void print(T value, Printer out) {
            V component = get.apply(value);
            if (component != null) {
                out.component(name);
                codec().print(component, out);
            }
        }
    }

    /** A component that is always present. */
    public static <T, V> Component<T, V> required(String name, Codec<V> codec, Function<T, V> get) {
        return new Component<>(Kind.REQUIRED, name, codec, get, null);
    }

    /** An OPTIONAL component, null in the record when absent. */
    @SuppressWarnings("NullAway") // a Codec<V> is used for present values only
    public static <T, V> Component<T, @Nullable V> optional(String name, Codec<V> codec, Function<T, @Nullable V> get) {
        return new Component<T, @Nullable V>(Kind.OPTIONAL, name, (Codec<@Nullable V>) codec, get, null);
    }

    /** A DEFAULT component: canonical OER forbids writing the default (X.696 16.2.2), the record always holds it. */
    public static <T, V> Component<T, V> defaulted(String name, Codec<V> codec, V defaultValue, Function<T, V> get) {
        return new Component<>(Kind.DEFAULT, name, codec, get, defaultValue);
    }

    /** An OPTIONAL component behind the extension marker, null in the record when absent. */
    @SuppressWarnings("NullAway") // a Codec<V> is used for present values only
    public static <T, V> Component<T, @Nullable V> addition(String name, Codec<V> codec, Function<T, @Nullable V> get) {
        return new Component<T, @Nullable V>(Kind.ADDITION, name, (Codec<@Nullable V>) codec, get, null);
    }

    /**
     * An {@link #addition} that the 2025 edition brought. A sender of the 2022 edition, which is in force beside it, writes
     * the presence bitmap without its bit, and strict reading takes that, too. Stands behind other additions.
     */
    @SuppressWarnings("NullAway") // a Codec<V> is used for present values only
    public static <T, V> Component<T, @Nullable V> additionOf2025(
            String name, Codec<V> codec, Function<T, @Nullable V> get) {
        return new Component<T, @Nullable V>(Kind.LATEST_ADDITION, name, (Codec<@Nullable V>) codec, get, null);
    }

    /** The extension marker: keeps what other schema editions add. Stands last. */
    public static <T> Component<T, Additions> extensible(Function<T, Additions> get) {
        return new Component<>(Kind.MARKER, "...", null, get, null);
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public T decode(OerReader in) throws DecodeException {
        in.enter(typeName);
        int start = in.position();
        @Nullable Object[] values = new @Nullable Object[roots.size() + additions.size() + (marker == null ? 0 : 1)];
        int preamble = preambleBits == 0 ? 0 : in.preamble(preambleBits);
        int bit = preambleBits;
        boolean extended = marker != null && (preamble >>> --bit & 1) != 0;
        int at = 0;
        for (int i = 0; i < roots.size(); i++) {
            Component<T, ?> root = roots.get(i);
            if (root.kind == Kind.REQUIRED || (preamble >>> --bit & 1) != 0) {
                int from = in.position();
                Object value = root.decode(in);
                if (root.kind == Kind.DEFAULT && value.equals(root.defaultValue)) {
                    in.deviates(
                            from, root.name + " left out at its default", in.shownSince(from), "ITU-T X.696 16.2.2");
                }
                values[at] = value;
            } else {
                values[at] = root.defaultValue;
            }
            at++;
        }
        if (marker != null) {
            values[values.length - 1] = extended ? decodeAdditions(in, values, at) : Additions.NONE;
        }
        in.leave();
        try {
            return constructor.apply(values);
        } catch (IllegalArgumentException e) {
            throw in.failure(start, String.valueOf(e.getMessage()), "a " + typeName + " that breaks this", clause);
        }
    }

    private Additions decodeAdditions(OerReader in, @Nullable Object[] values, int firstAddition)
            throws DecodeException {
        int start = in.position();
        int length = in.length();
        if (length == 0) {
            throw in.failure(start, "the unused bit count of the presence bitmap", "nothing", "ITU-T X.696 13.3");
        }
        Octets bitmap = in.octets(length);
        int unused = bitmap.get(0);
        int bits = (bitmap.length() - 1) * 8 - unused;
        if (unused < 0 || unused > 7 || bits < 1 || bits > MAX_ADDITIONS) {
            throw in.failure(
                    start, "a presence bitmap of 1 to " + MAX_ADDITIONS + " bits", bitmap.hex(), "ITU-T X.696 16.4.2");
        }
        boolean any = false;
        List<Additions.Unknown> unknown = new ArrayList<>(0);
        for (int i = 0; i < bitmap.length() * 8 - 8; i++) {
            if ((bitmap.get(1 + (i >>> 3)) >>> (7 - (i & 7)) & 1) == 0) {
                continue;
            }
            if (i >= bits) {
                in.deviates(start, "zero in the unused bits of the bitmap", bitmap.hex(), "ITU-T X.696 13.3");
                break;
            }
            any = true;
            if (i < additions.size()) {
                values[firstAddition + i] = decodeAddition(in, additions.get(i));
            } else {
                unknown.add(new Additions.Unknown(i, in.octets(in.length())));
            }
        }
        if (!any) {
            in.deviates(start, "at least one addition present", bitmap.hex(), "ITU-T X.696 16.2.2");
        }
        if (bits < leastBitmap) {
            in.deviates(
                    start,
                    "a presence bitmap of " + additions.size() + " bits for " + typeName,
                    bits + " bits, as an older schema edition has it",
                    "ITU-T X.696 16.4.2");
        }
        boolean ours = bits == additions.size() && unknown.isEmpty();
        return ours ? Additions.NONE : new Additions(bits, unknown);
    }

    private @Nullable Object decodeAddition(OerReader in, Component<T, ?> addition) throws DecodeException {
        int outer = in.open(in.length());
        Object value = addition.decode(in);
        in.close(outer, addition.codec().typeName());
        return value;
    }

    @Override
    public void encode(T value, OerWriter out) {
        Additions kept = marker == null ? Additions.NONE : (Additions) marker.get.apply(value);
        boolean extended = !kept.unknown().isEmpty();
        for (Component<T, ?> addition : additions) {
            extended |= addition.present(value);
        }
        if (preambleBits > 0) {
            int preamble = marker != null && extended ? 1 : 0;
            for (Component<T, ?> root : roots) {
                if (root.kind != Kind.REQUIRED) {
                    preamble = preamble << 1 | (root.present(value) ? 1 : 0);
                }
            }
            int octets = (preambleBits + 7) >>> 3;
            out.fixed((long) preamble << (octets * 8 - preambleBits), octets);
        }
        for (Component<T, ?> root : roots) {
            if (root.kind == Kind.REQUIRED || root.present(value)) {
                root.encode(value, out);
            }
        }
        if (extended) {
            encodeAdditions(value, kept, out);
        }
    }

    private void encodeAdditions(T value, Additions kept, OerWriter out) {
        int bits = kept.bitmapLength() == 0 ? additions.size() : kept.bitmapLength();
        byte[] bitmap = new byte[(bits + 7) >>> 3];
        for (int i = 0; i < additions.size(); i++) {
            if (additions.get(i).present(value)) {
                if (i >= bits) {
                    throw new IllegalArgumentException(typeName + " of an older edition cannot hold "
                            + additions.get(i).name + ": its presence bitmap has " + bits + " bits");
                }
                bitmap[i >>> 3] |= (byte) (0x80 >>> (i & 7));
            }
        }
        for (Additions.Unknown unknown : kept.unknown()) {
            bitmap[unknown.index() >>> 3] |= (byte) (0x80 >>> (unknown.index() & 7));
        }
        out.length(bitmap.length + 1);
        out.uint8(bitmap.length * 8 - bits);
        out.octets(Octets.of(bitmap));
        for (Component<T, ?> addition : additions) {
            if (addition.present(value)) {
                int begin = out.beginOpen();
                addition.encode(value, out);
                out.endOpen(begin);
            }
        }
        for (Additions.Unknown unknown : kept.unknown()) {
            out.length(unknown.content().length());
            out.octets(unknown.content());
        }
    }

    @Override
    public void print(T value, Printer out) {
        out.typed(typeName, value);
        out.beginSequence(typeName);
        for (Component<T, ?> root : roots) {
            root.print(value, out);
        }
        for (Component<T, ?> addition : additions) {
            addition.print(value, out);
        }
        if (marker != null) {
            for (Additions.Unknown unknown : ((Additions) marker.get.apply(value)).unknown()) {
                out.component("addition " + unknown.index());
                out.octets("unknown", unknown.content());
            }
        }
        out.endSequence();
    }
}
