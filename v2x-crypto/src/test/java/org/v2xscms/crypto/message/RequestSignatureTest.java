package org.v2xscms.crypto.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRa1609Dot2AuthenticatedCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertificateRequest;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.crypto.validation.Draft;

/** A certificate request is signed over itself and the certificate that signs it. */
class RequestSignatureTest {

    private static final SignatureVerifier VERIFIER = new BouncyCastleVerifier();

    private final Draft requester = Draft.endEntity();
    private final HashedCertificate certificate = requester.signedBySelf();
    private final EeRaCertRequest request = EeRaCertRequest.of(
            new Time32(1),
            CertificateType.EXPLICIT,
            Draft.endEntity().toBeSigned().value(),
            null);
    private final ScmsPdu pdu = ScmsPdu.of(new ScmsPdu.Content.EeRa(request));

    private static SignedCertificateRequest<EeRaCertRequest> read(Ieee1609Dot2Data data) throws DecodeException {
        return EeRa1609Dot2AuthenticatedCertRequestSpdu.PLAINTEXT
                .decode(Ieee1609Dot2Data.CODEC.encode(data), Reading.STRICT)
                .value()
                .request()
                .value();
    }

    private SignedCertificateRequest<EeRaCertRequest> signed() throws DecodeException {
        return read(RequestSignature.sign(pdu, certificate, SoftwareSigner.deterministic(requester.keys)));
    }

    @Test
    void requestSignedWithACertificateIsReadStrictlyAndVerifies() throws DecodeException {
        SignedCertificateRequest<EeRaCertRequest> signed = signed();

        assertEquals(request, signed.tbsRequest().value());
        assertEquals(new SignerIdentifier.Certificates(List.of(certificate.encoded())), signed.signer());
        assertTrue(RequestSignature.verify(signed, certificate, requester.keys.publicKey(), VERIFIER));
    }

    @Test
    void otherCertificateKeyOrContentDoesNotVerify() throws DecodeException {
        SignedCertificateRequest<EeRaCertRequest> signed = signed();
        Draft other = Draft.authority();
        Encoded<EeRaCertRequest> changed = new Encoded<>(
                request,
                ScmsPdu.CODEC.encode(ScmsPdu.of(new ScmsPdu.Content.EeRa(
                        EeRaCertRequest.of(new Time32(2), CertificateType.EXPLICIT, request.tbsCert(), null)))));

        assertFalse(RequestSignature.verify(signed, other.signedBySelf(), requester.keys.publicKey(), VERIFIER));
        assertFalse(RequestSignature.verify(signed, certificate, other.keys.publicKey(), VERIFIER));
        assertFalse(RequestSignature.verifySelfSigned(signed, requester.keys.publicKey(), VERIFIER));
        assertFalse(RequestSignature.verify(
                new SignedCertificateRequest<>(signed.hashAlgorithmId(), changed, signed.signer(), signed.signature()),
                certificate,
                requester.keys.publicKey(),
                VERIFIER));
    }

    @Test
    void requestMaySignItself() throws DecodeException {
        SignedCertificateRequest<ScmsPdu> signed = SignedCertificateRequest.CODEC
                .decode(
                        ((org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content.SignedCertificateRequest)
                                        RequestSignature.selfSign(pdu, SoftwareSigner.deterministic(requester.keys))
                                                .content())
                                .value(),
                        Reading.STRICT)
                .value();

        assertEquals(new SignerIdentifier.Self(), signed.signer());
        assertTrue(RequestSignature.verifySelfSigned(signed, requester.keys.publicKey(), VERIFIER));
        assertFalse(RequestSignature.verify(signed, certificate, requester.keys.publicKey(), VERIFIER));
    }
}
