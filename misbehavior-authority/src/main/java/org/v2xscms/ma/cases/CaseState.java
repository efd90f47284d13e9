package org.v2xscms.ma.cases;

/** Where a case stands. The names are stored; do not rename one. */
public enum CaseState {
    /** Evidence of enough reporters is there; operators look at it. */
    OPEN,
    /** Two operators approved the decision. */
    APPROVED,
    /** The device is being found and its seeds asked for. */
    RESOLVING,
    /** The entry stands on a published CRL. */
    REVOKED,
    /** An operator closed the case without a revocation. */
    REJECTED
}
