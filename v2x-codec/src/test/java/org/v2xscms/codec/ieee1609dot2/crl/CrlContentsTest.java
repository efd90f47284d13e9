package org.v2xscms.codec.ieee1609dot2.crl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId10;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageSeed;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.crl.SequenceOfHashBasedRevocationInfo.Edition;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Decoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

class CrlContentsTest {

    private static final String HEAD = "01" + "0002" + "1122334455667788" + "20000000" + "20093a80" + "00";
    private static final String FULL_HASH = HEAD + "80" + "00" + "00000007";
    private static final String ID_1 = "00ffffffffffffffff01";
    private static final String ID_2 = "a1a2a3a4a5a6a7a8a9aa";
    private static final LinkageSeed SEED_1 = new LinkageSeed(Octets.ofHex("000102030405060708090a0b0c0d0e0f"));
    private static final LinkageSeed SEED_2 = new LinkageSeed(Octets.ofHex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"));
    private static final LaId LA_1 = new LaId(Octets.ofHex("0001"));
    private static final LaId LA_2 = new LaId(Octets.ofHex("0002"));

    @Test
    void hashCrlOf2022HasAPreambleInEachEntry() throws DecodeException {
        Octets octets = Octets.ofHex(FULL_HASH + "0102" + "00" + ID_1 + "21000000" + "00" + ID_2 + "22000000");

        CrlContents crl = CrlContents.CODEC.decode(octets, Reading.STRICT).value();

        assertEquals(Edition.OF_2022, entries(crl).edition());
        assertEquals(
                List.of(
                        new HashBasedRevocationInfo(new HashedId10(Octets.ofHex(ID_1)), new Time32(0x21000000L)),
                        new HashBasedRevocationInfo(new HashedId10(Octets.ofHex(ID_2)), new Time32(0x22000000L))),
                entries(crl).entries());
        assertEquals(octets, CrlContents.CODEC.encode(crl));
        assertEquals(
                List.of(), CrlContents.CODEC.decode(octets, Reading.AS_RECEIVED).deviations());
    }

    @ParameterizedTest
    @ValueSource(strings = {ID_1, ID_2, "80000000000000000000"})
    void hashCrlOf2016IsReadAsReceivedAndWrittenAgainIdentically(String firstId) throws DecodeException {
        Octets octets = Octets.ofHex(FULL_HASH + "0102" + firstId + "21000000" + ID_2 + "22000000");

        Decoded<CrlContents> crl = CrlContents.CODEC.decode(octets, Reading.AS_RECEIVED);

        assertEquals(Edition.OF_2016, entries(crl.value()).edition());
        assertEquals(
                new HashedId10(Octets.ofHex(firstId)),
                entries(crl.value()).entries().getFirst().id());
        assertEquals(1, crl.deviations().size());
        assertEquals(octets, CrlContents.CODEC.encode(crl.value()));
        assertThrows(DecodeException.class, () -> CrlContents.CODEC.decode(octets, Reading.STRICT));
    }

    @Test
    void truncatedHashCrlOf2016IsRefused() {
        assertEveryTruncationRefused(
                Octets.ofHex(FULL_HASH + "0102" + ID_1 + "21000000" + ID_2 + "22000000"), Reading.AS_RECEIVED);
    }

    @Test
    void truncatedHashCrlOf2022IsRefusedWhenStrict() {
        assertEveryTruncationRefused(
                Octets.ofHex(FULL_HASH + "0102" + "00" + ID_1 + "21000000" + "00" + ID_2 + "22000000"), Reading.STRICT);
    }

    private static void assertEveryTruncationRefused(Octets octets, Reading reading) {
        for (int length = 0; length < octets.length(); length++) {
            Octets cut = octets.slice(0, length);
            assertThrows(DecodeException.class, () -> CrlContents.CODEC.decode(cut, reading));
        }
    }

    /** From eight entries on the list holds eight preambles after the cut, and eight zeros are no chance. */
    @ParameterizedTest
    @CsvSource({"1, false", "7, false", "8, true", "200, true"})
    void hashCrlOf2022CutByAnOctetAnEntryIsRefusedWhereItsPreamblesTell(int entries, boolean refused)
            throws DecodeException {
        Octets whole =
                Octets.ofHex(FULL_HASH + "01%02x".formatted(entries) + ("00" + ID_2 + "22000000").repeat(entries));
        Octets cut = whole.slice(0, whole.length() - entries);

        CrlContents.CODEC.decode(whole, Reading.STRICT);
        if (refused) {
            DecodeException refusal =
                    assertThrows(DecodeException.class, () -> CrlContents.CODEC.decode(cut, Reading.AS_RECEIVED));
            assertTrue(refusal.getMessage().contains("entries["), refusal.getMessage());
        } else {
            assertEquals(
                    Edition.OF_2016,
                    entries(CrlContents.CODEC.decode(cut, Reading.AS_RECEIVED).value())
                            .edition());
        }
    }

    /** A genuine list: its identifiers begin with zeros, but what stands at every 15th octet is not zero throughout. */
    @Test
    void hashCrlOf2016WithZerosInItsIdentifiersIsRead() throws DecodeException {
        Octets octets = Octets.ofHex(FULL_HASH + "0110" + (ID_1 + "21000000").repeat(16));

        assertEquals(
                Edition.OF_2016,
                entries(CrlContents.CODEC.decode(octets, Reading.AS_RECEIVED).value())
                        .edition());
    }

    /** Whatever its entries look like: the payload has a length, and the signature stands behind it. */
    @Test
    void securedHashCrlCutAnywhereIsRefused() {
        String crl = FULL_HASH + "0101" + "00" + ID_2 + "22000000";
        Octets secured = Octets.ofHex("0381" + "00" + "40" + "0380" + "%02x".formatted(crl.length() / 2) + crl + "00"
                + "020100" + "80" + "1122334455667788" + "80" + "80" + "01".repeat(64));
        for (int length = 0; length < secured.length(); length++) {
            Octets cut = secured.slice(0, length);
            assertThrows(DecodeException.class, () -> SecuredCrl.CODEC.decode(cut, Reading.AS_RECEIVED));
        }
    }

    @Test
    void emptyHashCrlIsOfTheCurrentEdition() throws DecodeException {
        CrlContents crl = CrlContents.CODEC
                .decode(Octets.ofHex(FULL_HASH + "0100"), Reading.AS_RECEIVED)
                .value();

        assertEquals(new SequenceOfHashBasedRevocationInfo(List.of()), entries(crl));
    }

    @Test
    void linkageCrlHasItsByteMap() throws DecodeException {
        var imax = new IMaxGroup(300, List.of(new IndividualRevocation(SEED_1, SEED_2)), null, Additions.NONE);
        var la = new LAGroup(LA_1, LA_2, List.of(imax), Additions.NONE);
        var group = new GroupCrlEntry(301, LA_1, SEED_1, LA_2, SEED_2, Additions.NONE);
        CrlContents crl = contents(new TypeSpecificCrlContents.FullLinkedCrl(new ToBeSignedLinkageValueCrl(
                new IValue(258),
                3,
                List.of(new JMaxGroup(20, List.of(la), Additions.NONE)),
                List.of(group),
                List.of(new GroupSingleSeedCrlEntry(302, LA_1, SEED_1)),
                List.of(new IPeriodInfo(new Time32(0x20093a80L), new Duration.Hours(168), new IValue(400))),
                Additions.NONE)));
        String seeds = SEED_1.octets().hex() + SEED_2.octets().hex();
        Octets octets = Octets.ofHex(HEAD
                + "82" + "e0" + "0102" + "03"
                + "0101" + "00" + "14" + "0101" + "00" + "0001" + "0002" + "0101" + "00" + "012c" + "0101" + "00"
                + seeds
                + "0101" + "00" + "012d" + "0001" + SEED_1.octets() + "0002" + SEED_2.octets()
                + "0206c0"
                + "16" + "0101" + "012e" + "0001" + SEED_1.octets()
                + "0b" + "0101" + "20093a80" + "8400a8" + "0190");

        assertEquals(octets, CrlContents.CODEC.encode(crl));
        assertEquals(crl, CrlContents.CODEC.decode(octets, Reading.STRICT).value());
    }

    /** The presence bitmap has one bit in the 2022 edition, two since 2025. */
    @ParameterizedTest
    @ValueSource(strings = {"020780", "020680"})
    void seedsOfGroupsAreReadInBothEditionsAndWrittenAgainAsTheyCame(String bitmap) throws DecodeException {
        Octets octets = Octets.ofHex(
                HEAD + "83" + "80" + "0102" + "00" + bitmap + "16" + "0101" + "012e" + "0001" + SEED_1.octets());

        CrlContents crl = CrlContents.CODEC.decode(octets, Reading.STRICT).value();

        assertEquals(
                List.of(new GroupSingleSeedCrlEntry(302, LA_1, SEED_1)),
                assertInstanceOf(TypeSpecificCrlContents.DeltaLinkedCrl.class, crl.typeSpecific())
                        .value()
                        .groupsSingleSeed());
        assertEquals(octets, CrlContents.CODEC.encode(crl));
        assertEquals(
                List.of(), CrlContents.CODEC.decode(octets, Reading.AS_RECEIVED).deviations());
    }

    @Test
    void bitmapOf2022HasNoRoomForPeriods() {
        ToBeSignedLinkageValueCrl list = new ToBeSignedLinkageValueCrl(
                new IValue(258), 0, List.of(), null, null, List.of(), new Additions(1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> ToBeSignedLinkageValueCrl.CODEC.encode(list));
    }

    @Test
    void linkageCrlsWithAlgorithmsAreExtensionAlternatives() throws DecodeException {
        var list =
                new ToBeSignedLinkageValueCrlWithAlgIdentifier(new IValue(1), 0, List.of(), null, null, Additions.NONE);
        assertEncoding(
                HEAD + "84" + "06" + "40" + "0001" + "00" + "0100",
                contents(new TypeSpecificCrlContents.FullLinkedCrlWithAlg(list)));
        assertEncoding(
                HEAD + "85" + "06" + "40" + "0001" + "00" + "0100",
                contents(new TypeSpecificCrlContents.DeltaLinkedCrlWithAlg(list)));
    }

    /** Here the seeds of groups are a root component, so nothing stands behind the marker. */
    @Test
    void linkageCrlWithAlgorithmsHasItsByteMap() throws DecodeException {
        var imax = new IMaxGroup(300, List.of(new IndividualRevocation(SEED_1, SEED_2)), null, Additions.NONE);
        var la = new LAGroup(LA_1, LA_2, List.of(imax), Additions.NONE);
        var list = new ToBeSignedLinkageValueCrlWithAlgIdentifier(
                new IValue(258),
                3,
                List.of(new JMaxGroup(20, List.of(la), Additions.NONE)),
                List.of(new GroupCrlEntry(301, LA_1, SEED_1, LA_2, SEED_2, Additions.NONE)),
                List.of(new GroupSingleSeedCrlEntry(302, LA_1, SEED_1)),
                Additions.NONE);
        String individual = "0101" + "00" + "14" + "0101" + "00" + "0001" + "0002" + "0101" + "00" + "012c" + "0101"
                + "00" + SEED_1.octets() + SEED_2.octets();
        String groups = "0101" + "00" + "012d" + "0001" + SEED_1.octets() + "0002" + SEED_2.octets();
        String single = "0101" + "012e" + "0001" + SEED_1.octets();
        String octets = "70" + "0102" + "03" + individual + groups + single;
        assertEncoding(
                HEAD + "84" + "%02x".formatted(octets.length() / 2) + octets,
                contents(new TypeSpecificCrlContents.FullLinkedCrlWithAlg(list)));
    }

    private static void assertEncoding(String hex, CrlContents crl) throws DecodeException {
        Octets octets = Octets.ofHex(hex);
        assertEquals(octets, CrlContents.CODEC.encode(crl));
        assertEquals(crl, CrlContents.CODEC.decode(octets, Reading.STRICT).value());
        assertEveryTruncationRefused(octets, Reading.AS_RECEIVED);
    }

    @Test
    void linkageCrlSaysSomething() {
        Octets octets = Octets.ofHex(HEAD + "82" + "00" + "0001" + "00");

        DecodeException refused =
                assertThrows(DecodeException.class, () -> CrlContents.CODEC.decode(octets, Reading.STRICT));

        assertTrue(refused.getMessage().contains("individual, groups or groupsSingleSeed"), refused.getMessage());
    }

    @Test
    void nextCrlIsAfterIssueDate() {
        String same = "01" + "0002" + "1122334455667788" + "20000000" + "20000000" + "00" + "80" + "00" + "00000007";

        assertThrows(
                DecodeException.class, () -> CrlContents.CODEC.decode(Octets.ofHex(same + "0100"), Reading.STRICT));
    }

    @Test
    void securedCrlHasThePsidOfCrlsAlone() throws DecodeException {
        String crl = FULL_HASH + "0100";
        String head = "0381" + "00" + "40" + "0380" + "%02x".formatted(crl.length() / 2) + crl;
        String tail = "80" + "1122334455667788" + "80" + "80" + "01".repeat(64);
        Octets secured = Octets.ofHex(head + "00" + "020100" + tail);

        Ieee1609Dot2Data data = SecuredCrl.CODEC.decode(secured, Reading.STRICT).value();

        assertEquals(
                Octets.ofHex(crl), SecuredCrl.contents(data, Reading.STRICT).octets());
        for (String header : List.of("00" + "0120", "40" + "020100" + "0000000000000001")) {
            Octets other = Octets.ofHex(head + header + tail);
            assertThrows(DecodeException.class, () -> SecuredCrl.CODEC.decode(other, Reading.STRICT));
        }
        assertThrows(DecodeException.class, () -> SecuredCrl.CODEC.decode(Octets.ofHex("038000"), Reading.STRICT));
    }

    @Test
    void crlSspListsItsSeries() throws DecodeException {
        var ssp = new CrlSsp(CracaType.ISSUER_IS_CRACA, List.of(new CrlSeries(1), new CrlSeries(256)), Additions.NONE);
        Octets octets = Octets.ofHex("00" + "01" + "01" + "0102" + "0001" + "0100");

        assertEquals(octets, CrlSsp.CODEC.encode(ssp));
        assertEquals(ssp, CrlSsp.CODEC.decode(octets, Reading.STRICT).value());
    }

    private static CrlContents contents(TypeSpecificCrlContents typeSpecific) {
        return new CrlContents(
                new CrlSeries(2),
                new HashedId8(Octets.ofHex("1122334455667788")),
                new Time32(0x20000000L),
                new Time32(0x20093a80L),
                CrlPriorityInfo.NONE,
                typeSpecific);
    }

    private static SequenceOfHashBasedRevocationInfo entries(CrlContents crl) {
        return assertInstanceOf(TypeSpecificCrlContents.FullHashCrl.class, crl.typeSpecific())
                .value()
                .entries();
    }
}
