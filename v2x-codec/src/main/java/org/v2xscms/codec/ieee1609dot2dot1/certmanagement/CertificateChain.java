package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import static org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagement.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.MultiSignedCtlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;

/**
 * Certificates of authorities and the trust list, in one file.
 *
 * @param homeCtl a trust list
 * @param others further certificates of CAs and MAs
 */
public record CertificateChain(
        Encoded<UnsecuredSpdu<MultiSignedCtl>> homeCtl, List<Encoded<Certificate>> others, Additions additions)
        implements CertManagementPdu {

    public static final Codec<CertificateChain> CODEC = sequence(
            "CertificateChain",
            MODULE,
            CertificateChain::new,
            required(
                    "homeCtl",
                    Codec.recursive("MultiSignedCtlSpdu", () -> MultiSignedCtlSpdu.CODEC)
                            .keepingOctets(),
                    CertificateChain::homeCtl),
            required(
                    "others",
                    sequenceOf("SEQUENCE OF Certificate", Certificate.CODEC.keepingOctets()),
                    CertificateChain::others),
            extensible(CertificateChain::additions));

    public CertificateChain {
        others = List.copyOf(others);
    }

    /** A value of the current edition. */
    public static CertificateChain of(
            Encoded<UnsecuredSpdu<MultiSignedCtl>> homeCtl, List<Encoded<Certificate>> others) {
        return new CertificateChain(homeCtl, others, Additions.NONE);
    }
}
