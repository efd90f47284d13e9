package org.v2xscms.obu.provisioning;

/** How the key of a request becomes the keys of certificates, and how the answers come (IEEE 1609.2.1-2022 9.3). */
public enum KeyExpansion {
    /** Butterfly keys with a second caterpillar key for encryption; answers signed by the ACA. */
    ORIGINAL,
    /** Butterfly keys that also encrypt; answers signed by the ACA. */
    UNIFIED,
    /** Butterfly keys that also encrypt; answers not signed, the certificate itself convinces. */
    COMPACT_UNIFIED,
    /** One certificate for the key of the request; the answer encrypted to another key and signed by the ACA. */
    NONE_ENCRYPTED,
    /** One certificate for the key of the request; the answer for all to read. */
    NONE_PLAIN;

    /** Whether many certificates come of one request, a batch for each i-period. */
    public boolean isButterfly() {
        return this == ORIGINAL || this == UNIFIED || this == COMPACT_UNIFIED;
    }
}
