package org.v2xscms.codec.ieee1609dot2dot1.camp;

import static org.v2xscms.codec.ieee1609dot2dot1.camp.Camp.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * The ECA answers with an implicit certificate.
 *
 * @param requestHash hash of the request; the Korean server is known to send a wrong one
 * @param ecaCertificate the ECA's certificate
 * @param certificate the enrolment certificate
 * @param privateKeyInfo 32 octets, the private key reconstruction value
 */
public record CampEcaEeCertResponse(
        int version,
        HashedId8 requestHash,
        Encoded<Certificate> ecaCertificate,
        Encoded<Certificate> certificate,
        Octets privateKeyInfo,
        Additions additions) {

    public static final Codec<CampEcaEeCertResponse> CODEC = sequence(
            "CAMP enrolment response",
            MODULE,
            CampEcaEeCertResponse::new,
            required("version", Camp.VERSION, CampEcaEeCertResponse::version),
            required("requestHash", HashedId8.CODEC, CampEcaEeCertResponse::requestHash),
            required("ecaCertificate", Certificate.CODEC.keepingOctets(), CampEcaEeCertResponse::ecaCertificate),
            required("certificate", Certificate.CODEC.keepingOctets(), CampEcaEeCertResponse::certificate),
            required(
                    "privateKeyInfo",
                    Strings.fixedOctetString("OCTET STRING", 32),
                    CampEcaEeCertResponse::privateKeyInfo),
            extensible(CampEcaEeCertResponse::additions));
}
