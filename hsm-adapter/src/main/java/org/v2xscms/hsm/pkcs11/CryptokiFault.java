package org.v2xscms.hsm.pkcs11;

/** A PKCS#11 call that failed. Its message names the return value (CKR_...) and never holds data or a PIN. */
final class CryptokiFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** What a failure means for the token, not which call reported it. */
    enum Kind {
        /** The session, its login or a handle is no longer valid: a new session heals it. */
        SESSION,
        /** The token or its slot is not there, or the library does not find it. */
        TOKEN_GONE,
        /** The PIN is wrong, locked or expired. Trying again could lock it. */
        PIN,
        /** The library cannot be loaded or initialised at all. */
        LIBRARY,
        /** No room for another object. */
        FULL,
        /** Data from outside that the token does not accept. */
        INVALID_INPUT,
        /** No key under the id, or one with another public point. */
        KEY_MISSING,
        /** The answer is not a signature by the expected key. */
        BAD_SIGNATURE,
        /** Anything else, such as CKR_DEVICE_ERROR and CKR_GENERAL_ERROR. */
        DEVICE
    }

    private final Kind kind;

    CryptokiFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    CryptokiFault(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
