package org.v2xscms.codec.oer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Sequence.Component;

/**
 * The ways to write a {@link Sequence}: one overload per number of components.
 *
 * <p>Java has no variadic generics, so that the compiler can check each component against the record's constructor there
 * is one functional interface and one factory for each number. They hold no logic and differ in nothing else; they are
 * kept out of the formatter's hands so that this stays visible.
 */
public final class Sequences {

    private Sequences() {}

    // spotless:off
    public interface Of1<
            A extends @Nullable Object, T> {
        T create(A a);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of1<A, T> constructor,
            Component<T, A> a) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0]),
                List.of(a));
    }

    public interface Of2<
            A extends @Nullable Object, B extends @Nullable Object, T> {
        T create(A a, B b);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of2<A, B, T> constructor,
            Component<T, A> a, Component<T, B> b) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1]),
                List.of(a, b));
    }

    public interface Of3<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, T> {
        T create(A a, B b, C c);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of3<A, B, C, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2]),
                List.of(a, b, c));
    }

    public interface Of4<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, T> {
        T create(A a, B b, C c, D d);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of4<A, B, C, D, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3]),
                List.of(a, b, c, d));
    }

    public interface Of5<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, T> {
        T create(A a, B b, C c, D d, E e);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of5<A, B, C, D, E, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d, Component<T, E> e) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4]),
                List.of(a, b, c, d, e));
    }

    public interface Of6<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, T> {
        T create(A a, B b, C c, D d, E e, F f);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of6<A, B, C, D, E, F, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d, Component<T, E> e,
            Component<T, F> f) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5]),
                List.of(a, b, c, d, e, f));
    }

    public interface Of7<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, T> {
        T create(A a, B b, C c, D d, E e, F f, G g);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of7<A, B, C, D, E, F, G, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d, Component<T, E> e,
            Component<T, F> f, Component<T, G> g) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6]),
                List.of(a, b, c, d, e, f, g));
    }

    public interface Of8<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, T> {
        T create(A a, B b, C c, D d, E e, F f, G g, H h);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of8<A, B, C, D, E, F, G, H, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d, Component<T, E> e,
            Component<T, F> f, Component<T, G> g, Component<T, H> h) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7]),
                List.of(a, b, c, d, e, f, g, h));
    }

    public interface Of9<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, T> {
        T create(A a, B b, C c, D d, E e, F f, G g, H h, I i);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of9<A, B, C, D, E, F, G, H, I, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d, Component<T, E> e,
            Component<T, F> f, Component<T, G> g, Component<T, H> h, Component<T, I> i) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8]),
                List.of(a, b, c, d, e, f, g, h, i));
    }

    public interface Of10<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, T> {
        T create(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of10<A, B, C, D, E, F, G, H, I, J, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d, Component<T, E> e,
            Component<T, F> f, Component<T, G> g, Component<T, H> h, Component<T, I> i, Component<T, J> j) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9]),
                List.of(a, b, c, d, e, f, g, h, i, j));
    }

    public interface Of11<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, T> {
        T create(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of11<A, B, C, D, E, F, G, H, I, J, K, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d, Component<T, E> e,
            Component<T, F> f, Component<T, G> g, Component<T, H> h, Component<T, I> i, Component<T, J> j,
            Component<T, K> k) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9],
                (K) v[10]),
                List.of(a, b, c, d, e, f, g, h, i, j, k));
    }

    public interface Of12<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object, T> {
        T create(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of12<A, B, C, D, E, F, G, H, I, J, K, L, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d, Component<T, E> e,
            Component<T, F> f, Component<T, G> g, Component<T, H> h, Component<T, I> i, Component<T, J> j,
            Component<T, K> k, Component<T, L> l) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9],
                (K) v[10], (L) v[11]),
                List.of(a, b, c, d, e, f, g, h, i, j, k, l));
    }

    public interface Of13<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, T> {
        T create(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of13<A, B, C, D, E, F, G, H, I, J, K, L, M, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d, Component<T, E> e,
            Component<T, F> f, Component<T, G> g, Component<T, H> h, Component<T, I> i, Component<T, J> j,
            Component<T, K> k, Component<T, L> l, Component<T, M> m) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9],
                (K) v[10], (L) v[11], (M) v[12]),
                List.of(a, b, c, d, e, f, g, h, i, j, k, l, m));
    }

    public interface Of14<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, T> {
        T create(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of14<A, B, C, D, E, F, G, H, I, J, K, L, M, N, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d, Component<T, E> e,
            Component<T, F> f, Component<T, G> g, Component<T, H> h, Component<T, I> i, Component<T, J> j,
            Component<T, K> k, Component<T, L> l, Component<T, M> m, Component<T, N> n) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9],
                (K) v[10], (L) v[11], (M) v[12], (N) v[13]),
                List.of(a, b, c, d, e, f, g, h, i, j, k, l, m, n));
    }

    public interface Of15<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object, T> {
        T create(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d, Component<T, E> e,
            Component<T, F> f, Component<T, G> g, Component<T, H> h, Component<T, I> i, Component<T, J> j,
            Component<T, K> k, Component<T, L> l, Component<T, M> m, Component<T, N> n, Component<T, O> o) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9],
                (K) v[10], (L) v[11], (M) v[12], (N) v[13], (O) v[14]),
                List.of(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o));
    }

    public interface Of16<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object, T> {
        T create(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d, Component<T, E> e,
            Component<T, F> f, Component<T, G> g, Component<T, H> h, Component<T, I> i, Component<T, J> j,
            Component<T, K> k, Component<T, L> l, Component<T, M> m, Component<T, N> n, Component<T, O> o,
            Component<T, P> p) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9],
                (K) v[10], (L) v[11], (M) v[12], (N) v[13], (O) v[14], (P) v[15]),
                List.of(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p));
    }

    public interface Of17<
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object, Q extends @Nullable Object, T> {
        T create(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l, M m, N n, O o, P p, Q q);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // each value came from the component of the same position
    public static <T,
            A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object,
            D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object,
            G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object,
            J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object,
            M extends @Nullable Object, N extends @Nullable Object, O extends @Nullable Object,
            P extends @Nullable Object, Q extends @Nullable Object> Codec<T> sequence(
            String typeName, String module, Of17<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, T> constructor,
            Component<T, A> a, Component<T, B> b, Component<T, C> c, Component<T, D> d, Component<T, E> e,
            Component<T, F> f, Component<T, G> g, Component<T, H> h, Component<T, I> i, Component<T, J> j,
            Component<T, K> k, Component<T, L> l, Component<T, M> m, Component<T, N> n, Component<T, O> o,
            Component<T, P> p, Component<T, Q> q) {
        return new Sequence<>(typeName, module, v -> constructor.create(
                (A) v[0], (B) v[1], (C) v[2], (D) v[3], (E) v[4], (F) v[5], (G) v[6], (H) v[7], (I) v[8], (J) v[9],
                (K) v[10], (L) v[11], (M) v[12], (N) v[13], (O) v[14], (P) v[15], (Q) v[16]),
                List.of(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q));
    }
    // spotless:on
}
