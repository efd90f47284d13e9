package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE_2025;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Strings;

/**
 * Yes-or-no properties of a certificate holder; the type of ToBeSignedCertificate.flags.
 *
 * @param bits bit 0 of the BIT STRING is the most significant of the eight
 */
public record CertificateFlags(int bits) {

    /** A CA whose responses may be encrypted to compact unified butterfly keys. */
    public static final CertificateFlags USES_CUBK = new CertificateFlags(0x80);

    public static final Codec<CertificateFlags> CODEC = Strings.eightBits("BIT STRING")
            .as("BIT STRING", MODULE, CertificateFlags::new, CertificateFlags::bits, CertificateFlags::note)
            .where("at least one flag set", MODULE_2025 + ", ToBeSignedCertificate", flags -> flags.bits() != 0);

    public boolean usesCubk() {
        return (bits & USES_CUBK.bits) != 0;
    }

    private String note() {
        return usesCubk() ? "usesCubk" : "";
    }
}
