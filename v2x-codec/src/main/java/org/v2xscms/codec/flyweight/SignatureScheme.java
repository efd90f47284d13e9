package org.v2xscms.codec.flyweight;

/** The alternatives that PublicVerificationKey and Signature have in common, in wire order. */
public enum SignatureScheme {
    ECDSA_NIST_P256(32, false),
    ECDSA_BRAINPOOL_P256R1(32, false),
    ECDSA_BRAINPOOL_P384R1(48, true),
    ECDSA_NIST_P384(48, true),
    SM2(32, true);

    private static final SignatureScheme[] IN_WIRE_ORDER = values();

    private final int coordinateOctets;
    private final boolean extension;

    SignatureScheme(int coordinateOctets, boolean extension) {
        this.coordinateOctets = coordinateOctets;
        this.extension = extension;
    }

    /** Octets of a coordinate, and of r and s. */
    public int coordinateOctets() {
        return coordinateOctets;
    }

    /** Whether the alternative stands behind the extension marker, so that a length follows its tag. */
    boolean isExtension() {
        return extension;
    }

    /** Reads the tag; an unknown alternative is a fault of {@code in} and comes back as the first scheme. */
    static SignatureScheme read(Cursor in) {
        int at = in.position();
        int index = in.tag();
        if (index >= IN_WIRE_ORDER.length) {
            in.unsupported(at);
            return ECDSA_NIST_P256;
        }
        return IN_WIRE_ORDER[index];
    }
}
