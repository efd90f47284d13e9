package org.v2xscms.crypto.butterfly;

/** What an expanded key is for; it sets the first 32 bits of the expansion function's input apart. */
public enum KeyUse {
    /** x = 0^32 ‖ i ‖ j ‖ 0^32. */
    SIGNING,
    /** x = 1^32 ‖ i ‖ j ‖ 0^32. */
    ENCRYPTION
}
