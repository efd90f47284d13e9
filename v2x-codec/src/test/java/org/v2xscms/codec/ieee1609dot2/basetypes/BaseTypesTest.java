package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.v2xscms.codec.ieee1609dot2.basetypes.Wire.strict;
import static org.v2xscms.codec.oer.Refusals.alwaysRefused;
import static org.v2xscms.codec.oer.Refusals.refusedWhenStrict;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;

class BaseTypesTest {

    private static final String MODULE = "IEEE 1609.2-2022 Ieee1609Dot2BaseTypes, ";
    private static final String X32 = "11".repeat(32);
    private static final String X48 = "22".repeat(48);
    private static final Octets OCTETS32 = Octets.ofHex(X32);
    private static final Octets OCTETS48 = Octets.ofHex(X48);

    @Test
    void hashedIdsAreTheLastOctetsOfAHash() {
        Octets hash = Octets.ofHex("000102030405060708090a0b0c0d0e0f");
        assertEquals("0d0e0f", HashedId3.of(hash).octets().hex());
        assertEquals("08090a0b0c0d0e0f", HashedId8.of(hash).octets().hex());
        assertEquals("060708090a0b0c0d0e0f", HashedId10.of(hash).octets().hex());
        assertThrows(IllegalArgumentException.class, () -> new HashedId8(hash));
    }

    @Test
    void hashAndCipherExtensionsAreOneOctet() throws DecodeException {
        assertEquals(HashAlgorithm.SHA256, strict(HashAlgorithm.CODEC, "00"));
        assertEquals(HashAlgorithm.SHA384, strict(HashAlgorithm.CODEC, "01"));
        assertEquals(HashAlgorithm.SM3, strict(HashAlgorithm.CODEC, "02"));
        assertEquals(SymmAlgorithm.SM4_CCM, strict(SymmAlgorithm.CODEC, "01"));
        alwaysRefused(HashAlgorithm.CODEC, "03", 0, "", "a HashAlgorithm from 0 to 2", MODULE + "HashAlgorithm");
    }

    @Test
    void everyFormOfAPointKeepsItsForm() throws DecodeException {
        Codec<EccP256CurvePoint> codec = EccP256CurvePoint.CODEC;
        assertEquals(new EccP256CurvePoint.XOnly(OCTETS32), strict(codec, "80" + X32));
        assertEquals(new EccP256CurvePoint.Fill(), strict(codec, "81"));
        assertEquals(new EccP256CurvePoint.CompressedY0(OCTETS32), strict(codec, "82" + X32));
        assertEquals(new EccP256CurvePoint.CompressedY1(OCTETS32), strict(codec, "83" + X32));
        assertEquals(
                new EccP256CurvePoint.UncompressedP256(OCTETS32, Octets.ofHex("33".repeat(32))),
                strict(codec, "84" + X32 + "33".repeat(32)));
        assertThrows(IllegalArgumentException.class, () -> new EccP256CurvePoint.XOnly(OCTETS48));
        assertEquals(new EccP384CurvePoint.CompressedY1(OCTETS48), strict(EccP384CurvePoint.CODEC, "83" + X48));
    }

    @Test
    void keysOfTheFirstEditionAreTagAndPointAndLaterOnesHaveALength() throws DecodeException {
        var point = new EccP256CurvePoint.CompressedY0(OCTETS32);
        var large = new EccP384CurvePoint.CompressedY0(OCTETS48);
        Codec<PublicVerificationKey> codec = PublicVerificationKey.CODEC;
        assertEquals(new PublicVerificationKey.EcdsaNistP256(point), strict(codec, "8082" + X32));
        assertEquals(new PublicVerificationKey.EcdsaBrainpoolP256r1(point), strict(codec, "8182" + X32));
        assertEquals(new PublicVerificationKey.EcdsaBrainpoolP384r1(large), strict(codec, "823182" + X48));
        assertEquals(new PublicVerificationKey.EcdsaNistP384(large), strict(codec, "833182" + X48));
        assertEquals(new PublicVerificationKey.EcsigSm2(point), strict(codec, "842182" + X32));
        assertEquals(
                new PublicVerificationKey.Unknown(new UnknownAlternative(5, Octets.ofHex("aa"))),
                strict(codec, "8501aa"));
        assertEquals(
                new PublicEncryptionKey(SymmAlgorithm.SM4_CCM, new BasePublicEncryptionKey.EcencSm2(point)),
                strict(PublicEncryptionKey.CODEC, "01822182" + X32));
    }

    @Test
    void signaturesKeepTheFormOfR() throws DecodeException {
        Codec<Signature> codec = Signature.CODEC;
        assertEquals(
                new Signature.EcdsaNistP256Signature(
                        new EcdsaP256Signature(new EccP256CurvePoint.XOnly(OCTETS32), OCTETS32)),
                strict(codec, "8080" + X32 + X32));
        assertEquals(
                new Signature.EcdsaNistP384Signature(
                        new EcdsaP384Signature(new EccP384CurvePoint.CompressedY1(OCTETS48), OCTETS48)),
                strict(codec, "836183" + X48 + X48));
        assertEquals(
                new Signature.Sm2Signature(new EcsigP256Signature(OCTETS32, OCTETS32)),
                strict(codec, "8440" + X32 + X32));
    }

