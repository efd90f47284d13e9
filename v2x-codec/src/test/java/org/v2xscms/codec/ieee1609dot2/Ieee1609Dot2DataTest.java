package org.v2xscms.codec.ieee1609dot2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.v2xscms.codec.ieee1609dot2.basetypes.Wire.strict;
import static org.v2xscms.codec.oer.Refusals.refusedWhenStrict;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.etsi.ts103097.extension.EtsiOriginatingHeaderInfoExtension;
import org.v2xscms.codec.etsi.ts103097.extension.EtsiTs102941CrlRequest;
import org.v2xscms.codec.etsi.ts103097.extension.EtsiTs102941DeltaCtlRequest;
import org.v2xscms.codec.etsi.ts103097.extension.EtsiTs102941FullCtlRequest;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.EcdsaP256Signature;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Null;
import org.v2xscms.codec.oer.Octets;

class Ieee1609Dot2DataTest {

    private static final String MODULE = "IEEE 1609.2-2022 Ieee1609Dot2, ";

    private static final String CAM = "205002800088010014003683bb4301ae2cb530b01c7f0b4107c7ff4b83c203430000000007d1"
            + "00000202bb4301ae30b0405a447e882e623a29605805800048198c483430c1e58582988a6b34082203fa"
            + "0029330000abff10fcebb192003bdff447d44d8c40031effcbbe9c0c648018f7fccdf4f2632400c7bfe5"
            + "0fa61b1880063dff2b7d3458c90031eff98bea82c648018f7fc71f4aa633800dbbfe44fa63b19c0077df"
            + "f1d7d2b98d3003bc";

    private static final String TICKET = "80" + "0300" + "805d5dcbeefbe7d22d"
            + "30" // assuranceLevel and appPermissions
            + "83" + "000000" + "0000" + "25479a85" + "860001" + "e0"
            + "0107" + "80012481040301fffc" + "80012581050401ffffff" + "80018c81050402ffffe0" + "00018d"
            + "8002027e81020101" + "8002027f81020101" + "000203ff"
            + "8080" + "83916bf8d77f38c419cf664012a22e3e31091a7d953bf0acde581893f9491458d5"
            + "8180" + "393a363e6111f119b32e32018d33094455ab5d519ccbd02824de625fd0bb1b00"
            + "62efdf4c2fbc28116fc07185f2dc3cf6067d8726ff51b3533b72e9561df7241f";

    /** A CAM from a car in Europe whose sender has the schema of 2017: three header additions are known to it. */
    private static final String ROAD_MESSAGE = "03" // protocolVersion
            + "81" // signedData
            + "00" // sha256
            + "40" // preamble of the payload: not extended, data, no extDataHash
            + "03" + "80" + "81ac" + CAM // a message of unsecuredData
            + "c0" // preamble of the header: extended, generationTime
            + "0124" // PSID 36
            + "00023afea3c7bc88" // generationTime
            + "0205" + "80" // bitmap of 8 - 5 bits: inlineP2pcdRequest
            + "05" + "0101" + "7ce7f9" // one HashedId3
            + "81" + "0101" + TICKET // signer: one certificate
            + "80" + "82c5f45359ac2aea7e54e7ebfe7819c4fb90f871649b9c47c52d6e26285fc9a19e"
            + "88a9e23fec5695675b971f00c14524ae6444c20003d3e9651920bebf7f79039a";

