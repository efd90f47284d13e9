package org.v2xscms.codec.ieee1609dot2dot1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.CERTIFICATE;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.HASH8;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.POINT;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.SIGNATURE;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TBS_APP;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TBS_ENROL;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TIME;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.X;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.assertEncoding;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.assertRefusedWhenStrict;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.certificate;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.octets;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.signature;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.sized;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.value;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertAck;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertInfo;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponseCubkSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePlainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EcaEeCertResponseSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeEcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaDownloadRequestPlainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaDownloadRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaSuccessorEnrollmentCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaAcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeCertAckSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeCertAndAcpcInfoSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeCertInfoSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeEnrollmentCertAckSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertificateRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedX509CertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.X509SignerIdentifier;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/** The layers around a PDU, and the refusals of their constraints by name. */
class SpduTest {

    /** HeaderInfo: preamble, psid 35. */
    private static final String HEADER = "00 01 23";

    private static final String ONE_CERTIFICATE = "81 01 01" + CERTIFICATE;

    private static final String ACK = "02 87 81 00 02" + TIME + HASH8 + TIME;
    private static final String INFO = "02 87 82 00 02" + TIME + "0249" + HASH8 + TIME;
    private static final String ACPC_INFO = "02 87 82 40 02" + TIME + "0249" + HASH8 + TIME + "7172737475767778";
    private static final String DOWNLOAD = "02 87 83 00" + TIME + "05 612e7a6970";
    private static final String ENROL = "02 85 80 00 02" + TIME + "00" + TBS_ENROL;
    private static final String ENROL_SPDU = "03 83" + sized("00" + ENROL + "82" + SIGNATURE);
    private static final String AUTHORIZE = "02 87 80 00 02" + TIME + "00" + TBS_APP;

    @Test
    void unsecured() throws DecodeException {
        String spdu = "03 80" + sized(DOWNLOAD);
        UnsecuredSpdu<?> request = value(EeRaDownloadRequestPlainSpdu.CODEC, spdu);
        assertEquals(octets(DOWNLOAD), request.content().octets());
        assertEquals(
                octets(spdu),
                EeRaDownloadRequestPlainSpdu.CODEC.encode(value(EeRaDownloadRequestPlainSpdu.CODEC, spdu)));
    }

    @Test
    void signedKeepsWhatTheSignatureCovers() {
        SignedSpdu<RaEeCertAck> spdu = value(RaEeCertAckSpdu.CODEC, signed(ACK, HEADER, ONE_CERTIFICATE));
        assertEquals(
                octets("40 03 80" + sized(ACK) + HEADER),
                spdu.signedData().tbsData().octets());
        assertEquals(certificate(), spdu.signer());
        assertEquals(octets(ACK), spdu.content().octets());
        assertEncoding(signed(ACK, HEADER, ONE_CERTIFICATE), RaEeCertAckSpdu.CODEC, spdu);
    }

    @Test
    void headerOfSignedHasOnlyPsid() throws DecodeException {
        String time64 = "000263dc0a4fb400";
        assertHeaderRefused("psid 35", "00 01 24");
        assertHeaderRefused("no generationTime", "40 01 23" + time64);
        assertHeaderRefused("no expiryTime", "20 01 23" + time64);
        assertHeaderRefused("no generationLocation", "10 01 23 00000000 00000000 0fff");
        assertHeaderRefused("no p2pcdLearningRequest", "08 01 23 010203");
        assertHeaderRefused("no missingCrlIdentifier", "04 01 23 00 010203 0001");
        assertHeaderRefused("no encryptionKey", "02 01 23 80 00 80" + POINT);
    }

    @Test
    void signerOfSignedIsOneCertificate() throws DecodeException {
        for (String signer : List.of("80" + HASH8, "81 01 02" + CERTIFICATE + CERTIFICATE, "82")) {
            assertRefusedWhenStrict("one certificate as signer", RaEeCertAckSpdu.CODEC, signed(ACK, HEADER, signer));
        }
    }

    @Test
    void otherFormIsRefusedInBothReadings() {
        assertOtherForm("signedData over unsecuredData", RaEeCertAckSpdu.CODEC, "03 80" + sized(ACK));
        assertOtherForm("unsecuredData", RaEeCertInfoSpdu.CODEC, signed(INFO, HEADER, ONE_CERTIFICATE));
        assertOtherForm("signedCertificateRequest", EeEcaCertRequestSpdu.CODEC, "03 80" + sized(ENROL));
        assertOtherForm("AcaEeCertResponseCubkSpdu, encryptedData", AcaEeCertResponseCubkSpdu.CODEC, "03 80 00");
    }

