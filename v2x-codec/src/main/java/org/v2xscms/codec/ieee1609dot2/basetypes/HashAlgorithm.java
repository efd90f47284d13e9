package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Enumerated.enumerated;

import org.v2xscms.codec.oer.Codec;

/** The hash algorithms; the order of the constants is the one on the wire. */
public enum HashAlgorithm {
    SHA256("sha256"),
    SHA384("sha384"),
    SM3("sm3");

    public static final Codec<HashAlgorithm> CODEC =
            enumerated("HashAlgorithm", MODULE, values(), HashAlgorithm::identifier);

    private final String identifier;

    HashAlgorithm(String identifier) {
        this.identifier = identifier;
    }

    /** The identifier in the ASN.1 module. */
    public String identifier() {
        return identifier;
    }
}
