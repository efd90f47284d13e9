package org.v2xscms.crypto.certificate;

/** Which octets of an object were hashed. */
public enum HashedForm {
    /** With points compressed and r as x alone, as IEEE 1609.2-2022 6.4.3 asks. */
    CANONICAL,
    /** Exactly as the sender wrote them, as deployed ETSI systems do. */
    AS_SENT
}
