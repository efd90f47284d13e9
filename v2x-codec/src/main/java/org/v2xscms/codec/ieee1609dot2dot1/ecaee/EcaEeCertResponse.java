package org.v2xscms.codec.ieee1609dot2dot1.ecaee;

import static org.v2xscms.codec.ieee1609dot2dot1.ecaee.EcaEe.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/**
 * The ECA answers an enrolment request.
 *
 * @param generationTime when the answer was made
 * @param requestHash hash of the request SPDU exactly as received; for a successor request, of the SPDU that carried it
 * @param ecaCertChain the ECA's certificate and its issuers up to the root
 * @param certificate the enrolment certificate
 * @param privateKeyInfo 32 octets, the private key reconstruction value; present for an implicit certificate
 */
public record EcaEeCertResponse(
        int version,
        Time32 generationTime,
        HashedId8 requestHash,
        List<Encoded<Certificate>> ecaCertChain,
        Encoded<Certificate> certificate,
        @Nullable Octets privateKeyInfo,
        Additions additions)
        implements EcaEeInterfacePdu {

    public static final Codec<EcaEeCertResponse> CODEC = sequence(
            "EcaEeCertResponse",
            MODULE,
            EcaEeCertResponse::new,
            required("version", Version.codec(MODULE), EcaEeCertResponse::version),
            required("generationTime", Time32.CODEC, EcaEeCertResponse::generationTime),
            required("requestHash", HashedId8.CODEC, EcaEeCertResponse::requestHash),
            required(
                    "ecaCertChain",
                    sequenceOf("SequenceOfCertificate", Certificate.CODEC.keepingOctets()),
                    EcaEeCertResponse::ecaCertChain),
            required("certificate", Certificate.CODEC.keepingOctets(), EcaEeCertResponse::certificate),
            optional("privateKeyInfo", Strings.fixedOctetString("OCTET STRING", 32), EcaEeCertResponse::privateKeyInfo),
            extensible(EcaEeCertResponse::additions));

    public EcaEeCertResponse {
        ecaCertChain = List.copyOf(ecaCertChain);
    }

    /** An answer of the current version. */
    public static EcaEeCertResponse of(
            Time32 generationTime,
            HashedId8 requestHash,
            List<Encoded<Certificate>> ecaCertChain,
            Encoded<Certificate> certificate,
            @Nullable Octets privateKeyInfo) {
        return new EcaEeCertResponse(
                Version.CURRENT,
                generationTime,
                requestHash,
                ecaCertChain,
                certificate,
                privateKeyInfo,
                Additions.NONE);
    }
}
