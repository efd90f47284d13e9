package org.v2xscms.codec.oer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.v2xscms.codec.oer.OpenType.openType;
import static org.v2xscms.codec.oer.Refusals.alwaysRefused;
import static org.v2xscms.codec.oer.Refusals.refusedWhenStrict;
import static org.v2xscms.codec.oer.Sequence.addition;
import static org.v2xscms.codec.oer.Sequence.defaulted;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One test per rule of canonical OER, with types made for it. */
class CanonicalFormTest {

    private static final String MODULE = "Test";
    private static final Codec<Octets> OCTETS = Strings.octetString("OCTET STRING");
    private static final Codec<Integer> UINT8 = Integers.integer("Uint8", MODULE, 0, 255);

    /** SEQUENCE {number Uint8, octets OCTET STRING OPTIONAL, level Uint8 DEFAULT 7}. */
    record Plain(int number, @Nullable Octets octets, int level) {
        static final Codec<Plain> CODEC = sequence(
                "Plain",
                MODULE,
                Plain::new,
                required("number", UINT8, Plain::number),
                optional("octets", OCTETS, Plain::octets),
                defaulted("level", UINT8, 7, Plain::level));
    }

    /** SEQUENCE {number Uint8, ..., first Uint8 OPTIONAL, second OCTET STRING OPTIONAL}. */
    record Growing(
            int number, @Nullable Integer first, @Nullable Octets second, Additions additions) {
        static final Codec<Growing> CODEC = sequence(
                "Growing",
                MODULE,
                Growing::new,
                required("number", UINT8, Growing::number),
                addition("first", UINT8, Growing::first),
                addition("second", OCTETS, Growing::second),
                extensible(Growing::additions));
    }

    private static final Codec<List<Plain>> LIST = sequenceOf("Plains", Plain.CODEC);

    @Test
    void aSequenceIsPreambleThenPresentComponents() throws DecodeException {
        assertEquals(new Plain(1, null, 7), strict(Plain.CODEC, "0001"));
        assertEquals(new Plain(1, Octets.ofHex("aabb"), 9), strict(Plain.CODEC, "c00102aabb09"));
    }

    @Test
    void lengthsAreInTheShortestForm() throws DecodeException {
        assertEquals(
                Octets.ofHex("aa"),
                refusedWhenStrict(OCTETS, "8101aa", 0, "", "the shortest length determinant", "ITU-T X.696 8.6.5"));
        refusedWhenStrict(
                OCTETS, "820080" + "00".repeat(128), 0, "", "the shortest length determinant", "ITU-T X.696 8.6.5");
        assertEquals(128, strict(OCTETS, "8180" + "00".repeat(128)).length());
        alwaysRefused(OCTETS, "80", 0, "", "a definite length", "ITU-T X.696 8.6.5");
        alwaysRefused(OCTETS, "02aa", 0, "", "a length that fits the 1 octets left", "ITU-T X.696 8.6");
        alwaysRefused(OCTETS, "84ffffffff00", 0, "", "a length that fits the 1 octets left", "ITU-T X.696 8.6");
        alwaysRefused(OCTETS, "89010000000000000000", 0, "", "a length that fits the input", "ITU-T X.696 8.6.5");
    }

    @Test
    void theErrorNamesThePathToTheComponent() throws DecodeException {
        refusedWhenStrict(
                LIST,
                "0102" + "0001" + "80028101aa",
                6,
                "[1].octets",
                "the shortest length determinant",
                "ITU-T X.696 8.6.5");
        alwaysRefused(LIST, "0101" + "4001", 4, "[0].level", "1 more octets", "ITU-T X.696 10.2");
    }

    @Test
    void preamblesArePaddedWithZeros() throws DecodeException {
        assertEquals(
                new Plain(1, null, 7),
                refusedWhenStrict(Plain.CODEC, "2001", 0, "", "zero padding in the preamble", "ITU-T X.696 16.2.3"));
    }

    @Test
    void defaultsAreLeftOut() throws DecodeException {
        assertEquals(
                new Plain(1, null, 7),
                refusedWhenStrict(Plain.CODEC, "400107", 2, "", "level left out at its default", "ITU-T X.696 16.2.2"));
    }

    @Test
    void nothingFollowsTheValue() throws DecodeException {
        refusedWhenStrict(UINT8, "0100", 1, "", "end of Uint8", "ITU-T X.696 8.1");
        refusedWhenStrict(openType(UINT8), "020100", 2, "", "end of Uint8", "ITU-T X.696 30");
        assertEquals(
                Octets.ofHex("01"),
                UINT8.decodeFirst(Octets.ofHex("0100"), Reading.STRICT).octets());
    }

    @Test
    void integersAreInTheShortestForm() throws DecodeException {
        assertEquals(
                5L,
                refusedWhenStrict(
                        Integers.unsigned("Psid"),
                        "020005",
                        0,
                        "",
                        "the shortest unsigned integer",
                        "ITU-T X.696 10.3"));
        assertEquals(
                -1L,
                refusedWhenStrict(
                        Integers.unconstrained("INTEGER"),
                        "02ffff",
                        0,
                        "",
                        "the shortest two's complement integer",
                        "ITU-T X.696 10.4"));
        assertEquals(128L, strict(Integers.unconstrained("INTEGER"), "020080"));
        assertEquals(-128L, strict(Integers.unconstrained("INTEGER"), "0180"));
        alwaysRefused(Integers.unsigned("Psid"), "00", 0, "", "an integer of at least one octet", "ITU-T X.696 10.3");
        alwaysRefused(
                Integers.unsigned("Psid"), "088000000000000000", 0, "", "an integer below 2^63", "ITU-T X.696 10.3");
        alwaysRefused(
                Integers.unconstrained("INTEGER"),
                "09" + "01".repeat(9),
                0,
                "",
                "an integer of 1 to 8 octets",
                "ITU-T X.696 10.4");
    }

