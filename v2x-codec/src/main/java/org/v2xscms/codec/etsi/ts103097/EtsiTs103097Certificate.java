package org.v2xscms.codec.etsi.ts103097;

import static org.v2xscms.codec.etsi.ts103097.EtsiTs103097Module.MODULE;

import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** The certificates of ETSI TS 103 097: without pseudonym linkage and permissions to request certificates. */
public final class EtsiTs103097Certificate {

    private static final CrlSeries NO_SERIES = new CrlSeries(0);
    private static final HashedId3 NO_CRACA = new HashedId3(Octets.of((byte) 0, (byte) 0, (byte) 0));

    public static final Codec<Certificate> CODEC = Certificate.CODEC
            .where(
                    "an id that is a name or none",
                    MODULE + ", EtsiTs103097Certificate",
                    certificate -> isNameOrNone(certificate.toBeSigned().value().id()))
            .where(
                    "certRequestPermissions and canRequestRollover absent",
                    MODULE + ", EtsiTs103097Certificate",
                    certificate -> requestsNothing(certificate.toBeSigned().value()))
            .where(
                    "cracaId 000000 and crlSeries 0",
                    MODULE + ", EtsiTs103097Certificate",
                    certificate -> hasNoCrl(certificate.toBeSigned().value()));

    private EtsiTs103097Certificate() {}

    /** Whether {@code certificate} keeps all rules of the profile. */
    static boolean holdsFor(Certificate certificate) {
        ToBeSignedCertificate content = certificate.toBeSigned().value();
        return isNameOrNone(content.id()) && requestsNothing(content) && hasNoCrl(content);
    }

    private static boolean isNameOrNone(CertificateId id) {
        return !(id instanceof LinkageData || id instanceof CertificateId.BinaryId);
    }

    private static boolean requestsNothing(ToBeSignedCertificate content) {
        return content.certRequestPermissions() == null && content.canRequestRollover() == null;
    }

    private static boolean hasNoCrl(ToBeSignedCertificate content) {
        return content.cracaId().equals(NO_CRACA) && content.crlSeries().equals(NO_SERIES);
    }
}
