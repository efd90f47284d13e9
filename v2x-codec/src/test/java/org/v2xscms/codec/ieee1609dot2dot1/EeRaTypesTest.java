package org.v2xscms.codec.ieee1609dot2dot1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.ENC_KEY;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.HASH8;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.KEY;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TBS_APP;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TBS_ENROL;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TIME;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.UNASSIGNED;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.assertEncoding;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.assertRefusedWhenStrict;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.encKey;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.hash8;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.octets;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.tbs;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.time;

import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.AcpcTreeId;
import org.v2xscms.codec.ieee1609dot2dot1.eera.AdditionalParams;
import org.v2xscms.codec.ieee1609dot2dot1.eera.ButterflyExpansion;
import org.v2xscms.codec.ieee1609dot2dot1.eera.ButterflyParamsOriginal;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaDownloadRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaInterfacePdu;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertAck;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertInfo;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;

class EeRaTypesTest {

    private static final String AES = "000102030405060708090a0b0c0d0e0f";
    private static final ButterflyExpansion EXPANSION = new ButterflyExpansion.Aes128(Octets.ofHex(AES));

    @Test
    void requestWithoutAdditionalParams() {
        assertEncoding(
                "00" // preamble: no extension, no additionalParams
                        + "02" // version
                        + TIME
                        + "00" // explicit
                        + TBS_APP,
                EeRaCertRequest.CODEC,
                EeRaCertRequest.of(time(), CertificateType.EXPLICIT, tbs(TBS_APP), null));
    }

    @Test
    void requestInterfacePduIsAlternative0() {
        assertEncoding(
                "80" + "40 02" + TIME + "01" + TBS_APP + "81 80" + AES,
                EeRaInterfacePdu.CODEC,
                EeRaCertRequest.of(
                        time(), CertificateType.IMPLICIT, tbs(TBS_APP), new AdditionalParams.Unified(EXPANSION)));
    }

    @Test
    void originalButterflyParams() {
        assertEncoding(
                "80" // original
                        + "80" + AES // signingExpansion: aes128, fixed size, no length
                        + ENC_KEY
                        + "80" + AES, // encryptionExpansion
                AdditionalParams.CODEC,
                new AdditionalParams.Original(new ButterflyParamsOriginal(EXPANSION, encKey(), EXPANSION)));
    }

    @Test
    void otherAdditionalParams() {
        assertEncoding("81 80" + AES, AdditionalParams.CODEC, new AdditionalParams.Unified(EXPANSION));
        assertEncoding("82 80" + AES, AdditionalParams.CODEC, new AdditionalParams.CompactUnified(EXPANSION));
        assertEncoding("83" + ENC_KEY, AdditionalParams.CODEC, new AdditionalParams.EncryptionKey(encKey()));
    }

    @Test
    void unknownAdditionalParamsAreKept() {
        AdditionalParams kept = Frozen.value(AdditionalParams.CODEC, "84 02 abcd");
        assertEquals(octets("84 02 abcd"), AdditionalParams.CODEC.encode(kept));
        assertEquals(AdditionalParams.Unknown.class, kept.getClass());
    }

    @Test
    void acknowledgement() {
        assertEncoding(
                "81" // raEeCertAck
                        + "40" // preamble: firstI
                        + "02" + TIME + HASH8
                        + "0249" // firstI, Uint16
                        + TIME,
                EeRaInterfacePdu.CODEC,
                RaEeCertAck.of(time(), hash8(), new IValue(0x249), time()));
        assertEncoding("00 02" + TIME + HASH8 + TIME, RaEeCertAck.CODEC, RaEeCertAck.of(time(), hash8(), null, time()));
    }

    @Test
    void info() {
        assertEncoding(
                "82 00 02" + TIME + "0249" + HASH8 + TIME,
                EeRaInterfacePdu.CODEC,
                RaEeCertInfo.of(time(), new IValue(0x249), hash8(), time(), null));
        assertEncoding(
                "40 02" + TIME + "0249" + HASH8 + TIME + "b0b1b2b3b4b5b6b7",
                RaEeCertInfo.CODEC,
                RaEeCertInfo.of(
                        time(), new IValue(0x249), hash8(), time(), new AcpcTreeId(octets("b0b1b2b3b4b5b6b7"))));
    }

    @Test
    void downloadRequest() {
        assertEncoding(
                "83" // eeRaDownloadRequest
                        + "00" // preamble: extension bit only; this structure has no version
                        + TIME
                        + "05 612e7a6970", // "a.zip"
                EeRaInterfacePdu.CODEC,
                EeRaDownloadRequest.of(time(), "a.zip"));
    }

    @Test
    void filenameHasAtMost255Characters() throws DecodeException {
        String e255 = "c3a9".repeat(255); // two octets each in UTF-8
        assertEncoding(
                "00" + TIME + "8201fe" + e255,
                EeRaDownloadRequest.CODEC,
                EeRaDownloadRequest.of(time(), "\u00e9".repeat(255)));
        assertRefusedWhenStrict(
                "at most 255 characters", EeRaDownloadRequest.CODEC, "00" + TIME + "820200" + e255 + "c3a9");
    }

    @Test
    void requestConstraints() throws DecodeException {
        assertRefused("cracaId 000000 in a request", "10 83 000001 0000" + TIME + "86 0001" + Frozen.APP + KEY);
        assertRefused("crlSeries 0 in a request", "10 83 000000 0001" + TIME + "86 0001" + Frozen.APP + KEY);
        assertRefused("appPermissions in an authorization request", "08" + UNASSIGNED + "01 01 00 81" + KEY);
        assertRefused("no certIssuePermissions in a request", "18" + UNASSIGNED + Frozen.APP + "01 01 00 81" + KEY);
        assertRefused(
                "no certRequestPermissions in an authorization request",
                "14" + UNASSIGNED + Frozen.APP + "01 01 00 81" + KEY);
        assertRefused("appPermissions in an authorization request", TBS_ENROL);
        assertRefused("verificationKey in a request of a device", "10" + UNASSIGNED + Frozen.APP + "81" + Frozen.POINT);
    }

    @Test
    void otherVersionIsNoted() throws DecodeException {
        assertRefusedWhenStrict("version 2", EeRaCertRequest.CODEC, "00 03" + TIME + "00" + TBS_APP);
    }

    private static void assertRefused(String expected, String tbsCert) throws DecodeException {
        assertRefusedWhenStrict(expected, EeRaCertRequest.CODEC, "00 02" + TIME + "00" + tbsCert);
    }
}
