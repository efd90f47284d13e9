package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;

import java.util.function.Predicate;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;

/**
 * Ieee1609Dot2Data-SignedCertRequest: a signed request, {@code 03 83 length request}.
 *
 * @param request the request and its octets
 */
public record SignedCertRequestSpdu<T>(Encoded<SignedCertificateRequest<T>> request) implements CertRequestSpdu<T> {

    /** The SPDU type {@code typeName} of requests that sign themselves. */
    static <T> Codec<SignedCertRequestSpdu<T>> signedBySelf(String typeName, Codec<T> tbsRequest) {
        return codec(typeName, tbsRequest, "self as signer", Signers::isSelf);
    }

    /** The SPDU type {@code typeName} of requests that one certificate signs. */
    static <T> Codec<SignedCertRequestSpdu<T>> signedByCertificate(String typeName, Codec<T> tbsRequest) {
        return codec(typeName, tbsRequest, "one certificate as signer", Signers::isSingle);
    }

    @Override
    public Encoded<T> tbsRequest() {
        return request.value().tbsRequest();
    }

    private static <T> Codec<SignedCertRequestSpdu<T>> codec(
            String typeName, Codec<T> tbsRequest, String expectedSigner, Predicate<SignerIdentifier> signer) {
        Codec<SignedCertificateRequest<T>> content = SignedCertificateRequest.codec(tbsRequest)
                .where(expectedSigner, MODULE, request -> signer.test(request.signer()));
        return new Layer<>(
                typeName,
                Ieee1609Dot2Data.CODEC,
                "signedCertificateRequest",
                "content.signedCertificateRequest",
                data -> data.content() instanceof Ieee1609Dot2Content.SignedCertificateRequest(Octets octets)
                        ? octets
                        : null,
                content,
                (data, inside) -> new SignedCertRequestSpdu<>(inside),
                spdu -> new Ieee1609Dot2Data(
                        Layer.PROTOCOL_VERSION,
                        new Ieee1609Dot2Content.SignedCertificateRequest(content.encode(spdu.request.value()))));
    }
}
