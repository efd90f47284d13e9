package org.v2xscms.obu.provisioning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.PublicPoint;

/**
 * The authorization certificates a device asks for.
 *
 * @param id {@link LinkageData}, whose content does not matter, for pseudonym certificates
 * @param validity of the first batch, or of the one certificate
 * @param region null to take what the authority gives
 */
public record CertificateWish(
        CertificateType type,
        KeyExpansion expansion,
        CertificateId id,
        ValidityPeriod validity,
        @Nullable GeographicRegion region,
        List<PsidSsp> permissions) {

    /** The linkage value of a request, which an issued certificate must not have. */
    static final LinkageValue NO_LINKAGE_VALUE = new LinkageValue(Octets.of(new byte[9]));

    public CertificateWish {
        permissions = List.copyOf(permissions);
        if (id instanceof LinkageData && !expansion.isButterfly()) {
            throw new IllegalArgumentException("pseudonym certificates without butterfly keys can be linked");
        }
    }

    /** Pseudonym certificates, batch by batch from the period of {@code validity} on. */
    public static CertificateWish pseudonyms(
            CertificateType type, KeyExpansion expansion, ValidityPeriod validity, List<PsidSsp> permissions) {
        LinkageData dummy = new LinkageData(new IValue(0), NO_LINKAGE_VALUE, null);
        return new CertificateWish(type, expansion, dummy, validity, null, permissions);
    }

    /** One certificate under the name {@code id}, its answer encrypted. */
    public static CertificateWish application(
            CertificateType type, CertificateId id, ValidityPeriod validity, List<PsidSsp> permissions) {
        return new CertificateWish(type, KeyExpansion.NONE_ENCRYPTED, id, validity, null, permissions);
    }

    ToBeSignedCertificate toBeSigned(PublicPoint key) {
        return RequestedContent.of(id, validity, region, permissions, null, key);
    }
}