    @Test
    void encryptedKeysAreThreeFixedParts() throws DecodeException {
        var v = new EccP256CurvePoint.CompressedY1(OCTETS32);
        Octets c = Octets.ofHex("cc".repeat(16));
        assertEquals(
                new EciesP256EncryptedKey(v, c, Octets.ofHex("dd".repeat(16))),
                strict(EciesP256EncryptedKey.CODEC, "83" + X32 + "cc".repeat(16) + "dd".repeat(16)));
        assertEquals(
                new EcencP256EncryptedKey(v, c, OCTETS32),
                strict(EcencP256EncryptedKey.CODEC, "83" + X32 + "cc".repeat(16) + X32));
    }

    @Test
    void permissionsMayBeBitmaps() throws DecodeException {
        assertEquals(
                new PsidSsp(new Psid(36), new ServiceSpecificPermissions.BitmapSsp(Octets.ofHex("01c0"))),
                strict(PsidSsp.CODEC, "800124" + "81030201c0"));
        assertEquals(
                new PsidSspRange(new Psid(36), new BitmapSspRange(Octets.ofHex("01c0ff"), Octets.ofHex("ff003f"))),
                strict(PsidSspRange.CODEC, "800124" + "8208" + "0301c0ff" + "03ff003f"));
        assertEquals(
                new SspRange.Opaque(List.of(Octets.ofHex("aa"), Octets.EMPTY)), strict(SspRange.CODEC, "80010201aa00"));
        assertEquals(new SspRange.All(), strict(SspRange.CODEC, "81"));
        refusedWhenStrict(
                PsidSsp.CODEC,
                "800124" + "812120" + "00".repeat(32),
                5,
                "ssp.bitmapSsp",
                "0 to 31 octets of BitmapSsp",
                MODULE + "BitmapSsp");
        refusedWhenStrict(
                BitmapSspRange.CODEC,
                "01ff020000",
                0,
                "",
                "sspValue and sspBitmask of the same length",
                MODULE + "BitmapSspRange");
    }

    @Test
    void anApplicationStandsOnceInAppPermissions() throws DecodeException {
        refusedWhenStrict(
                PsidSsp.SEQUENCE_OF,
                "0102" + "000120" + "000120",
                0,
                "",
                "each psid at most once",
                MODULE + "SequenceOfPsidSsp");
    }

    @Test
    void regionsAreOfFiveKinds() throws DecodeException {
        String berlin = "1f4e1d80" + "07fb5b80";
        var point = new TwoDLocation(new Latitude(525_213_056), new Longitude(133_913_472));
        Codec<GeographicRegion> codec = GeographicRegion.CODEC;
        assertEquals(new CircularRegion(point, 500), strict(codec, "80" + berlin + "01f4"));
        assertEquals(
                new GeographicRegion.RectangularRegions(
                        List.of(new RectangularRegion(point, new TwoDLocation(new Latitude(-1), new Longitude(1))))),
                strict(codec, "81" + "0101" + berlin + "ffffffff" + "00000001"));
        assertEquals(
                new PolygonalRegion(List.of(point, point, point)), strict(codec, "82" + "0103" + berlin.repeat(3)));
        assertEquals(
                new GeographicRegion.IdentifiedRegions(List.of(
                        new UnCountryId(840),
                        new CountryAndRegions(new UnCountryId(840), List.of(6, 56)),
                        new CountryAndSubregions(
                                new UnCountryId(840), List.of(new RegionAndSubregions(6, List.of(37)))))),
                strict(codec, "83" + "0103" + "800348" + "810348" + "01020638" + "820348" + "010106" + "01010025"));
        assertEquals(
                new GeographicRegion.Unknown(new UnknownAlternative(4, Octets.ofHex("aa"))), strict(codec, "8401aa"));
    }

    @Test
    void regionsThatMeanNothingAreRefused() throws DecodeException {
        refusedWhenStrict(
                TwoDLocation.CODEC,
                "35a4e901" + "00000000",
                0,
                "",
                "known latitude and longitude",
                MODULE + "TwoDLocation");
        refusedWhenStrict(
                RectangularRegion.CODEC,
                "00000001" + "00000000" + "00000001" + "00000005",
                0,
                "",
                "northWest north of southEast and on another meridian",
                MODULE + "RectangularRegion");
        refusedWhenStrict(
                PolygonalRegion.CODEC,
                "0102" + "0000000000000000".repeat(2),
                0,
                "",
                "at least 3 elements in PolygonalRegion",
                MODULE + "PolygonalRegion");
        refusedWhenStrict(
                GeographicRegion.CODEC,
                "830100",
                1,
                "identifiedRegion",
                "at least 1 elements in SequenceOfIdentifiedRegion",
                MODULE + "SequenceOfIdentifiedRegion");
    }

    @Test
    void elevationsCountFrom409AndAHalfMetresBelowTheEllipsoid() throws DecodeException {
        assertEquals(-4095, strict(Elevation.CODEC, "0000").decimetres());
        assertEquals(0, strict(Elevation.CODEC, "0fff").decimetres());
        assertEquals(61_440, strict(Elevation.CODEC, "ffff").decimetres());
    }

    @Test
    void assuranceIsThreeBitsOfLevelAndTwoOfConfidence() throws DecodeException {
        SubjectAssurance assurance = strict(SubjectAssurance.CODEC, "e2");
        assertEquals(7, assurance.assuranceLevel());
        assertEquals(2, assurance.confidence());
    }

    @Test
    void namesHaveAtMost255Characters() throws DecodeException {
        assertEquals(
                "\u00e9".repeat(255),
                strict(Hostname.CODEC, "8201fe" + "c3a9".repeat(255)).value());
        refusedWhenStrict(
                Hostname.CODEC, "820100" + "61".repeat(256), 0, "", "at most 255 characters", MODULE + "Hostname");
    }
}
