package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.oer.Enumerated.enumerated;

import org.v2xscms.codec.oer.Codec;

/** Where a CRL signer's CRACA is. */
public enum CracaType {
    IS_CRACA("isCraca"),
    ISSUER_IS_CRACA("issuerIsCraca");

    public static final Codec<CracaType> CODEC =
            enumerated("CracaType", CrlSsp.CRL_SSP_MODULE, values(), value -> value.identifier);

    private final String identifier;

    CracaType(String identifier) {
        this.identifier = identifier;
    }
}
