package org.v2xscms.crypto.sign;

/** Whether a signature holds, and if not, why. */
public sealed interface SignatureVerdict {

    /** The signature belongs to the digest and the key. */
    record Valid() implements SignatureVerdict {}

    record Invalid(Reason reason) implements SignatureVerdict {}

    enum Reason {
        /** r or s has another length than the order of the key's curve. */
        WRONG_LENGTH,
        /** r is not in [1, n-1]. */
        R_OUT_OF_RANGE,
        /** s is not in [1, n-1]. */
        S_OUT_OF_RANGE,
        /** The numbers are in range and do not fit digest and key. */
        MISMATCH
    }

    default boolean isValid() {
        return this instanceof Valid;
    }
}
