package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import static org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagement.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * When each list and certificate was last renewed, so that a device fetches only what is new.
 *
 * @param crl revocation lists
 * @param ctl trust lists
 * @param caCcf last change of a CA certificate in the certificate chain file
 * @param ma certificates of misbehaviour authorities
 * @param ra last change of the RA's certificate; present where the RA says so
 */
public record CertificateManagementInfoStatus(
        List<CrlInfoStatus> crl,
        List<CtlInfoStatus> ctl,
        Time32 caCcf,
        List<MaInfoStatus> ma,
        @Nullable Time32 ra,
        Additions additions)
        implements CertManagementPdu {

    public static final Codec<CertificateManagementInfoStatus> CODEC = sequence(
            "CertificateManagementInfoStatus",
            MODULE,
            CertificateManagementInfoStatus::new,
            required(
                    "crl",
                    sequenceOf("SequenceOfCrlInfoStatus", CrlInfoStatus.CODEC),
                    CertificateManagementInfoStatus::crl),
            required(
                    "ctl",
                    sequenceOf("SequenceOfCtlInfoStatus", CtlInfoStatus.CODEC),
                    CertificateManagementInfoStatus::ctl),
            required("caCcf", Time32.CODEC, CertificateManagementInfoStatus::caCcf),
            required(
                    "ma",
                    sequenceOf("SequenceOfMaInfoStatus", MaInfoStatus.CODEC),
                    CertificateManagementInfoStatus::ma),
            optional("ra", Time32.CODEC, CertificateManagementInfoStatus::ra),
            extensible(CertificateManagementInfoStatus::additions));

    public CertificateManagementInfoStatus {
        crl = List.copyOf(crl);
        ctl = List.copyOf(ctl);
        ma = List.copyOf(ma);
    }

    /** A value of the current edition. */
    public static CertificateManagementInfoStatus of(
            List<CrlInfoStatus> crl,
            List<CtlInfoStatus> ctl,
            Time32 caCcf,
            List<MaInfoStatus> ma,
            @Nullable Time32 ra) {
        return new CertificateManagementInfoStatus(crl, ctl, caCcf, ma, ra, Additions.NONE);
    }
}
