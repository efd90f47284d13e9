package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Enumerated.enumerated;

import org.v2xscms.codec.oer.Codec;

/** Whether a certificate holds a key and a signature or only what a key is reconstructed from. */
public enum CertificateType {
    EXPLICIT("explicit"),
    IMPLICIT("implicit");

    public static final Codec<CertificateType> CODEC =
            enumerated("CertificateType", MODULE, values(), CertificateType::identifier);

    private final String identifier;

    CertificateType(String identifier) {
        this.identifier = identifier;
    }

    /** The identifier in the ASN.1 module. */
    public String identifier() {
        return identifier;
    }
}
