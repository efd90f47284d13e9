package org.v2xscms.kernel.exchange;

import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;

/** What the holder of a certificate is in the system: its SSP for PSID 35 (IEEE 1609.2.1-2022 Protocol, SecurityMgmtSsp). */
public enum Role {
    ELECTOR,
    ROOT,
    ICA,
    ECA,
    ACA,
    CRL_SIGNER,
    LA,
    MA,
    RA,
    DC;

    /** The role a certificate states; empty where it states none that takes part in back-end traffic. */
    public static Optional<Role> of(HashedCertificate certificate) {
        return ssp(certificate).flatMap(Role::of);
    }

    /** The parameters of the role, such as the number of a linkage authority. */
    public static Optional<SecurityMgmtSsp> ssp(HashedCertificate certificate) {
        ToBeSignedCertificate holder = certificate.certificate().toBeSigned().value();
        if (holder.appPermissions() == null) {
            return Optional.empty();
        }
        return holder.appPermissions().stream()
                .filter(permission -> permission.psid().equals(SecurityMgmtPsid.PSID))
                .findFirst()
                .flatMap(permission -> permission.ssp() instanceof ServiceSpecificPermissions.Opaque(var octets)
                        ? decode(octets)
                        : Optional.empty());
    }

    private static Optional<SecurityMgmtSsp> decode(Octets octets) {
        try {
            return Optional.of(
                    SecurityMgmtSsp.CODEC.decode(octets, Reading.STRICT).value());
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Role> of(SecurityMgmtSsp ssp) {
        return Optional.ofNullable(
                switch (ssp) {
                    case SecurityMgmtSsp.Elector _ -> ELECTOR;
                    case SecurityMgmtSsp.Root _ -> ROOT;
                    case SecurityMgmtSsp.Ica _ -> ICA;
                    case SecurityMgmtSsp.Eca _ -> ECA;
                    case SecurityMgmtSsp.Aca _ -> ACA;
                    case SecurityMgmtSsp.Crl _ -> CRL_SIGNER;
                    case SecurityMgmtSsp.La _ -> LA;
                    case SecurityMgmtSsp.Ma _ -> MA;
                    case SecurityMgmtSsp.Ra _ -> RA;
                    case SecurityMgmtSsp.Dc _ -> DC;
                    case SecurityMgmtSsp.Pg _,
                            SecurityMgmtSsp.Dcm _,
                            SecurityMgmtSsp.Lop _,
                            SecurityMgmtSsp.Ee _,
                            SecurityMgmtSsp.Unknown _ -> null;
                });
    }
}
