package org.v2xscms.codec.etsi.ts103097;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Wire.strict;
import static org.v2xscms.codec.oer.Refusals.refusedWhenStrict;

import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.DecodeException;

/** For each rule of the profile a message that keeps it and one that breaks only it. */
class EtsiTs103097ProfileTest {

    private static final String DATA = "ETSI TS 103 097 EtsiTs103097Module, EtsiTs103097Data";
    private static final String CERTIFICATE =
            "ETSI TS 103 097 EtsiTs103097Module, EtsiTs103097Certificate, Certificate";

    private static final String NONE = "83";
    private static final String NO_CRL = "000000" + "0000";
    private static final String CAM = "0101" + "000124";
    private static final String TICKET = certificate("10", NONE + NO_CRL, CAM);

    private static final String UNSECURED = "40" + "038002aabb";
    private static final String HASH = "20" + "80" + "11".repeat(32);
    private static final String HEADER = "40" + "0124" + "0000000000000001";
    private static final String DIGEST = "80" + "22".repeat(8);

    private static final String CERT_RECIPIENT =
            "82" + "22".repeat(8) + "80" + "82" + "11".repeat(32) + "22".repeat(16) + "33".repeat(16);
    private static final String PSK_RECIPIENT = "80" + "22".repeat(8);
    private static final String AES = "80" + "aa".repeat(12) + "00";

    @Test
    void certificatesHaveANameOrNone() throws DecodeException {
        strict(EtsiTs103097Certificate.CODEC, TICKET);
        strict(EtsiTs103097Certificate.CODEC, certificate("10", "810161" + NO_CRL, CAM));
        String expected = "an id that is a name or none";
        refusedWhenStrict(
                EtsiTs103097Certificate.CODEC, certificate("10", "820161" + NO_CRL, CAM), 0, "", expected, CERTIFICATE);
        refusedWhenStrict(
                EtsiTs103097Certificate.CODEC,
                certificate("10", "80" + "00" + "0001" + "33".repeat(9) + NO_CRL, CAM),
                0,
                "",
                expected,
                CERTIFICATE);
    }

    @Test
    void certificatesRequestNothing() throws DecodeException {
        String expected = "certRequestPermissions and canRequestRollover absent";
        refusedWhenStrict(
                EtsiTs103097Certificate.CODEC,
                certificate("14", NONE + NO_CRL, CAM + "01010081"),
                0,
                "",
                expected,
                CERTIFICATE);
        refusedWhenStrict(
                EtsiTs103097Certificate.CODEC, certificate("12", NONE + NO_CRL, CAM), 0, "", expected, CERTIFICATE);
    }

    @Test
    void certificatesAreOnNoLinkageCrl() throws DecodeException {
        String expected = "cracaId 000000 and crlSeries 0";
        refusedWhenStrict(
                EtsiTs103097Certificate.CODEC,
                certificate("10", NONE + "0000010000", CAM),
                0,
                "",
                expected,
                CERTIFICATE);
        refusedWhenStrict(
                EtsiTs103097Certificate.CODEC,
                certificate("10", NONE + "0000000001", CAM),
                0,
                "",
                expected,
                CERTIFICATE);
    }

    @Test
    void signedDataHasATimeAndNoLearningRequest() throws DecodeException {
        strict(EtsiTs103097Data.SIGNED, signed(UNSECURED, HEADER, DIGEST));
        String expected = "generationTime present, p2pcdLearningRequest and missingCrlIdentifier absent";
        String clause = DATA + ", Ieee1609Dot2Data";
        refusedWhenStrict(EtsiTs103097Data.CODEC, signed(UNSECURED, "00" + "0124", DIGEST), 0, "", expected, clause);
        refusedWhenStrict(
                EtsiTs103097Data.CODEC,
                signed(UNSECURED, "48" + HEADER.substring(2) + "010203", DIGEST),
                0,
                "",
                expected,
                clause);
        refusedWhenStrict(
                EtsiTs103097Data.CODEC,
                signed(UNSECURED, "44" + HEADER.substring(2) + "00" + "010203" + "0001", DIGEST),
                0,
                "",
                expected,
                clause);
    }

