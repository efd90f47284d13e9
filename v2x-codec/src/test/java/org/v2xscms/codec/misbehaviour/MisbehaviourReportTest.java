package org.v2xscms.codec.misbehaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content.UnsecuredData;
import org.v2xscms.codec.oer.BitString;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

class MisbehaviourReportTest {

    private static final String TIME = "0002718212345678";
    private static final String LOCATION = "1dcd6500" + "e2329b00" + "0fff";
    private static final String EVIDENCE = "0101" + "00" + "02" + "0102" + "03" + "aabbcc" + "01" + "dd" + "01";
    private static final String OBSERVATIONS =
            "0102" + "04" + "0101" + "02" + "03" + "00" + "01" + "0101" + "05" + "01" + "03" + "02" + "04" + "a0";
    private static final String TEMPLATE = OBSERVATIONS + EVIDENCE + "0100";
    private static final String MBR = TIME + LOCATION + "0124" + length(TEMPLATE) + TEMPLATE;

    @Test
    void plainReportHasItsByteMap() throws DecodeException {
        EtsiTs103759Data data = strict(EtsiTs103759Data.CODEC, "03" + "80" + MBR);

        EtsiTs103759Mbr report = assertInstanceOf(EtsiTs103759MbrSec.Plaintext.class, data.content())
                .value();
        assertEquals(AidSpecificReport.CAM, report.report().aid());
        TemplateAsr template = assertInstanceOf(
                        AidSpecificReport.Template.class, report.report().content())
                .value();
        assertEquals(
                List.of(
                        new ObservationsByTarget(
                                4, List.of(new MbSingleObservation(3, new MbSingleObservation.Made()))),
                        new ObservationsByTarget(
                                1,
                                List.of(new MbSingleObservation(
                                        1,
                                        new MbSingleObservation.StaticChange(new BitString(Octets.ofHex("a0"), 4)))))),
                template.observations());
        V2xPduStream evidence = template.v2xPduEvidence().getFirst();
        assertEquals(V2xPduStream.IEEE_1609_DOT_2_DATA, evidence.type());
        assertEquals(List.of(Octets.ofHex("aabbcc"), Octets.ofHex("dd")), evidence.v2xPdus());
        assertEquals(1, evidence.subjectPduIndex());
    }

    @Test
    void j3287ReportDiffersInItsVersion() throws DecodeException {
        SaeJ3287Data data = strict(SaeJ3287Data.CODEC, "01" + "80" + MBR);

        assertInstanceOf(EtsiTs103759MbrSec.Plaintext.class, data.content());
        assertThrows(
                DecodeException.class,
                () -> SaeJ3287Data.CODEC.decode(Octets.ofHex("03" + "80" + MBR), Reading.AS_RECEIVED));
        assertThrows(
                DecodeException.class,
                () -> EtsiTs103759Data.CODEC.decode(Octets.ofHex("01" + "80" + MBR), Reading.AS_RECEIVED));
    }

    @Test
    void onlyTheEtsiContainerIsExtensible() throws DecodeException {
        EtsiTs103759Data data = strict(EtsiTs103759Data.CODEC, "03" + "83" + "02" + "0102");

        assertInstanceOf(EtsiTs103759MbrSec.Unknown.class, data.content());
        assertThrows(
                DecodeException.class,
                () -> SaeJ3287Data.CODEC.decode(Octets.ofHex("01" + "83" + "02" + "0102"), Reading.AS_RECEIVED));
    }

    @Test
    void signedAndEncryptedReportsAreSecuredData() throws DecodeException {
        String encrypted = "0382" + "0101" + "80" + "1122334455667788" + "80" + "000102030405060708090a0b" + "02aabb";

        EtsiTs103759MbrSec plain =
                strict(EtsiTs103759Data.CODEC, "03" + "81" + "0380" + "01ff").content();
        EtsiTs103759MbrSec secret =
                strict(SaeJ3287Data.CODEC, "01" + "82" + encrypted).content();

        assertInstanceOf(
                UnsecuredData.class,
                assertInstanceOf(EtsiTs103759MbrSec.Signed.class, plain)
                        .value()
                        .value()
                        .content());
        assertInstanceOf(
                EncryptedData.class,
                assertInstanceOf(EtsiTs103759MbrSec.SignedThenEncrypted.class, secret)
                        .value()
                        .value()
                        .content());
    }

    @Test
    void reportOfVersion2HasNoContainer() throws DecodeException {
        EtsiTs103759DataVersion2 data =
                strict(EtsiTs103759DataVersion2.CODEC, "02" + TIME + "1dcd6500" + "e2329b00" + "0125" + "00");

        assertEquals(AidSpecificReport.DENM, data.report().aid());
        assertInstanceOf(AidSpecificReport.Nothing.class, data.report().content());
    }

    @Test
    void reportOfAnUnknownApplicationIsKept() throws DecodeException {
        EtsiTs103759Data data = strict(EtsiTs103759Data.CODEC, "03" + "80" + TIME + LOCATION + "0187" + "02" + "0102");

        assertEquals(
                new AidSpecificReport.Unknown(Octets.ofHex("0102")),
                assertInstanceOf(EtsiTs103759MbrSec.Plaintext.class, data.content())
                        .value()
                        .report()
                        .content());
    }

    @Test
    void observationWithoutAKnownValueIsKept() throws DecodeException {
        String template = "0101" + "09" + "0101" + "04" + "07" + "02" + "0102" + EVIDENCE + "0100";
        EtsiTs103759Data data =
                strict(EtsiTs103759Data.CODEC, "03" + "80" + TIME + LOCATION + "0120" + length(template) + template);

        assertTrue(data.toString().contains("Unknown[value=0102]"), data.toString());
    }

    @Test
    void reportWithoutEvidenceIsRefused() {
        String template = OBSERVATIONS + "0100" + "0100";
        Octets octets = Octets.ofHex("03" + "80" + TIME + LOCATION + "0124" + length(template) + template);

        DecodeException refused =
                assertThrows(DecodeException.class, () -> EtsiTs103759Data.CODEC.decode(octets, Reading.STRICT));

        assertEquals("content.plaintext.report.content.v2xPduEvidence", refused.path());
    }

    @Test
    void truncatedReportIsRefused() {
        Octets octets = Octets.ofHex("03" + "80" + MBR);
        for (int length = 0; length < octets.length(); length++) {
            Octets cut = octets.slice(0, length);
            assertThrows(DecodeException.class, () -> EtsiTs103759Data.CODEC.decode(cut, Reading.AS_RECEIVED));
        }
    }

    @Test
    void obsIdCountsWithinItsTarget() {
        assertEquals(Optional.of(Observation.SPEED_TOO_HIGH), Observation.of(4, 3));
        assertEquals(Optional.of(Observation.PSID_INCONSISTENT_WITH_CERTIFICATE), Observation.of(2, 3));
        assertEquals(Optional.empty(), Observation.of(0, 3));
    }

    @Test
    void onlyAStaticChangeHasThatValue() {
        var change = new MbSingleObservation.StaticChange(new BitString(Octets.ofHex("80"), 7));

        assertThrows(
                IllegalArgumentException.class,
                () -> new ObservationsByTarget(4, List.of(new MbSingleObservation(3, change))));
    }

    private static <T> T strict(Codec<T> codec, String hex) throws DecodeException {
        T value = codec.decode(Octets.ofHex(hex), Reading.STRICT).value();
        assertEquals(Octets.ofHex(hex), codec.encode(value));
        return value;
    }

    private static String length(String hex) {
        return "%02x".formatted(hex.length() / 2);
    }
}