    @Test
    void otherMessageIsRefusedInBothReadings() {
        assertOtherForm("ScmsPdu with ee-ra raEeCertAck", RaEeCertAckSpdu.CODEC, signed(INFO, HEADER, ONE_CERTIFICATE));
        assertOtherForm(
                "ScmsPdu with aca-ee acaEeCertResponse", AcaEeCertResponsePlainSpdu.CODEC, "03 80" + sized(ACK));
        assertOtherForm(
                "ScmsPdu with eca-ee ecaEeCertResponse",
                EcaEeCertResponseSpdu.CODEC,
                signed(ACK, HEADER, ONE_CERTIFICATE));
    }

    @Test
    void errorInsideHasThePathAndOffsetOfTheWhole() {
        String spdu = "03 80" + sized(DOWNLOAD + "ff");
        DecodeException refusal = assertThrows(
                DecodeException.class, () -> EeRaDownloadRequestPlainSpdu.CODEC.decode(octets(spdu), Reading.STRICT));
        assertEquals("content.unsecuredData", refusal.path());
        assertEquals(octets(spdu).length() - 1, refusal.offset());
    }

    /** In both readings, and with no other exception: the lengths of the layers no longer fit. */
    @Test
    void everyPrefixIsRefused() {
        Octets whole = octets(signed(ACK, HEADER, ONE_CERTIFICATE));
        for (int length = 0; length < whole.length(); length++) {
            Octets prefix = whole.slice(0, length);
            assertThrows(DecodeException.class, () -> RaEeCertAckSpdu.CODEC.decode(prefix, Reading.STRICT));
            assertThrows(DecodeException.class, () -> RaEeCertAckSpdu.CODEC.decode(prefix, Reading.AS_RECEIVED));
        }
    }

    @Test
    void infoWithAndWithoutActivation() throws DecodeException {
        assertRefusedWhenStrict("no acpcTreeId", RaEeCertInfoSpdu.CODEC, "03 80" + sized(ACPC_INFO));
        assertRefusedWhenStrict("an acpcTreeId", RaEeCertAndAcpcInfoSpdu.CODEC, signed(INFO, HEADER, ONE_CERTIFICATE));
        value(RaEeCertInfoSpdu.CODEC, "03 80" + sized(INFO));
        value(RaEeCertAndAcpcInfoSpdu.CODEC, signed(ACPC_INFO, HEADER, ONE_CERTIFICATE));
    }

    @Test
    void successorIsAcknowledgedAsPrintedOrAsExpected() throws DecodeException {
        var asPrinted = value(RaEeEnrollmentCertAckSpdu.CODEC, signed(INFO, HEADER, ONE_CERTIFICATE));
        assertInstanceOf(RaEeCertInfo.class, asPrinted.content().value());
        var asExpected = value(RaEeEnrollmentCertAckSpdu.CODEC, signed(ACK, HEADER, ONE_CERTIFICATE));
        assertInstanceOf(RaEeCertAck.class, asExpected.content().value());
        assertEncoding(signed(INFO, HEADER, ONE_CERTIFICATE), RaEeEnrollmentCertAckSpdu.CODEC, asPrinted);
        assertEncoding(signed(ACK, HEADER, ONE_CERTIFICATE), RaEeEnrollmentCertAckSpdu.CODEC, asExpected);
        assertRefusedWhenStrict(
                "no acpcTreeId", RaEeEnrollmentCertAckSpdu.CODEC, signed(ACPC_INFO, HEADER, ONE_CERTIFICATE));
    }

    @Test
    void enrolmentRequestSignsItself() throws DecodeException {
        var spdu = value(EeEcaCertRequestSpdu.CODEC, ENROL_SPDU);
        assertEquals(octets(ENROL), spdu.tbsRequest().octets());
        assertEncoding(ENROL_SPDU, EeEcaCertRequestSpdu.CODEC, spdu);
        assertRefusedWhenStrict(
                "self as signer",
                EeEcaCertRequestSpdu.CODEC,
                "03 83" + sized("00" + ENROL + ONE_CERTIFICATE + SIGNATURE));
    }

    @Test
    void requestOfTheRaNeedsItsCertificate() throws DecodeException {
        String request = "02 83 80 00 02" + TIME + "00 00" + TBS_APP;
        value(RaAcaCertRequestSpdu.CODEC, "03 83" + sized("00" + request + ONE_CERTIFICATE + SIGNATURE));
        assertRefusedWhenStrict(
                "one certificate as signer",
                RaAcaCertRequestSpdu.CODEC,
                "03 83" + sized("00" + request + "82" + SIGNATURE));
    }

    @Test
    void anyCertificateRequestCanBeReadAsThePdu() throws DecodeException {
        Codec<SignedCertificateRequest<ScmsPdu>> codec = SignedCertificateRequest.CODEC;
        for (String request : List.of(ENROL, AUTHORIZE, "02 87 84" + ENROL_SPDU)) {
            assertEncoding(
                    "00" + request + "82" + SIGNATURE,
                    codec,
                    new SignedCertificateRequest<>(
                            HashAlgorithm.SHA256,
                            Frozen.encoded(ScmsPdu.CODEC, request),
                            new SignerIdentifier.Self(),
                            signature()));
        }
        assertRefusedWhenStrict("a certificate request as tbsRequest", codec, "00" + ACK + "82" + SIGNATURE);
    }

