package org.v2xscms.kernel.intent;

/** What became of a request. */
public sealed interface Admission {

    /** The intent is durable and this unit of work alone may finish it. */
    record Admitted(PersistedIntent intent) implements Admission {}

    /** The same request was answered before: this is that answer, octet for octet. */
    record Answered(ReleasedAnswer answer) implements Admission {}

    /** The request id was used with other content. Refused for ever. */
    record Conflicting() implements Admission {}

    /** Somebody else is at it, or began it with another profile: the caller asks again later. */
    record InProgress() implements Admission {}

    /** Given up without an answer, for the named rules. The same request never gets one. */
    record Abandoned(String rules) implements Admission {}

    /** The period was dropped: nothing is issued for it any more. */
    record PeriodDropped() implements Admission {}
}
