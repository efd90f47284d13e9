package org.v2xscms.codec.ieee1609dot2dot1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.APP;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.CERTIFICATE;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.ENC_KEY;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.HASH8;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.KEY;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.POINT;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TBS_APP;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TBS_ENROL;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TIME;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.UNASSIGNED;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.X;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.assertEncoding;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.assertRefusedWhenStrict;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.certificate;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.encKey;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.encoded;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.hash8;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.octets;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.sized;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.tbs;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.time;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeInterfacePdu;
import org.v2xscms.codec.ieee1609dot2dot1.acara.AcaRaCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.acara.AcaRaInterfacePdu;
import org.v2xscms.codec.ieee1609dot2dot1.acara.AcaResponse;
import org.v2xscms.codec.ieee1609dot2dot1.acara.EncryptedIndividualPLV;
import org.v2xscms.codec.ieee1609dot2dot1.acara.LinkageInfo;
import org.v2xscms.codec.ieee1609dot2dot1.acara.PreLinkageValue;
import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequestFlags;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EcaEeInterfacePdu;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EeEcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponseCubkSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePlainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePrivateSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EncryptedSpdu;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Reading;

class EcaEeAndAcaTypesTest {

    private static final String NONCE = "c0c1c2c3c4c5c6c7c8c9cacb";

    /** Ieee1609Dot2Data, encryptedData: one recipient symmRecipInfo [1] with an encrypted key of 16 + 16 octets. */
    private static final String ENC_PLV = "03 82 01 01 81" + HASH8
            + "80" + NONCE + sized(X) // encKey: aes128ccm [0]
            + "80" + NONCE + sized("d0".repeat(9 + 16)); // ciphertext: nine octets and the tag

    /** Preamble without group-linkage-value, iCert, nine octets in place of the linkage value. */
    private static final String TBS_LINKED =
            "10 80 00 0249 000000000000000000 000000 0000" + TIME + "86 0001" + APP + "81" + POINT;

    private static final String ACA_EE_RESPONSE = "40 02" + TIME + CERTIFICATE + X;

    @Test
    void enrolmentRequest() {
        assertEncoding(
                "80" // eeEcaCertRequest
                        + "40" // preamble: canonicalId
                        + "02" + TIME + "01" + TBS_ENROL
                        + "03 303037", // "007"
                EcaEeInterfacePdu.CODEC,
                EeEcaCertRequest.of(time(), CertificateType.IMPLICIT, tbs(TBS_ENROL), "007"));
    }

    @Test
    void enrolmentRequestConstraints() throws DecodeException {
        String request = "01 01 00 81";
        assertRefused("cracaId 000000 in a request", "04 83 000001 0000" + TIME + "86 0001" + request + KEY);
        assertRefused("crlSeries 0 in a request", "04 83 000000 0100" + TIME + "86 0001" + request + KEY);
        assertRefused(
                "no linkageData as id in an enrolment request",
                "04 80 00 0249 000000000000000000 000000 0000" + TIME + "86 0001" + request + KEY);
        assertRefused("no appPermissions in an enrolment request", "14" + UNASSIGNED + APP + request + KEY);
        assertRefused("no certIssuePermissions in a request", "0c" + UNASSIGNED + request + request + KEY);
        assertRefused("verificationKey in a request of a device", "04" + UNASSIGNED + request + "81" + POINT);
    }

    /** Without them a strict reader already refuses the certificate. */
    @Test
    void enrolmentRequestWithoutPermissionsIsNoted() throws DecodeException {
        var received = EeEcaCertRequest.CODEC.decode(
                octets("00 02" + TIME + "00" + "00" + UNASSIGNED + KEY), Reading.AS_RECEIVED);
        assertEquals(
                "certRequestPermissions in an enrolment request",
                received.deviations().getLast().expected());
    }

    @Test
    void enrolmentResponse() {
        assertEncoding(
                "81" // ecaEeCertResponse
                        + "40" // preamble: privateKeyInfo
                        + "02" + TIME + HASH8
                        + "01 01" + CERTIFICATE // ecaCertChain
                        + CERTIFICATE
                        + X, // privateKeyInfo, fixed size, no length
                EcaEeInterfacePdu.CODEC,
                EcaEeCertResponse.of(time(), hash8(), List.of(certificate()), certificate(), octets(X)));
    }

    @Test
    void certificateForDevice() {
        assertEncoding(
                "80" + ACA_EE_RESPONSE,
                AcaEeInterfacePdu.CODEC,
                AcaEeCertResponse.of(time(), certificate(), octets(X)));
        assertEncoding(
                "00 02" + TIME + CERTIFICATE,
                AcaEeCertResponse.CODEC,
                AcaEeCertResponse.of(time(), certificate(), null));
    }

