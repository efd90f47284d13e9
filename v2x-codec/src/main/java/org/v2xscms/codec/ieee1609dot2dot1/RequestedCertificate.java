package org.v2xscms.codec.ieee1609dot2dot1;

import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.oer.Codec;

/**
 * The ToBeSignedCertificate inside a certificate request: what the WITH COMPONENTS constraints of the three requests
 * fix.
 *
 * <p>The issuer replaces cracaId and crlSeries. The key stands in verificationKey even where an implicit certificate is
 * asked for, because that choice also names the curve; only the request of the RA to the ACA differs there.
 */
public final class RequestedCertificate {

    private RequestedCertificate() {}

    /** The tbsCert of an enrolment request. */
    public static Codec<ToBeSignedCertificate> enrolment(String module) {
        return unassigned(module)
                .where(
                        "no linkageData as id in an enrolment request",
                        module,
                        tbs -> !(tbs.id() instanceof LinkageData))
                .where("no appPermissions in an enrolment request", module, tbs -> tbs.appPermissions() == null)
                .where("no certIssuePermissions in a request", module, tbs -> tbs.certIssuePermissions() == null)
                .where(
                        "certRequestPermissions in an enrolment request",
                        module,
                        tbs -> tbs.certRequestPermissions() != null);
    }

    /** The tbsCert of a request for authorization certificates. */
    public static Codec<ToBeSignedCertificate> authorization(String module) {
        return unassigned(module)
                .where("appPermissions in an authorization request", module, tbs -> tbs.appPermissions() != null)
                .where("no certIssuePermissions in a request", module, tbs -> tbs.certIssuePermissions() == null)
                .where(
                        "no certRequestPermissions in an authorization request",
                        module,
                        tbs -> tbs.certRequestPermissions() == null);
    }

    /** The tbsCert of a device's request: the device's key is a verificationKey. */
    public static Codec<ToBeSignedCertificate> withVerificationKey(
            Codec<ToBeSignedCertificate> requested, String module) {
        return requested.where(
                "verificationKey in a request of a device", module, RequestedCertificate::hasVerificationKey);
    }

    /** Whether the key stands in verificationKey, not in reconstructionValue. */
    public static boolean hasVerificationKey(ToBeSignedCertificate tbs) {
        return tbs.verifyKeyIndicator() instanceof VerificationKeyIndicator.VerificationKey;
    }

    private static Codec<ToBeSignedCertificate> unassigned(String module) {
        return ToBeSignedCertificate.CODEC
                .where(
                        "cracaId 000000 in a request",
                        module,
                        tbs -> tbs.cracaId().octets().hex().equals("000000"))
                .where(
                        "crlSeries 0 in a request",
                        module,
                        tbs -> tbs.crlSeries().value() == 0);
    }
}
