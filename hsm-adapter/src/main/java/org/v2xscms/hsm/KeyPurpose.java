package org.v2xscms.hsm;

/** The one thing a key is for. A token key whose attributes allow more than one is not accepted. */
public enum KeyPurpose {
    /** Signs digests; PKCS#11 CKA_SIGN. */
    SIGNING,
    /** Decrypts ECIES by Diffie-Hellman; PKCS#11 CKA_DERIVE. */
    AGREEMENT,
    /** Wraps other keys; PKCS#11 CKA_WRAP and CKA_UNWRAP. */
    WRAPPING
}
