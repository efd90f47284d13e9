package org.v2xscms.hsm;

/** How well a token is. */
public enum VaultState {
    /** Being looked for: at start, and after it was lost. */
    PROBING,
    USABLE,
    /** Answers, and something is wrong: recent errors, no room, or no second slot left. */
    DEGRADED,
    /** Given up: wrong PIN, library missing or hanging. An operator must act. */
    UNUSABLE
}
