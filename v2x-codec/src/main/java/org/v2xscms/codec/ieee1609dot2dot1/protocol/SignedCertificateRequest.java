package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;

/**
 * A certificate request and its signature.
 *
 * @param hashAlgorithmId hashes the request for the signature
 * @param tbsRequest the request, with the octets that are hashed
 * @param signer self, or the certificate that signs
 * @param signature over tbsRequest and the signer's certificate, which is nothing for self
 */
public record SignedCertificateRequest<T>(
        HashAlgorithm hashAlgorithmId, Encoded<T> tbsRequest, SignerIdentifier signer, Signature signature) {

    /** Any request, as the whole PDU. */
    public static final Codec<SignedCertificateRequest<ScmsPdu>> CODEC =
            codec(ScmsPdu.CODEC.where("a certificate request as tbsRequest", MODULE, ScmsPdu::isCertificateRequest));

    /** A request of one kind. */
    static <T> Codec<SignedCertificateRequest<T>> codec(Codec<T> tbsRequest) {
        return sequence(
                "SignedCertificateRequest",
                MODULE,
                SignedCertificateRequest<T>::new,
                required("hashAlgorithmId", HashAlgorithm.CODEC, SignedCertificateRequest<T>::hashAlgorithmId),
                required("tbsRequest", tbsRequest.keepingOctets(), SignedCertificateRequest<T>::tbsRequest),
                required("signer", SignerIdentifier.CODEC, SignedCertificateRequest<T>::signer),
                required("signature", Signature.CODEC, SignedCertificateRequest<T>::signature));
    }
}
