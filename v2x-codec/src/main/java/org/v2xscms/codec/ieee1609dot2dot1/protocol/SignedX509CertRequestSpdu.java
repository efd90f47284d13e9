package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;

import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;

/**
 * Ieee1609Dot2Data-SignedX509AuthenticatedCertRequest: a request signed with one X.509 certificate, {@code 03 84 length
 * length request}: the alternative is an extension, so an open type stands around the octet string.
 *
 * @param request the request and its octets
 */
public record SignedX509CertRequestSpdu<T>(Encoded<SignedX509CertificateRequest<T>> request)
        implements CertRequestSpdu<T> {

    /** The SPDU type {@code typeName}. */
    static <T> Codec<SignedX509CertRequestSpdu<T>> codec(String typeName, Codec<T> tbsRequest) {
        Codec<SignedX509CertificateRequest<T>> content = SignedX509CertificateRequest.codec(tbsRequest)
                .where("one certificate as signer", MODULE, request -> isSingle(request.signer()));
        return new Layer<>(
                typeName,
                Ieee1609Dot2Data.CODEC,
                "signedX509CertificateRequest",
                "content.signedX509CertificateRequest",
                data -> data.content() instanceof Ieee1609Dot2Content.SignedX509CertificateRequest(Octets octets)
                        ? octets
                        : null,
                content,
                (data, inside) -> new SignedX509CertRequestSpdu<>(inside),
                spdu -> new Ieee1609Dot2Data(
                        Layer.PROTOCOL_VERSION,
                        new Ieee1609Dot2Content.SignedX509CertificateRequest(content.encode(spdu.request.value()))));
    }

    @Override
    public Encoded<T> tbsRequest() {
        return request.value().tbsRequest();
    }

    private static boolean isSingle(X509SignerIdentifier signer) {
        return signer instanceof X509SignerIdentifier.Certificates certificates
                && certificates.value().size() == 1;
    }
}
