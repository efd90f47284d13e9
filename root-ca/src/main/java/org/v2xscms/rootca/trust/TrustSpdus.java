package org.v2xscms.rootca.trust;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagementPdu;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertificateChain;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CompositeCrl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CertificateChainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CompositeCrlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.crypto.certificate.HashedCertificate;

/** The files that carry the trust list together with something else. */
public final class TrustSpdus {

    private TrustSpdus() {}

    /** The certificate chain file: the list, and the certificates of CAs and MAs below its roots. */
    public static Encoded<UnsecuredSpdu<CertificateChain>> certificateChain(
            Encoded<UnsecuredSpdu<MultiSignedCtl>> list, List<HashedCertificate> others) {
        List<Encoded<Certificate>> certificates =
                others.stream().map(HashedCertificate::encoded).toList();
        return Encoded.of(CertificateChainSpdu.CODEC, unsecured(CertificateChain.of(list, certificates)));
    }

    /** The composite CRL: the list, and signed CRLs of different CRACAs and series. */
    public static Encoded<UnsecuredSpdu<CompositeCrl>> compositeCrl(
            Encoded<UnsecuredSpdu<MultiSignedCtl>> list, List<Encoded<Ieee1609Dot2Data>> crls) {
        return Encoded.of(CompositeCrlSpdu.CODEC, unsecured(CompositeCrl.of(crls, list)));
    }

    /** {@code pdu} as an SPDU without security of its own. */
    static <T extends CertManagementPdu> UnsecuredSpdu<T> unsecured(T pdu) {
        return new UnsecuredSpdu<>(new Encoded<>(pdu, ScmsPdu.CODEC.encode(ScmsPdu.of(new ScmsPdu.Content.Cert(pdu)))));
    }
}
