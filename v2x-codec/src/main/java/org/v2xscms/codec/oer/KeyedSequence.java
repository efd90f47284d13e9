package org.v2xscms.codec.oer;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A SEQUENCE of two components in which the first decides the type of the second, as an information object class does.
 *
 * <p>On the wire it is the key, then the content; content that is an open type gets its length from
 * {@link OpenType#openType}, content of an unknown key from {@link Strings#octetString}.
 */
public final class KeyedSequence<T, K, V> implements Codec<T> {

    private final String typeName;
    private final String keyName;
    private final Codec<K> key;
    private final Function<T, K> getKey;
    private final String contentName;
    private final Function<K, Codec<V>> content;
    private final Function<T, V> getContent;
    private final BiFunction<K, V, T> constructor;

    private KeyedSequence(
            String typeName,
            BiFunction<K, V, T> constructor,
            String keyName,
            Codec<K> key,
            Function<T, K> getKey,
            String contentName,
            Function<K, Codec<V>> content,
            Function<T, V> getContent) {
        this.typeName = typeName;
        this.keyName = keyName;
        this.key = key;
        this.getKey = getKey;
        this.contentName = contentName;
        this.content = content;
        this.getContent = getContent;
        this.constructor = constructor;
    }

    /**
     * The SEQUENCE of {@code key} and what it decides.
     *
     * @param constructor accepts every pair it is given
     * @param content the type of the second component for a value of the first
     */
    public static <T, K, V> Codec<T> keyedSequence(
            String typeName,
            BiFunction<K, V, T> constructor,
            String keyName,
            Codec<K> key,
            Function<T, K> getKey,
            String contentName,
            Function<K, Codec<V>> content,
            Function<T, V> getContent) {
        return new KeyedSequence<>(typeName, constructor, keyName, key, getKey, contentName, content, getContent);
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public T decode(OerReader in) throws DecodeException {
        in.enter(typeName);
        K first = decode(keyName, key, in);
        V second = decode(contentName, content.apply(first), in);
        in.leave();
        return constructor.apply(first, second);
    }

    private static <C> C decode(String name, Codec<C> codec, OerReader in) throws DecodeException {
        try {
            return codec.decode(in);
        } catch (DecodeException e) {
            throw e.within(name);
        }
    }

    @Override
    public void encode(T value, OerWriter out) {
        K first = getKey.apply(value);
        key.encode(first, out);
        content.apply(first).encode(getContent.apply(value), out);
    }

    @Override
    public void print(T value, Printer out) {
        K first = getKey.apply(value);
        out.beginSequence(typeName);
        out.component(keyName);
        key.print(first, out);
        out.component(contentName);
        content.apply(first).print(getContent.apply(value), out);
        out.endSequence();
    }
}
