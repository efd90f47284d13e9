package org.v2xscms.cli.device;

import org.v2xscms.obu.provisioning.Outcome;

/** What came of a step with an authority, where anything but a result ends the command. */
public final class Outcomes {

    private Outcomes() {}

    /**
     * The result.
     *
     * @throws IllegalStateException if there is none; the message says why, in words for a user
     */
    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T> refused ->
                throw new IllegalStateException("the authority refuses: status " + refused.status()
                        + (refused.number() == null ? "" : ", error " + refused.number()) + ": " + refused.sentence());
            case Outcome.NotTrusted<T> not ->
                throw new IllegalStateException(
                        "an answer breaks the rule that " + not.rule().requirement() + ": " + not.found());
            case Outcome.TryLater<T> later -> throw new IllegalStateException("not ready: come back at " + later.at());
            case Outcome.NoAnswer<T> none -> throw new IllegalStateException("no answer: " + none.reason());
        };
    }
}
