package org.v2xscms.hsm;

/** What a signature will stand under. A signing key is allowed some kinds and refuses the others. */
public enum MessageKind {
    CERTIFICATE,
    CRL,
    CERTIFICATE_TRUST_LIST,
    POLICY_FILE,
    /** A signed data unit of the interfaces of IEEE 1609.2.1-2022. */
    SIGNED_RESPONSE,
    SIGNED_REQUEST,
    AUDIT_CHECKPOINT,
    CEREMONY_TRANSCRIPT
}