    @Test
    void requestToAcaWithLinkage() {
        assertEncoding(
                "80" // raAcaCertRequest
                        + "60" // preamble: no extension, linkageInfo, certEncKey
                        + "02" + TIME + "01"
                        + "00" // flags
                        + "00" // linkageInfo: preamble
                        + "02 0001" + ENC_PLV
                        + "02 0002" + ENC_PLV
                        + ENC_KEY
                        + TBS_LINKED,
                AcaRaInterfacePdu.CODEC,
                RaAcaCertRequest.of(
                        time(),
                        CertificateType.IMPLICIT,
                        RaAcaCertRequestFlags.of(false, false),
                        LinkageInfo.of(plv("0001"), plv("0002")),
                        encKey(),
                        tbs(TBS_LINKED)));
    }

    @Test
    void flagsAreTheFirstTwoBits() {
        assertEncoding("80", RaAcaCertRequestFlags.CODEC, RaAcaCertRequestFlags.of(true, false));
        assertEncoding("40", RaAcaCertRequestFlags.CODEC, RaAcaCertRequestFlags.of(false, true));
        assertEncoding("c1", RaAcaCertRequestFlags.CODEC, new RaAcaCertRequestFlags(0xc1));
    }

    @Test
    void requestToAcaConstraints() throws DecodeException {
        Codec<RaAcaCertRequest> codec = RaAcaCertRequest.CODEC;
        String implicitTbs = "10" + UNASSIGNED + APP + "81" + POINT;
        assertRefusedWhenStrict(
                "type explicit where butterflyExplicit is set", codec, "00 02" + TIME + "01 80" + implicitTbs);
        assertRefusedWhenStrict(
                "no certEncKey where cubk is set", codec, "20 02" + TIME + "01 40" + ENC_KEY + implicitTbs);
        assertRefusedWhenStrict(
                "linkageData as id where linkageInfo is present",
                codec,
                "40 02" + TIME + "01 00" + "00 02 0001" + ENC_PLV + "02 0002" + ENC_PLV + implicitTbs);
        String key = "verificationKey for explicit, reconstructionValue for implicit";
        assertRefusedWhenStrict(key, codec, "00 02" + TIME + "01 00" + TBS_APP);
        assertRefusedWhenStrict(key, codec, "00 02" + TIME + "00 00" + implicitTbs);
    }

    @Test
    void linkageValueComesFromOneSymmetricKey() throws DecodeException {
        String toPreSharedKey = "03 82 01 01 80" + HASH8 + "80" + NONCE + sized("d0".repeat(25));
        assertRefusedWhenStrict(
                "one recipient, a symmRecipInfo", EncryptedIndividualPLV.CODEC, "02 0001" + toPreSharedKey);
    }

    @Test
    void preLinkageValueIsNineOctets() {
        assertEncoding("010203040506070809", PreLinkageValue.CODEC, new PreLinkageValue(octets("010203040506070809")));
    }

    @Test
    void answerOfAca() {
        String plain = "03 80" + sized("02 80 80" + ACA_EE_RESPONSE);
        assertAnswer("80", plain, new AcaResponse.Plain(encoded(AcaEeCertResponsePlainSpdu.CODEC, plain)));
        String cubk = "03 82 01 01 84" + HASH8 + "80" + POINT + "e0".repeat(16 + 16) + "80" + NONCE + sized(X);
        assertAnswer("82", cubk, new AcaResponse.Cubk(encoded(AcaEeCertResponseCubkSpdu.CODEC, cubk)));
        String signed = "03 81 00 40 03 80" + sized(cubk) + "00 01 23 81 01 01" + CERTIFICATE + Frozen.SIGNATURE;
        assertAnswer("81", signed, new AcaResponse.Private(encoded(AcaEeCertResponsePrivateSpdu.CODEC, signed)));
    }

    private static void assertAnswer(String tag, String spdu, AcaResponse response) {
        assertEncoding(
                "81" // acaRaCertResponse
                        + "00 02" + TIME + HASH8 + tag + spdu,
                AcaRaInterfacePdu.CODEC,
                AcaRaCertResponse.of(time(), hash8(), response));
    }

    private static EncryptedIndividualPLV plv(String laId) {
        Encoded<EncryptedSpdu> encPlv = encoded(EncryptedSpdu.toOneSymmetricKey(), ENC_PLV);
        return EncryptedIndividualPLV.of(new LaId(octets(laId)), encPlv);
    }

    private static void assertRefused(String expected, String tbsCert) throws DecodeException {
        assertRefusedWhenStrict(expected, EeEcaCertRequest.CODEC, "00 02" + TIME + "00" + tbsCert);
    }
}
