package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Enumerated.enumerated;

import org.v2xscms.codec.oer.Codec;

/** Algorithms for deriving seeds (over i) and linkage values (over j); named by the module, used by no other type. */
public enum ExpansionAlgorithmIdentifier {
    SHA256_FOR_I_AES_FOR_J("sha256ForI-aesForJ"),
    SM3_FOR_I_SM4_FOR_J("sm3ForI-sm4ForJ");

    public static final Codec<ExpansionAlgorithmIdentifier> CODEC =
            enumerated("ExpansionAlgorithmIdentifier", MODULE, values(), value -> value.identifier);

    private final String identifier;

    ExpansionAlgorithmIdentifier(String identifier) {
        this.identifier = identifier;
    }
}
