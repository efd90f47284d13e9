package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import static org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagement.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.MultiSignedCtlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;

/**
 * Revocation lists and the trust list, in one file.
 *
 * @param crl signed lists, a SecuredCrl each, for different CRACAs and series
 * @param homeCtl a trust list
 */
public record CompositeCrl(
        List<Encoded<Ieee1609Dot2Data>> crl, Encoded<UnsecuredSpdu<MultiSignedCtl>> homeCtl, Additions additions)
        implements CertManagementPdu {

    public static final Codec<CompositeCrl> CODEC = sequence(
            "CompositeCrl",
            MODULE,
            CompositeCrl::new,
            required(
                    "crl",
                    sequenceOf("SEQUENCE OF SecuredCrl", Ieee1609Dot2Data.CODEC.keepingOctets()),
                    CompositeCrl::crl),
            required(
                    "homeCtl",
                    Codec.recursive("MultiSignedCtlSpdu", () -> MultiSignedCtlSpdu.CODEC)
                            .keepingOctets(),
                    CompositeCrl::homeCtl),
            extensible(CompositeCrl::additions));

    public CompositeCrl {
        crl = List.copyOf(crl);
    }

    /** A value of the current edition. */
    public static CompositeCrl of(List<Encoded<Ieee1609Dot2Data>> crl, Encoded<UnsecuredSpdu<MultiSignedCtl>> homeCtl) {
        return new CompositeCrl(crl, homeCtl, Additions.NONE);
    }
}
