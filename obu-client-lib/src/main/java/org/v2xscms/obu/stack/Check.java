package org.v2xscms.obu.stack;

import org.v2xscms.crypto.message.MessageRule;

/** What a received message must pass, in the order it is asked. */
public enum Check {
    /** Not longer than allowed, and the encoding of an Ieee1609Dot2Data. */
    DECODES,
    /** Signed with a certificate, the payload inside. */
    SIGNED,
    /** Of an application that was asked for. */
    APPLICATION,
    /** Generated within the application's time. */
    FRESH,
    /** The signer's chain is valid. */
    SIGNER_VALID,
    /** Neither the signer's certificate nor one above it is revoked. */
    SIGNER_NOT_REVOKED,
    /** The hash is the one that goes with the signer's key. */
    HASH_OF_KEY,
    /** The signer's certificate holds the PSID. */
    PERMITTED,
    /** Generated while the signer's certificate was valid. */
    GENERATED_WITHIN_VALIDITY,
    /** The expiry time has not passed. */
    NOT_EXPIRED,
    /** Generated inside the region of the signer's certificate. */
    GENERATED_WITHIN_REGION,
    SIGNATURE,
    /** Not seen before. */
    NOT_REPLAYED,
    /** Near enough to matter. */
    RELEVANT;

    static Check of(MessageRule rule) {
        return switch (rule) {
            case SIGNER_KNOWN, SIGNER_VALID -> SIGNER_VALID;
            case HASH_OF_KEY -> HASH_OF_KEY;
            case PERMISSION -> PERMITTED;
            case GENERATED_WITHIN_VALIDITY -> GENERATED_WITHIN_VALIDITY;
            case NOT_EXPIRED -> NOT_EXPIRED;
            case GENERATED_WITHIN_REGION -> GENERATED_WITHIN_REGION;
            case SIGNATURE -> SIGNATURE;
        };
    }
}
