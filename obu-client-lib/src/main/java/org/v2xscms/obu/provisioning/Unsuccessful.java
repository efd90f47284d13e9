package org.v2xscms.obu.provisioning;

import org.v2xscms.codec.oer.DecodeException;

/**
 * Carries an unsuccessful outcome out of the steps of a protocol; it never leaves this package. Without stack trace: it
 * is no fault.
 */
final class Unsuccessful extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Outcome<?> outcome;

    Unsuccessful(Outcome<?> outcome) {
        super(null, null, false, false);
        this.outcome = outcome;
    }

    /** The steps of a protocol. */
    interface Steps<T> {
        T run() throws Unsuccessful;
    }

    /** Runs the steps to their outcome. */
    static <T> Outcome<T> outcomeOf(Steps<T> steps) {
        try {
            return new Outcome.Done<>(steps.run());
        } catch (Unsuccessful e) {
            return e.as();
        }
    }

    static Unsuccessful notTrusted(AnswerRule rule, String found) {
        return new Unsuccessful(new Outcome.NotTrusted<>(rule, found));
    }

    static Unsuccessful unreadable(DecodeException e) {
        return notTrusted(AnswerRule.READABLE, String.valueOf(e.getMessage()));
    }

    Outcome<?> outcome() {
        return outcome;
    }

    /** An unsuccessful outcome holds no value, so it is one of every type. */
    @SuppressWarnings("unchecked")
    private <T> Outcome<T> as() {
        return (Outcome<T>) outcome;
    }
}
