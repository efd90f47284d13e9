package org.v2xscms.crypto.message;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertificateRequest;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.Forms;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.certificate.WireSignature;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.crypto.sign.SigningInput;

/**
 * The signature of a certificate request (IEEE 1609.2.1-2022 Ieee1609Dot2Dot1Protocol, SignedCertificateRequest): over
 * Hash(Hash(tbsRequest) ‖ Hash(signer's certificate)), the certificate canonical, and nothing in its place where the
 * request signs itself. Unlike signed data the request is hashed as it was sent.
 */
public final class RequestSignature {

    private RequestSignature() {}

    /** Signs {@code request} with a certificate, which goes along. */
    public static Ieee1609Dot2Data sign(ScmsPdu request, HashedCertificate certificate, Signer signer) {
        return sign(
                request,
                certificate.octets(HashedForm.CANONICAL),
                new SignerIdentifier.Certificates(List.of(certificate.encoded())),
                signer);
    }

    /** Signs {@code request} with the requested key or, where it names one, with the canonical key. */
    public static Ieee1609Dot2Data selfSign(ScmsPdu request, Signer signer) {
        return sign(request, Octets.EMPTY, new SignerIdentifier.Self(), signer);
    }

    private static Ieee1609Dot2Data sign(
            ScmsPdu request, Octets signerInput, SignerIdentifier identifier, Signer signer) {
        HashFunction function = signer.publicKey().curve().hash();
        Encoded<ScmsPdu> tbsRequest = Encoded.of(ScmsPdu.CODEC, request);
        WireSignature signature = new WireSignature(
                signer.publicKey().curve(),
                signer.sign(new SigningInput.DoubleHash(function).digest(tbsRequest.octets(), signerInput)));
        Octets content = SignedCertificateRequest.CODEC.encode(
                new SignedCertificateRequest<>(function.algorithm(), tbsRequest, identifier, signature.toSignature()));
        return Ieee1609Dot2Data.of(new Ieee1609Dot2Content.SignedCertificateRequest(content));
    }

    /** Whether {@code certificate}, whose key is {@code key}, signed the request. */
    public static boolean verify(
            SignedCertificateRequest<?> request,
            HashedCertificate certificate,
            PublicPoint key,
            SignatureVerifier verifier) {
        return verify(request, Forms.of(certificate), key, verifier);
    }

    /** Whether the requested or canonical key {@code key} signed the request. */
    public static boolean verifySelfSigned(
            SignedCertificateRequest<?> request, PublicPoint key, SignatureVerifier verifier) {
        return verify(request, Forms.EMPTY, key, verifier);
    }

    private static boolean verify(
            SignedCertificateRequest<?> request, Forms signer, PublicPoint key, SignatureVerifier verifier) {
        HashFunction function = HashFunction.of(request.hashAlgorithmId());
        Octets data = request.tbsRequest().octets();
        return function == key.curve().hash()
                && WireSignature.of(request.signature())
                        .filter(signature -> signature.curve() == key.curve())
                        .flatMap(signature -> Forms.search(
                                new Forms(data, data),
                                signer,
                                (input, signerInput) -> verifier.verify(
                                                key,
                                                new SigningInput.DoubleHash(function).digest(input, signerInput),
                                                signature.value())
                                        .isValid()))
                        .isPresent();
    }
}
