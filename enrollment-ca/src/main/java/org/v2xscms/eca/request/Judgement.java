package org.v2xscms.eca.request;

import org.v2xscms.kernel.http.ErrorNumber;

/** What a rule makes of a request. */
public sealed interface Judgement<T> {

    record Passed<T>(T value) implements Judgement<T> {}

    /**
     * It is refused, and nothing of it remains.
     *
     * @param reason one sentence for the operator's log, without anything that tells a device
     */
    record Refused<T>(ErrorNumber number, String reason) implements Judgement<T> {}

    static <T> Judgement<T> passed(T value) {
        return new Passed<>(value);
    }

    static <T> Judgement<T> refused(ErrorNumber number, String reason) {
        return new Refused<>(number, reason);
    }
}
