package org.v2xscms.kernel.audit;

/** What an audit record says was done. The names are stored; do not rename one. */
public enum AuditKind {
    /** The authority started, with which configuration and keys. */
    START,
    STOP,
    /** Signatures are about to be made over stored intents; counts the most there can be. */
    INTEND,
    /** Answers were stored and may leave; counts the signatures in them. */
    ISSUE,
    /** Intents were given up without an answer. */
    ABANDON,
    /** Requests were refused by a rule, as a periodic total. */
    REFUSE,
    /** A case went from one state to another, or an operator consented to it. */
    DECIDE,
    BLOCK,
    UNBLOCK,
    /** An authorised order for one identity was answered. */
    RESOLVE,
    PUBLISH,
    CONFIGURE,
    LOGIN,
    CEREMONY,
    HALT,
    RESUME;

    /**
     * Whether the record's time is cut to the hour: the times of many small issuances would tell which request of one
     * authority belongs to which answer of another.
     */
    boolean isCoarse() {
        return this == INTEND || this == ISSUE || this == ABANDON;
    }
}
