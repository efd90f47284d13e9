package org.v2xscms.crypto.revocation;

import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.v2xscms.codec.ieee1609dot2.crl.CracaType;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.CrlSsp;
import org.v2xscms.codec.ieee1609dot2.crl.SecuredCrl;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;

/**
 * Whether a certificate may sign a CRL (IEEE 1609.2-2022 7.3): it holds PSID 256 with a CrlSsp that names the series, and
 * the CRACA of the CRL is the signer itself or the signer's issuer, whichever the CrlSsp says. The CRL may name the CRACA
 * by the hash of its canonical form or, as deployed systems do, by that of the octets as sent.
 */
public final class CrlSigner {

    private CrlSigner() {}

    /** Why {@code signer}, issued by {@code issuer}, may not sign {@code crl}; empty where it may. */
    public static Optional<String> refusal(CrlContents crl, HashedCertificate signer, HashedCertificate issuer) {
        Optional<CrlSsp> permission = permission(signer);
        if (permission.isEmpty()) {
            return Optional.of(signer + " holds no CrlSsp for PSID 256");
        }
        if (!permission.get().crls().contains(crl.crlSeries())) {
            return Optional.of(
                    signer + " may not sign CRLs of series " + crl.crlSeries().value());
        }
        HashedCertificate craca = permission.get().associatedCraca() == CracaType.IS_CRACA ? signer : issuer;
        return craca.isNamed(crl.crlCraca())
                ? Optional.empty()
                : Optional.of(signer + " is bound to the CRACA " + craca.id() + ", not to " + crl.crlCraca());
    }

    private static Optional<CrlSsp> permission(HashedCertificate signer) {
        List<PsidSsp> permissions = signer.certificate().toBeSigned().value().appPermissions();
        return permissions == null
                ? Optional.empty()
                : permissions.stream()
                        .filter(permission -> permission.psid().equals(SecuredCrl.CRL_PSID))
                        .flatMap(permission -> permission.ssp() instanceof ServiceSpecificPermissions.Opaque(Octets ssp)
                                ? decode(ssp).stream()
                                : Optional.<CrlSsp>empty().stream())
                        .findFirst();
    }

    private static Optional<CrlSsp> decode(Octets ssp) {
        try {
            return Optional.of(CrlSsp.CODEC.decode(ssp, Reading.STRICT).value());
        } catch (DecodeException _) {
            // A permission that cannot be read gives none.
            return Optional.empty();
        }
    }
}