    @Test
    void aRoadMessageOfAnOlderEditionIsKeptAsItCame() throws DecodeException {
        Ieee1609Dot2Data message = roadMessage();
        assertEquals(Octets.ofHex(ROAD_MESSAGE), Ieee1609Dot2Data.CODEC.encode(message));

        SignedData signed = assertInstanceOf(SignedData.class, message.content());
        ToBeSignedData content = signed.tbsData().value();
        HeaderInfo header = content.headerInfo();
        assertEquals(HashAlgorithm.SHA256, signed.hashId());
        assertEquals(new Psid(36), header.psid());
        assertNotNull(header.generationTime());
        assertEquals(
                Instant.parse("2023-11-23T09:08:12.301640Z"),
                header.generationTime().toInstant());
        assertEquals(List.of(new HashedId3(Octets.ofHex("7ce7f9"))), header.inlineP2pcdRequest());
        assertEquals(new Additions(3, List.of()), header.additions());
        assertNotNull(content.payload().data());
        assertEquals(
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(Octets.ofHex(CAM))),
                content.payload().data().value());
        assertEquals(
                new Signature.EcdsaNistP256Signature(new EcdsaP256Signature(
                        new EccP256CurvePoint.CompressedY0(
                                Octets.ofHex("c5f45359ac2aea7e54e7ebfe7819c4fb90f871649b9c47c52d6e26285fc9a19e")),
                        Octets.ofHex("88a9e23fec5695675b971f00c14524ae6444c20003d3e9651920bebf7f79039a"))),
                signed.signature());
    }

    @Test
    void signedPartsAndCertificatesKeepTheirOctets() throws DecodeException {
        Ieee1609Dot2Data message = roadMessage();
        SignedData signed = assertInstanceOf(SignedData.class, message.content());
        var signer = assertInstanceOf(SignerIdentifier.Certificates.class, signed.signer());
        assertEquals(Octets.ofHex(TICKET), signer.value().getFirst().octets());
        int signerAt = ROAD_MESSAGE.indexOf("81" + "0101" + TICKET);
        assertEquals(
                Octets.ofHex(ROAD_MESSAGE.substring(6, signerAt)),
                signed.tbsData().octets());
    }

    @Test
    void aMessageInsideAMessageIsTheSameType() throws DecodeException {
        assertEquals(
                SignedDataPayload.of(Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(Octets.ofHex("aabb")))),
                strict(SignedDataPayload.CODEC, "40" + "038002aabb"));
    }

    @Test
    void aPayloadIsDataOrAHashOrLeftOut() throws DecodeException {
        assertEquals(
                Null.NULL,
                strict(SignedDataPayload.CODEC, "80" + "0207" + "80" + "00").omitted());
        assertNull(
                strict(SignedDataPayload.CODEC, "20" + "80" + "11".repeat(32)).data());
        refusedWhenStrict(
                SignedDataPayload.CODEC,
                "00",
                0,
                "",
                "data, extDataHash or omitted present",
                MODULE + "SignedDataPayload");
    }

    @Test
    void aCertificateRequestSignedUnderX509IsAnExtension() throws DecodeException {
        assertEquals(
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.SignedX509CertificateRequest(Octets.ofHex("aabb"))),
                strict(Ieee1609Dot2Data.CODEC, "03" + "84" + "03" + "02aabb"));
    }

    @Test
    void contributedExtensionsAreReadByContributorAndKeptWhenUnknown() throws DecodeException {
        String id = "0102030405060708";
        var issuer = new HashedId8(Octets.ofHex(id));
        assertEquals(
                List.of(
                        new ContributedExtensionBlock.Ieee1609(
                                List.of(new Ieee1609ContributedHeaderInfoExtension.P2pcd8ByteLearningRequest(issuer))),
                        new ContributedExtensionBlock.Etsi(List.of(
                                new EtsiOriginatingHeaderInfoExtension.CrlRequest(
                                        new EtsiTs102941CrlRequest(issuer, new Time32(5))),
                                new EtsiOriginatingHeaderInfoExtension.DeltaCtlRequest(
                                        new EtsiTs102941DeltaCtlRequest(issuer, null)),
                                new EtsiOriginatingHeaderInfoExtension.FullCtlRequest(
                                        new EtsiTs102941FullCtlRequest(issuer, 7, 2)),
                                new EtsiOriginatingHeaderInfoExtension.Other(9, Octets.ofHex("aa")))),
                        new ContributedExtensionBlock.Other(77, List.of(Octets.ofHex("0102")))),
                strict(
                        ContributedExtensionBlock.SEQUENCE_OF,
                        "0103"
                                + "01" + "0101" + "0a" + "01" + "08" + id
                                + "02" + "0104"
                                + "0f" + "01" + "0d" + "80" + id + "00000005"
                                + "0b" + "02" + "09" + "00" + id
                                + "0d" + "03" + "0b" + "c0" + id + "07" + "02"
                                + "03" + "09" + "01aa"
                                + "4d" + "0101" + "020102"));
    }

    @Test
    void aHeaderAsksForCertificatesInOneWay() throws DecodeException {
        refusedWhenStrict(
                HeaderInfo.CODEC,
                "88" + "0120" + "010203" + "0204" + "80" + "05" + "0101" + "040506",
                0,
                "",
                "p2pcdLearningRequest or inlineP2pcdRequest but not both",
                MODULE + "HeaderInfo");
        assertEquals(HeaderInfo.of(new Psid(35)), strict(HeaderInfo.CODEC, "00" + "0123"));
    }

    @Test
    void aCountersignatureIsOverAHashAndHasATime() throws DecodeException {
        String hashed = "0381" + "00" + "20" + "80" + "11".repeat(32);
        String end = "0120" + "0000000000000001" + "80" + "22".repeat(8) + "8080" + "33".repeat(64);
        strict(Countersignature.CODEC, hashed + "40" + end);
        for (String other : List.of(
                hashed + "00" + end.replace("0000000000000001", ""),
                "0381" + "00" + "40" + "038000" + "40" + end,
                "038000")) {
            refusedWhenStrict(
                    Countersignature.CODEC,
                    other,
                    0,
                    "",
                    "signedData over extDataHash alone, with generationTime and without expiryTime, generationLocation,"
                            + " p2pcdLearningRequest, missingCrlIdentifier and encryptionKey",
                    "IEEE 1609.2-2025 Ieee1609Dot2, Countersignature, Ieee1609Dot2Data");
        }
    }

    @Test
    void encryptedDataNamesItsRecipients() throws DecodeException {
        String id = "0102030405060708";
        String ciphertext = "80" + "aa".repeat(12) + "02bbcc";
        EncryptedData data = strict(
                EncryptedData.CODEC,
                "0103"
                        + "80" + id
                        + "81" + id + ciphertext
                        + "84" + id + "80" + "82" + "11".repeat(32) + "22".repeat(16) + "33".repeat(16)
                        + ciphertext);
        var recipient = new HashedId8(Octets.ofHex(id));
        var inner = new SymmetricCiphertext.Aes128Ccm(
                new One28BitCcmCiphertext(Octets.ofHex("aa".repeat(12)), Octets.ofHex("bbcc")));
        assertEquals(inner, data.ciphertext());
        assertEquals(
                new RecipientInfo.PskRecipInfo(recipient), data.recipients().get(0));
        assertEquals(
                new RecipientInfo.SymmRecipInfo(new SymmRecipientInfo(recipient, inner)),
                data.recipients().get(1));
        assertInstanceOf(RecipientInfo.RekRecipInfo.class, data.recipients().get(2));
        refusedWhenStrict(
                EncryptedData.CODEC,
                "0100" + ciphertext,
                0,
                "recipients",
                "at least 1 elements in SequenceOfRecipientInfo",
                MODULE + "SequenceOfRecipientInfo");
    }

    private static Ieee1609Dot2Data roadMessage() throws DecodeException {
        return refusedWhenStrict(
                Ieee1609Dot2Data.CODEC,
                ROAD_MESSAGE,
                191,
                "content.signedData.tbsData.headerInfo",
                "a presence bitmap of 4 bits for HeaderInfo",
                "ITU-T X.696 16.4.2");
    }
}