    @Test
    void constrainedIntegersHaveAFixedWidthAndStayInRange() throws DecodeException {
        Codec<Integer> latitude = Integers.integer("Latitude", MODULE, -900_000_000, 900_000_001);
        assertEquals(-1, strict(latitude, "ffffffff"));
        alwaysRefused(latitude, "7fffffff", 0, "", "a Latitude from -900000000 to 900000001", "Test, Latitude");
        alwaysRefused(latitude, "00", 0, "", "4 more octets", "ITU-T X.696 10.2");
    }

    @Test
    void quantitiesFitTheInputAndAreInTheShortestForm() throws DecodeException {
        refusedWhenStrict(LIST, "0200010001", 0, "", "the shortest quantity field", "ITU-T X.696 17.2");
        alwaysRefused(
                LIST,
                "03ffffff00",
                0,
                "",
                "a count of Plains elements that fits the 1 octets left",
                "ITU-T X.696 17.2");
    }

    @Test
    void sizesAreKept() throws DecodeException {
        refusedWhenStrict(
                Strings.octetString("Short", MODULE, 1, 2), "03010203", 0, "", "1 to 2 octets of Short", "Test, Short");
        refusedWhenStrict(
                sequenceOf("Some", MODULE, 1, 2, UINT8), "0100", 0, "", "1 to 2 elements in Some", "Test, Some");
        refusedWhenStrict(
                sequenceOf("Some", MODULE, 1, Integer.MAX_VALUE, UINT8),
                "0100",
                0,
                "",
                "at least 1 elements in Some",
                "Test, Some");
        alwaysRefused(Strings.fixedOctetString("Fixed", 3), "0102", 0, "", "3 more octets", "ITU-T X.696 14.1");
    }

    @Test
    void booleansAndBitStringsHaveOneEncodingEach() throws DecodeException {
        assertEquals(true, refusedWhenStrict(Strings.bool("BOOLEAN"), "01", 0, "", "00 or FF", "ITU-T X.696 9.2"));
        Codec<BitString> bits = Strings.bitString("BIT STRING");
        assertEquals(3, strict(bits, "0205a0").length());
        refusedWhenStrict(bits, "0205a1", 0, "", "zero in the unused bits", "ITU-T X.696 13.3");
        alwaysRefused(bits, "0208a0", 0, "", "0 to 7 unused bits", "ITU-T X.696 13.3");
        alwaysRefused(bits, "00", 0, "", "the unused bit count of BIT STRING", "ITU-T X.696 13.3");
    }

    @Test
    void charactersAreValid() throws DecodeException {
        assertEquals("\u00e9", strict(Strings.utf8String("UTF8String"), "02c3a9"));
        alwaysRefused(Strings.utf8String("UTF8String"), "01c3", 0, "", "valid UTF-8 in UTF8String", "ITU-T X.696 27");
        alwaysRefused(Strings.ia5String("IA5String"), "01e9", 0, "", "valid US-ASCII in IA5String", "ITU-T X.696 27");
    }

    @Test
    void additionsFollowTheRootAsOpenTypes() throws DecodeException {
        assertEquals(new Growing(1, null, null, Additions.NONE), strict(Growing.CODEC, "0001"));
        // extension bit, number, bitmap of 2 bits with the second set, open type of an OCTET STRING of one octet
        assertEquals(
                new Growing(1, null, Octets.ofHex("aa"), Additions.NONE),
                strict(Growing.CODEC, "8001" + "020640" + "0201aa"));
    }

    @Test
    void additionsOfANewerEditionAreKept() throws DecodeException {
        Growing newer = strict(Growing.CODEC, "8001" + "0204b0" + "0105" + "020102" + "00");
        assertEquals(5, newer.first());
        assertEquals(
                new Additions(
                        4,
                        List.of(
                                new Additions.Unknown(2, Octets.ofHex("0102")),
                                new Additions.Unknown(3, Octets.EMPTY))),
                newer.additions());
    }

    @Test
    void theBitmapOfAnOlderEditionIsKept() throws DecodeException {
        String older = "8001" + "020780" + "0105";
        Growing value = refusedWhenStrict(
                Growing.CODEC, older, 2, "", "a presence bitmap of 2 bits for Growing", "ITU-T X.696 16.4.2");
        assertEquals(Octets.ofHex(older), Growing.CODEC.encode(value));
    }

    @Test
    void aPresenceBitmapHasAtLeastItsUnusedBitCount() {
        alwaysRefused(
                Growing.CODEC, "800100", 2, "", "the unused bit count of the presence bitmap", "ITU-T X.696 13.3");
    }

    @Test
    void presenceBitmapsAnnounceSomethingAndHaveZeroPadding() throws DecodeException {
        refusedWhenStrict(
                Growing.CODEC, "8001" + "020600", 2, "", "at least one addition present", "ITU-T X.696 16.2.2");
        refusedWhenStrict(
                Growing.CODEC,
                "8001" + "020690" + "0105",
                2,
                "",
                "zero in the unused bits of the bitmap",
                "ITU-T X.696 13.3");
        alwaysRefused(
                Growing.CODEC,
                "8001" + "0a00" + "80".repeat(9),
                2,
                "",
                "a presence bitmap of 1 to 64 bits",
                "ITU-T X.696 16.4.2");
    }

    private static <T> T strict(Codec<T> codec, String hex) throws DecodeException {
        Octets octets = Octets.ofHex(hex);
        T value = codec.decode(octets, Reading.STRICT).value();
        assertEquals(octets, codec.encode(value));
        return value;
    }
}
