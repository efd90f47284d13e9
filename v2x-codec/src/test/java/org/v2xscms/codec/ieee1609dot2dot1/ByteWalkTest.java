package org.v2xscms.codec.ieee1609dot2dot1;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.octets;

import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicVerificationKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.eera.AdditionalParams;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeEcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertRequestSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Reading;

/** Two requests of another implementation, taken apart octet by octet. */
class ByteWalkTest {

    private static final String ENROL_X = "afe8f671986299d75897c1cbd522b0b3e0655aa53cdc4b7e97cfff7d8253e2a6";

    private static final String ENROLMENT_REQUEST = "03 83 7f" // protocolVersion, signedCertificateRequest, length 127
            + "00" // hashAlgorithmId sha256
            + "02 85 80" // ScmsPdu version, eca-ee, eeEcaCertRequest
            + "00 02 266fa841 01" // preamble without canonicalId, version, generationTime, implicit
            + "00 83 000000 0000" // tbsCert: preamble, id none, cracaId, crlSeries
            + "00000000 84 0000" // validityPeriod: start, hours 0
            + "80 80 83" + ENROL_X // verificationKey, ecdsaNistP256, compressed-y-1
            + "82" // signer self
            + "80 80" // ecdsaNistP256Signature, r x-only
            + "5a42be31ffc92a8edf8c9777c1c00f2fd65a42665a37d6bbabe83c61d062e120"
            + "0828862cff4ac08a958b2096997ce5fe81e24d2848eb989f4b89973e5e6dd065";

    private static final String AUTHORIZATION_REQUEST = "03 83 82012c" // length 300
            + "00" // hashAlgorithmId sha256
            + "02 87 80" // ScmsPdu version, ee-ra, eeRaCertRequest
            + "40 02 27b1cc9c 00" // preamble with additionalParams, version, generationTime, explicit
            + "10 81 17 6170706c69636174696f6e2e636c69656e742e6e616d65" // appPermissions; id name, 23 characters
            + "b7b902 0004 27b1cc9c 84 00a9" // cracaId, crlSeries 4, start, 169 hours
            + "01 04" // four appPermissions, each psid 35 or 135 with an opaque SSP of three octets
            + "80 01 23 80 03 8c0002 80 01 87 80 03 8c0002 80 01 23 80 03 8c0002 80 01 87 80 03 8c0002"
            + "80 80 83 a6b68750d70972b2db092a46fe2ae56c4e1907a51df5b54ae05130a525e6cd98"
            + "83 00 80 83 87c2fccdb8ecf92d962921713c4b7cd1117ee43e6a1328485b6a19f0cf70fc67" // encryptionKey
            + "81 01 01" // signer: one certificate
            + "00 03 01 80 5d215da31efc7f75 00 82 10 2227633355b4af11f608c203a05ce8f2" // implicit; binaryId, 16 octets
            + "010203 0000 27b1cc9b 86 0018 81 83 6ad062e92f857d003dcbcc92eb7c3028f352ddb0a2930936f0919593a52a2a05"
            + "80 80 da2183512c04f46a1a4da45d7b83d15c13722c802bbe5320952bc34e920237c3"
            + "cde8a2f3019697eba746f78007caae456921d57d1509aae18904b41a2fd8a1ae";

    @Test
    void enrolmentRequest() throws DecodeException {
        var spdu = EeEcaCertRequestSpdu.CODEC
                .decode(octets(ENROLMENT_REQUEST), Reading.AS_RECEIVED)
                .value();
        var signed = spdu.request().value();
        assertEquals(HashAlgorithm.SHA256, signed.hashAlgorithmId());
        assertInstanceOf(SignerIdentifier.Self.class, signed.signer());
        var request = signed.tbsRequest().value();
        assertEquals(2, request.version());
        assertEquals(new Time32(0x266fa841L), request.generationTime());
        assertEquals(CertificateType.IMPLICIT, request.type());
        assertNull(request.canonicalId());
        ToBeSignedCertificate tbs = request.tbsCert();
        assertInstanceOf(CertificateId.None.class, tbs.id());
        assertEquals(octets("000000"), tbs.cracaId().octets());
        assertEquals(0, tbs.crlSeries().value());
        assertNull(tbs.certRequestPermissions());
        assertEquals(
                new VerificationKeyIndicator.VerificationKey(
                        new PublicVerificationKey.EcdsaNistP256(new EccP256CurvePoint.CompressedY1(octets(ENROL_X)))),
                tbs.verifyKeyIndicator());
        assertEquals(octets(ENROLMENT_REQUEST), EeEcaCertRequestSpdu.CODEC.encode(spdu));
    }

    @Test
    void authorizationRequest() throws DecodeException {
        var spdu = EeRaCertRequestSpdu.PLAINTEXT
                .decode(octets(AUTHORIZATION_REQUEST), Reading.AS_RECEIVED)
                .value();
        EeRaCertRequest request = spdu.tbsRequest().value();
        assertEquals(CertificateType.EXPLICIT, request.type());
        var params = assertInstanceOf(AdditionalParams.EncryptionKey.class, request.additionalParams());
        assertEquals(
                octets("00 80 83 87c2fccdb8ecf92d962921713c4b7cd1117ee43e6a1328485b6a19f0cf70fc67"),
                PublicEncryptionKey.CODEC.encode(params.value()));
        assertEquals(4, request.tbsCert().crlSeries().value());
        assertEquals(4, requireNonNull(request.tbsCert().appPermissions()).size());
        assertInstanceOf(SignedCertRequestSpdu.class, spdu);
        assertEquals(octets(AUTHORIZATION_REQUEST), EeRaCertRequestSpdu.PLAINTEXT.encode(spdu));
    }
}
