package org.v2xscms.hsm;

import java.util.function.Function;

/** What a vault answers: the value, or why not. Callers decide by switch, so no refusal is forgotten. */
public sealed interface VaultResult<T> {

    record Done<T>(T value) implements VaultResult<T> {}

    record Refused<T>(Refusal refusal) implements VaultResult<T> {}

    static <T> VaultResult<T> done(T value) {
        return new Done<>(value);
    }

    static <T> VaultResult<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** Continues with the value; a refusal passes through. */
    default <R> VaultResult<R> then(Function<? super T, VaultResult<R>> next) {
        return switch (this) {
            case Done<T> done -> next.apply(done.value());
            case Refused<T> refused -> refused(refused.refusal());
        };
    }
}