    @Test
    void authorizationRequestIsSignedByOneCertificateOfEitherKind() {
        String dot2 = "03 83" + sized("00" + AUTHORIZE + ONE_CERTIFICATE + SIGNATURE);
        var signedByDot2 = assertInstanceOf(SignedCertRequestSpdu.class, value(EeRaCertRequestSpdu.PLAINTEXT, dot2));
        assertEquals(octets(AUTHORIZE), signedByDot2.tbsRequest().octets());
        assertEncoding(dot2, EeRaCertRequestSpdu.PLAINTEXT, value(EeRaCertRequestSpdu.PLAINTEXT, dot2));

        // signer: certificate [0], one X509Certificate of four octets.
        String x509 = "00" + AUTHORIZE + "80 01 01 04 30020500" + SIGNATURE;
        String x509Spdu = "03 84" + sized(sized(x509)); // extension alternative: open type around the octet string
        var signedByX509 =
                assertInstanceOf(SignedX509CertRequestSpdu.class, value(EeRaCertRequestSpdu.PLAINTEXT, x509Spdu));
        assertEquals(octets(AUTHORIZE), signedByX509.tbsRequest().octets());
        assertEncoding(x509Spdu, EeRaCertRequestSpdu.PLAINTEXT, value(EeRaCertRequestSpdu.PLAINTEXT, x509Spdu));
    }

    @Test
    void requestSignedWithX509NamesOneCertificate() throws DecodeException {
        String two = "00" + AUTHORIZE + "80 01 02 02 3000 02 3000" + SIGNATURE;
        assertRefusedWhenStrict(
                "one certificate as signer", EeRaCertRequestSpdu.PLAINTEXT, "03 84" + sized(sized(two)));
    }

    @Test
    void signerBytesOfX509AreTheDerAlone() {
        assertEncoding(
                "80 01 01 04 30020500",
                X509SignerIdentifier.CODEC,
                new X509SignerIdentifier.Certificates(List.of(octets("30020500"))));
    }

    @Test
    void successorRequestHoldsAWholeEnrolmentRequest() {
        String plaintext = "03 83" + sized("00 02 87 84" + ENROL_SPDU + ONE_CERTIFICATE + SIGNATURE);
        var successor = value(EeRaSuccessorEnrollmentCertRequestSpdu.PLAINTEXT, plaintext);
        Encoded<?> inner = successor.tbsRequest().value().value();
        assertEquals(octets(ENROL_SPDU), inner.octets());
        assertEncoding(plaintext, EeRaSuccessorEnrollmentCertRequestSpdu.PLAINTEXT, successor);
    }

    @Test
    void encryptedStatesItsRecipient() {
        // One recipient, certRecipInfo [2]: recipientId, eciesNistP256 [0] {v, c, t}; aes128ccm [0] {nonce, octets}.
        String spdu =
                "03 82 01 01 82" + HASH8 + "80" + POINT + "e0".repeat(16 + 16) + "80" + "c0".repeat(12) + sized(X);
        for (Codec<?> codec : List.of(
                EeRaCertRequestSpdu.CODEC,
                EeRaDownloadRequestSpdu.CODEC,
                EeRaSuccessorEnrollmentCertRequestSpdu.CODEC,
                AcaEeCertResponseCubkSpdu.CODEC)) {
            assertRoundTrip(spdu, codec);
        }
        assertEquals(
                1,
                value(EeRaCertRequestSpdu.CODEC, spdu)
                        .encryptedData()
                        .recipients()
                        .size());
    }

    @Test
    void signedDownloadRequestIsThePlaintext() {
        assertRoundTrip(signed(DOWNLOAD, HEADER, ONE_CERTIFICATE), EeRaDownloadRequestSpdu.PLAINTEXT);
    }

    private static <T> void assertRoundTrip(String hex, Codec<T> codec) {
        assertEncoding(hex, codec, value(codec, hex));
    }

    private static void assertHeaderRefused(String expected, String header) throws DecodeException {
        assertRefusedWhenStrict(expected, RaEeCertAckSpdu.CODEC, signed(ACK, header, ONE_CERTIFICATE));
    }

    private static void assertOtherForm(String expected, Codec<?> codec, String hex) {
        Octets octets = octets(hex);
        for (Reading reading : List.of(Reading.STRICT, Reading.AS_RECEIVED)) {
            DecodeException refusal = assertThrows(DecodeException.class, () -> codec.decode(octets, reading));
            assertEquals(expected, refusal.expected());
        }
    }

    /** Signed data: sha256, payload with data (preamble 40), header, signer, signature. */
    private static String signed(String pdu, String header, String signer) {
        return "03 81 00 40 03 80" + sized(pdu) + header + signer + SIGNATURE;
    }
}
