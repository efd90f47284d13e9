package org.v2xscms.hsm;

import java.time.Duration;

/** Why a vault did not do what it was asked. */
public sealed interface Refusal {

    /** The refusal as one sentence for an operator; never holds a secret or a PIN. */
    String reason();

    /** Why a token cannot answer just now. */
    enum Cause {
        /** Healthy, and too many callers: nothing was tried. */
        BUSY,
        /** Not reached yet, or lost and being looked for. */
        PROBING,
        /** The token answered with errors, also after a new session and a new login. */
        FAULT,
        /** The token took the call and did not answer in time; a late answer is thrown away. */
        LATE,
        /** The waiting thread was interrupted. */
        INTERRUPTED
    }

    /** Worth trying again after {@code retryAfter}, which is what an HTTP Retry-After header should say. */
    record TemporarilyUnavailable(Cause cause, Duration retryAfter, String reason) implements Refusal {}

    /** Nothing will change until an operator acts or the process restarts. */
    record PermanentlyUnusable(String reason) implements Refusal {}

    /** The token holds no such key, or holds another key under its id. */
    record KeyMissing(String reason) implements Refusal {}

    /** A rule of the signing policy. */
    enum Rule {
        PURPOSE,
        MESSAGE_KIND,
        RATE,
        NON_EXTRACTABLE,
        LABEL_TAKEN,
        NO_POLICY
    }

    /** The policy forbids it; the token was not asked. */
    record PolicyRefused(Rule rule, String reason) implements Refusal {}

    /** The token lacks what it takes; {@code instead} says what to use. */
    record Unsupported(Capability capability, String reason, String instead) implements Refusal {}

    /** No room for another key. Keys that exist keep working. */
    record TokenFull(String reason) implements Refusal {}

    /** Input from outside is not valid: a point off the curve, a wrapped key that fails its integrity check. */
    record InvalidInput(String reason) implements Refusal {}
}
