package org.v2xscms.codec.oer;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A SEQUENCE of an identifier (0 to 255) and a content whose type the identifier chooses from an information object set,
 * as a codec over a sealed interface with one record per object.
 *
 * <p>The sets of IEEE 1609.2 are extensible: what has an identifier we do not know is kept as it came by
 * {@link #others}.
 */
public final class ObjectSet<C> implements Codec<C> {

    private final String typeName;
    private final String idName;
    private final String contentName;
    private final String clause;
    private final List<InformationObject<C, ?, ?>> objects;

    private ObjectSet(
            String typeName,
            String module,
            String idName,
            String contentName,
            List<InformationObject<C, ?, ?>> objects) {
        this.typeName = typeName;
        this.clause = module + ", " + typeName;
        this.idName = idName;
        this.contentName = contentName;
        this.objects = objects;
    }

    /** One row of the set: the identifier, the codec of the content and the record that stands for it. */
    public static final class InformationObject<C, R extends C, V> {

        private final @Nullable Integer id;
        private final Codec<V> content;
        private final Class<R> type;
        private final BiFunction<Integer, V, R> wrap;
        private final ToIntFunction<R> idOf;
        private final Function<R, V> unwrap;

        private InformationObject(
                @Nullable Integer id,
                Codec<V> content,
                Class<R> type,
                BiFunction<Integer, V, R> wrap,
                ToIntFunction<R> idOf,
                Function<R, V> unwrap) {
            this.id = id;
            this.content = content;
            this.type = type;
            this.wrap = wrap;
            this.idOf = idOf;
            this.unwrap = unwrap;
        }

        private void encode(C value, OerWriter out) {
            R record = type.cast(value);
            out.uint8(idOf.applyAsInt(record));
            content.encode(unwrap.apply(record), out);
        }
    }

    /**
     * What {@code id} stands for.
     *
     * @param content as it stands on the wire, so with {@link OpenType#openType} where the field is an open type
     */
    public static <C, R extends C, V> InformationObject<C, R, V> object(
            int id, Codec<V> content, Class<R> type, Function<V, R> wrap, Function<R, V> unwrap) {
        return new InformationObject<>(id, content, type, (any, value) -> wrap.apply(value), record -> id, unwrap);
    }

    /** Everything with an identifier that no {@link #object} has; stands last. */
    public static <C, R extends C, V> InformationObject<C, R, V> others(
            Codec<V> content,
            Class<R> type,
            BiFunction<Integer, V, R> wrap,
            ToIntFunction<R> id,
            Function<R, V> unwrap) {
        return new InformationObject<>(null, content, type, wrap, id, unwrap);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the objects are only read
    public static <C> Codec<C> objectSet(
            String typeName,
            String module,
            String idName,
            String contentName,
            InformationObject<C, ? extends C, ?>... objects) {
        return new ObjectSet<C>(typeName, module, idName, contentName, List.of(objects));
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public C decode(OerReader in) throws DecodeException {
        in.enter(typeName);
        int start = in.position();
        int id = in.uint8();
        for (InformationObject<C, ?, ?> object : objects) {
            if (object.id == null || object.id == id) {
                C value = decodeContent(object, id, in);
                in.leave();
                return value;
            }
        }
        throw in.failure(start, "an identifier of " + typeName, Integer.toString(id), clause);
    }

    private <R extends C, V> C decodeContent(InformationObject<C, R, V> object, int id, OerReader in)
            throws DecodeException {
        int start = in.position();
        try {
            return object.wrap.apply(id, object.content.decode(in));
        } catch (DecodeException e) {
            throw e.within(contentName);
        } catch (IllegalArgumentException e) {
            throw in.failure(start, String.valueOf(e.getMessage()), "a " + typeName + " that breaks this", clause);
        }
    }

    @Override
    public void encode(C value, OerWriter out) {
        objectOf(value).encode(value, out);
    }

    @Override
    public void print(C value, Printer out) {
        print(objectOf(value), value, out);
    }

    private <R extends C, V> void print(InformationObject<C, R, V> object, C value, Printer out) {
        R record = object.type.cast(value);
        out.beginSequence(typeName);
        out.component(idName);
        out.number("INTEGER", Integer.toString(object.idOf.applyAsInt(record)));
        out.component(contentName);
        object.content.print(object.unwrap.apply(record), out);
        out.endSequence();
    }

    private InformationObject<C, ?, ?> objectOf(C value) {
        for (InformationObject<C, ?, ?> object : objects) {
            if (object.type.isInstance(value)) {
                return object;
            }
        }
        throw new IllegalArgumentException(value.getClass() + " is no object of " + typeName);
    }
}