    @Test
    void theSignerIsOneCertificateOfTheProfile() throws DecodeException {
        strict(EtsiTs103097Data.SIGNED, signed(UNSECURED, HEADER, "81" + "0101" + TICKET));
        String expected = "exactly one certificate of the profile as signer";
        String clause = DATA + ", Ieee1609Dot2Data";
        refusedWhenStrict(
                EtsiTs103097Data.CODEC,
                signed(UNSECURED, HEADER, "81" + "0102" + TICKET + TICKET),
                0,
                "",
                expected,
                clause);
        refusedWhenStrict(
                EtsiTs103097Data.CODEC,
                signed(UNSECURED, HEADER, "81" + "0101" + certificate("10", "820161" + NO_CRL, CAM)),
                0,
                "",
                expected,
                clause);
    }

    @Test
    void signedDataIsOverWhatItsTypeSays() throws DecodeException {
        strict(EtsiTs103097Data.SIGNED_EXTERNAL_PAYLOAD, signed(HASH, HEADER, DIGEST));
        refusedWhenStrict(
                EtsiTs103097Data.SIGNED_EXTERNAL_PAYLOAD,
                signed(UNSECURED, HEADER, DIGEST),
                0,
                "",
                "signedData over a SHA-256 extDataHash alone",
                DATA + "-SignedExternalPayload, Ieee1609Dot2Data");
        refusedWhenStrict(
                EtsiTs103097Data.SIGNED,
                signed(HASH, HEADER, DIGEST),
                0,
                "",
                "signedData over unsecuredData alone",
                DATA + "-Signed, Ieee1609Dot2Data");
        strict(EtsiTs103097Data.UNSECURED, "038000");
        refusedWhenStrict(
                EtsiTs103097Data.UNSECURED,
                signed(UNSECURED, HEADER, DIGEST),
                0,
                "",
                "unsecuredData",
                DATA + "-Unsecured, Ieee1609Dot2Data");
        refusedWhenStrict(
                EtsiTs103097Data.CODEC,
                "038300",
                0,
                "",
                "signedCertificateRequest absent",
                DATA + ", Ieee1609Dot2Data");
    }

    @Test
    void dataIsEncryptedToPublicKeysExceptInResponses() throws DecodeException {
        strict(EtsiTs103097Data.ENCRYPTED, encrypted("0102" + CERT_RECIPIENT + CERT_RECIPIENT, AES));
        strict(EtsiTs103097Data.ENCRYPTED_UNICAST, encrypted("0101" + CERT_RECIPIENT, AES));
        strict(EtsiTs103097Data.ENCRYPTED_RESPONSE, encrypted("0101" + PSK_RECIPIENT, AES));
        refusedWhenStrict(
                EtsiTs103097Data.ENCRYPTED_UNICAST,
                encrypted("0101" + PSK_RECIPIENT, AES),
                0,
                "",
                "recipients by certificate or signed data",
                DATA + ", Ieee1609Dot2Data");
        refusedWhenStrict(
                EtsiTs103097Data.ENCRYPTED_UNICAST,
                encrypted("0102" + CERT_RECIPIENT + CERT_RECIPIENT, AES),
                0,
                "",
                "one recipient",
                DATA + "-Encrypted-Unicast, Ieee1609Dot2Data");
        refusedWhenStrict(
                EtsiTs103097Data.ENCRYPTED,
                encrypted("0101" + CERT_RECIPIENT, "810d" + "aa".repeat(12) + "00"),
                0,
                "",
                "encryptedData with AES-128-CCM",
                DATA + "-Encrypted, Ieee1609Dot2Data");
    }

    private static String certificate(String preamble, String idAndCrl, String permissions) {
        return "8003" + "00" + "80" + "00".repeat(8) + preamble + idAndCrl + "00000000" + "840001" + permissions
                + "8080" + "82" + "11".repeat(32) + "8080" + "22".repeat(64);
    }

    private static String signed(String payload, String header, String signer) {
        return "0381" + "00" + payload + header + signer + "8080" + "33".repeat(64);
    }

    private static String encrypted(String recipients, String ciphertext) {
        return "0382" + recipients + ciphertext;
    }
}
