package org.v2xscms.crypto.trustlist;

/**
 * What a trust list must satisfy to follow another. IEEE 1609.2.1-2022 defines the structure (Ieee1609Dot2Dot1CertManagement,
 * MultiSignedCtl and FullIeeeTbsCtl); that a list is judged by the electors of its predecessor, and in this order, is this
 * project's reading.
 */
public enum TrustListRule {
    KIND("the list is of type fullIeeeCtl"),
    SERIES("the list is of the series that is followed"),
    SEQUENCE("the sequence number is above that of the last list"),
    EFFECTIVE_ORDER("the list takes effect no earlier than the last list"),
    IN_EFFECT("the list has taken effect"),
    QUORUM_POSSIBLE("the quorum for the next list is at least 1 and at most the number of electors approved"),
    QUORUM("as many electors of the last list have signed as its quorum asks for");

    private final String requirement;

    TrustListRule(String requirement) {
        this.requirement = requirement;
    }

    /** What holds when the rule is kept, as a clause of a sentence. */
    public String requirement() {
        return requirement;
    }
}
