package org.v2xscms.obu.provisioning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a step with an authority. All but {@link Done} leave the device as it was, ready to try again. */
public sealed interface Outcome<T> {

    /** It is done, checked and stored. */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * The authority refuses.
     *
     * @param status the HTTP status
     * @param number the error number of IEEE 1609.2.1-2022 such as {@code 400-42}; null from an authority that tells none
     * @param sentence what it means
     */
    record Refused<T>(int status, @Nullable String number, String sentence) implements Outcome<T> {}

    /** There is no result yet; the authority, or common sense, says when to ask again. */
    record TryLater<T>(Instant at) implements Outcome<T> {}

    /** No answer, or none that is whole: the same request can be sent again. */
    record NoAnswer<T>(String reason) implements Outcome<T> {}

    /**
     * The answer is not what an honest authority gives; nothing of it was kept.
     *
     * @param found the values that break the rule
     */
    record NotTrusted<T>(AnswerRule rule, String found) implements Outcome<T> {}
}
