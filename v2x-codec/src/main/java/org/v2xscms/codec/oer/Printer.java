package org.v2xscms.codec.oer;

/**
 * Receives the parts of a value in wire order, the way {@link Codec#print} walks it.
 *
 * <p>A text tree, JSON or any other view is an implementation of this interface; no view needs a description of the
 * types of its own.
 */
public interface Printer {

    /** A SEQUENCE begins; its present components follow, each announced by {@link #component}. */
    void beginSequence(String typeName);

    void component(String name);

    void endSequence();

    /** A SEQUENCE OF begins; {@code size} values follow. */
    void beginSequenceOf(String typeName, int size);

    void element(int index);

    void endSequenceOf();

    /** A CHOICE: the value of the named alternative follows. */
    void alternative(String typeName, String name);

    /** A number. */
    void number(String typeName, String decimal);

    /** A character string. */
    void text(String typeName, String text);

    /** A named value: an enumeration, BOOLEAN, NULL. */
    void name(String typeName, String name);

    /** Opaque octets or a bit string, as hex. */
    void octets(String typeName, Octets octets);

    /** What the next value means to a reader, such as a time in UTC. */
    default void note(String note) {}

    /** The next value as the Java type it has, for views that resolve more than the codec can. */
    default void typed(String typeName, Object value) {}

    /** The next value with its exact octets, for views that hash them. */
    default void encoded(String typeName, Encoded<?> encoded) {}
}
