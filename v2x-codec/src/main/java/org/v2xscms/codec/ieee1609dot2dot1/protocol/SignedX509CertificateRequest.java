package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;

/**
 * A request for authorization certificates signed with an X.509 enrolment certificate.
 *
 * @param hashAlgorithmId hashes the request for the signature
 * @param tbsRequest the request, with the octets that are hashed
 * @param signer the certificate that signs
 * @param signature over tbsRequest and the signer's certificate in DER, without the length in front of it
 */
public record SignedX509CertificateRequest<T>(
        HashAlgorithm hashAlgorithmId, Encoded<T> tbsRequest, X509SignerIdentifier signer, Signature signature) {

    /** A request of any kind, as the whole PDU. */
    public static final Codec<SignedX509CertificateRequest<ScmsPdu>> CODEC =
            codec(ScmsPdu.CODEC.where("a certificate request as tbsRequest", MODULE, ScmsPdu::isCertificateRequest));

    /** A request of one kind. */
    static <T> Codec<SignedX509CertificateRequest<T>> codec(Codec<T> tbsRequest) {
        return sequence(
                "SignedX509CertificateRequest",
                MODULE,
                SignedX509CertificateRequest<T>::new,
                required("hashAlgorithmId", HashAlgorithm.CODEC, SignedX509CertificateRequest<T>::hashAlgorithmId),
                required("tbsRequest", tbsRequest.keepingOctets(), SignedX509CertificateRequest<T>::tbsRequest),
                required("signer", X509SignerIdentifier.CODEC, SignedX509CertificateRequest<T>::signer),
                required("signature", Signature.CODEC, SignedX509CertificateRequest<T>::signature));
    }
}
