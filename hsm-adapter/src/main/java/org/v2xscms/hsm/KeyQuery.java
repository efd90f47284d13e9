package org.v2xscms.hsm;

import org.v2xscms.codec.oer.Octets;

/** Which keys of a token are meant. */
public sealed interface KeyQuery {

    record ByLabel(String label) implements KeyQuery {}

    record ById(Octets id) implements KeyQuery {}

    record All() implements KeyQuery {}

    default boolean matches(VaultKey key) {
        return switch (this) {
            case ByLabel query -> key.label().equals(query.label());
            case ById query -> key.id().equals(query.id());
            case All query -> true;
        };
    }
}
