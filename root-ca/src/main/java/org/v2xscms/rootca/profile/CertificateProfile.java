package org.v2xscms.rootca.profile;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateFlags;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.SubjectPermissions;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.v2xscms.codec.ieee1609dot2.basetypes.SspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2.crl.CracaType;
import org.v2xscms.codec.ieee1609dot2.crl.CrlSsp;
import org.v2xscms.codec.ieee1609dot2.crl.SecuredCrl;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.LaSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.MaSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RoleSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.rootca.request.AuthorityRequest;

/**
 * What stands in the certificate of each kind of authority: the permissions of the deployed American system.
 *
 * <pre>
 *            signs for                  issues (minChainLength, range, kind)            CRL series
 * root       35 root, 256 CRLs          all 3 -1 both; 35, 38, 256 each 1 -1 both       0
 * ICA        35 ica                     all 2 0 both; 35 and 256 1 -1 both              2
 * ECA        35 eca                     all 1 0 enrolment                               2
 * ACA        35 aca                     all 1 0 application                             2
 * RA         35 ra                      nothing; requests all, minChainLength 0         2
 * LA         35 la with its number      nothing                                         2
 * MA         35 ma with its PSIDs       nothing                                         256
 * CRL signer 35 crl, 256 issuerIsCraca  nothing                                         256
 * elector    35 elector                 nothing                                         0
 * </pre>
 *
 * <p>The root is the CRACA: certificates below it carry the last three octets of its hash. The ACA has the flag usesCubk,
 * without which no device may ask it for compact unified butterfly responses.
 */
public final class CertificateProfile {

    private static final Psid MISBEHAVIOUR_REPORT = new Psid(38);

    private static final CrlSeries NO_SERIES = new CrlSeries(0);
    private static final CrlSeries INFRASTRUCTURE = new CrlSeries(2);
    private static final CrlSeries SPECIAL = new CrlSeries(256);

    private final ProfileSettings settings;

    public CertificateProfile(ProfileSettings settings) {
        this.settings = settings;
    }

    /**
     * The certificate for {@code request}, unsigned.
     *
     * @param cracaId of the root; zeros for a self-signed certificate
     */
    public ToBeSignedCertificate toBeSigned(AuthorityRequest request, HashedId3 cracaId, Time32 start) {
        AuthorityRole role = request.role();
        return new ToBeSignedCertificate(
                new CertificateId.Name(request.name()),
                cracaId,
                series(role),
                new ValidityPeriod(start, settings.lifetimes().of(role)),
                isSelfSigned(role) ? null : settings.region(),
                null,
                appPermissions(request),
                issuePermissions(role),
                role == AuthorityRole.RA ? List.of(group(all(), 0, 0, EndEntityType.APP)) : null,
                null,
                request.encryptionKey(),
                new VerificationKeyIndicator.VerificationKey(request.verificationKey()),
                role == AuthorityRole.ACA ? CertificateFlags.USES_CUBK : null,
                null,
                null,
                null,
                Additions.NONE);
    }

    private static boolean isSelfSigned(AuthorityRole role) {
        return role == AuthorityRole.ROOT || role == AuthorityRole.ELECTOR;
    }

    private static CrlSeries series(AuthorityRole role) {
        return switch (role) {
            case ROOT, ELECTOR -> NO_SERIES;
            case ICA, ECA, ACA, RA, LA -> INFRASTRUCTURE;
            case MA, CRL_SIGNER -> SPECIAL;
        };
    }

    private List<PsidSsp> appPermissions(AuthorityRequest request) {
        return switch (request.role()) {
            case ROOT -> List.of(role(new SecurityMgmtSsp.Root(RoleSsp.CURRENT)), crls(CracaType.IS_CRACA));
            case ICA -> List.of(role(new SecurityMgmtSsp.Ica(RoleSsp.CURRENT)));
            case ECA -> List.of(role(new SecurityMgmtSsp.Eca(RoleSsp.CURRENT)));
            case ACA -> List.of(role(new SecurityMgmtSsp.Aca(RoleSsp.CURRENT)));
            case RA -> List.of(role(new SecurityMgmtSsp.Ra(RoleSsp.CURRENT)));
            case LA -> List.of(role(new SecurityMgmtSsp.La(LaSsp.of(Objects.requireNonNull(request.laId())))));
            case MA -> List.of(role(new SecurityMgmtSsp.Ma(MaSsp.of(settings.reportedPsids()))));
            case CRL_SIGNER -> List.of(role(new SecurityMgmtSsp.Crl(RoleSsp.CURRENT)), crls(CracaType.ISSUER_IS_CRACA));
            case ELECTOR -> List.of(role(new SecurityMgmtSsp.Elector(RoleSsp.CURRENT)));
        };
    }

    private static @Nullable List<PsidGroupPermissions> issuePermissions(AuthorityRole role) {
        return switch (role) {
            case ROOT ->
                List.of(
                        group(all(), 3, PsidGroupPermissions.ANY_LENGTH, EndEntityType.APP_AND_ENROL),
                        anyLength(SecurityMgmtPsid.PSID, MISBEHAVIOUR_REPORT, SecuredCrl.CRL_PSID));
            case ICA ->
                List.of(
                        group(all(), 2, 0, EndEntityType.APP_AND_ENROL),
                        anyLength(SecurityMgmtPsid.PSID, SecuredCrl.CRL_PSID));
            case ECA -> List.of(group(all(), 1, 0, EndEntityType.ENROL));
            case ACA -> List.of(group(all(), 1, 0, EndEntityType.APP));
            case RA, LA, MA, CRL_SIGNER, ELECTOR -> null;
        };
    }

    private static PsidSsp role(SecurityMgmtSsp ssp) {
        return SecurityMgmtPsid.permission(ssp);
    }

    private PsidSsp crls(CracaType craca) {
        return new PsidSsp(
                SecuredCrl.CRL_PSID,
                new ServiceSpecificPermissions.Opaque(
                        CrlSsp.CODEC.encode(new CrlSsp(craca, settings.crlSeries(), Additions.NONE))));
    }

    private static SubjectPermissions all() {
        return new SubjectPermissions.All();
    }

    /** Any permission for these applications, to chains of any length. */
    private static PsidGroupPermissions anyLength(Psid... psids) {
        List<PsidSspRange> ranges = List.of(psids).stream()
                .map(psid -> new PsidSspRange(psid, new SspRange.All()))
                .toList();
        return group(
                new SubjectPermissions.Explicit(ranges),
                1,
                PsidGroupPermissions.ANY_LENGTH,
                EndEntityType.APP_AND_ENROL);
    }

    private static PsidGroupPermissions group(
            SubjectPermissions permissions, long min, long range, EndEntityType type) {
        return new PsidGroupPermissions(permissions, min, range, type);
    }
}
