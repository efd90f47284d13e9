package org.v2xscms.codec.flyweight;

/** The alternatives that PublicVerificationKey and Signature have in common, in wire order. */
public enum SignatureScheme {
    ECDSA_NIST_P256(32),
    ECDSA_BRAINPOOL_P256R1(32),
    ECDSA_BRAINPOOL_P384R1(48),
    ECDSA_NIST_P384(48),
    SM2(32);

    private static final SignatureScheme[] IN_WIRE_ORDER = values();

    /** Alternatives from this index on stand behind the extension marker. */
    private static final int FIRST_EXTENSION = 2;

    private final int coordinateOctets;

    SignatureScheme(int coordinateOctets) {
        this.coordinateOctets = coordinateOctets;
    }

    /** Octets of a coordinate, and of r and s. */
    public int coordinateOctets() {
        return coordinateOctets;
    }

    boolean isExtension() {
        return ordinal() >= FIRST_EXTENSION;
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
