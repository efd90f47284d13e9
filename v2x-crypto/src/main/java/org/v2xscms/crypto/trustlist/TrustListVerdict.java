package org.v2xscms.crypto.trustlist;

/** Whether a trust list follows from what was trusted before. */
public sealed interface TrustListVerdict {

    /** It does; from now on it says what is trusted. */
    record Accepted(TrustList list) implements TrustListVerdict {}

    /**
     * It does not; what was trusted before stays so.
     *
     * @param found the values that break the rule
     */
    record Refused(TrustListRule rule, String found) implements TrustListVerdict {}
}
