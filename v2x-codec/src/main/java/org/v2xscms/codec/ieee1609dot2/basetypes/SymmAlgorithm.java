package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Enumerated.enumerated;

import org.v2xscms.codec.oer.Codec;

/** The ciphers in CCM mode with keys of 128 bits; the order of the constants is the one on the wire. */
public enum SymmAlgorithm {
    AES128_CCM("aes128Ccm"),
    SM4_CCM("sm4Ccm");

    public static final Codec<SymmAlgorithm> CODEC =
            enumerated("SymmAlgorithm", MODULE, values(), SymmAlgorithm::identifier);

    private final String identifier;

    SymmAlgorithm(String identifier) {
        this.identifier = identifier;
    }

    /** The identifier in the ASN.1 module. */
    public String identifier() {
        return identifier;
    }
}
