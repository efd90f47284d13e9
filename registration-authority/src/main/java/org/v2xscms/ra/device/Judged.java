package org.v2xscms.ra.device;

import java.util.function.Function;
import org.v2xscms.kernel.http.ErrorNumber;

/** What became of something a device sent, after one more check. */
public sealed interface Judged<T> {

    /** So far so good. */
    record Accepted<T>(T value) implements Judged<T> {}

    /** Refused for good. */
    record Refused<T>(ErrorNumber number) implements Judged<T> {}

    static <T> Judged<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Judged<T> refused(ErrorNumber number) {
        return new Refused<>(number);
    }

    /** The next check, where there was no refusal. */
    default <U> Judged<U> then(Function<T, Judged<U>> next) {
        return switch (this) {
            case Accepted<T>(T value) -> next.apply(value);
            case Refused<T>(ErrorNumber number) -> new Refused<>(number);
        };
    }
}
