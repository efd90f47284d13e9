package org.v2xscms.crypto.butterfly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.Hex;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.SymmetricKey;

class ButterflyTest {

    private static final SeededRandom RANDOM = new SeededRandom(23);
    private static final CocoonIndex PUBLISHED = new CocoonIndex(0x217D_79E1L, 0x11);

    /** The published vector of the original variant, signing. */
    @Test
    void expandsASigningKeyAsPublished() {
        SymmetricKey expansion = Hex.aes("121D14216715E11D2D3787434A673B1B");
        try (ExpansionFunction function = new ExpansionFunction(expansion, KeyUse.SIGNING)) {
            assertEquals(
                    Octets.ofHex("E2FA3CEE09E5BD6D9AEC05C52DBA31F8FCB03925B61B9B78"
                            + "B321B8D680402A6EA9A7FD2DA569B9D86A0326E0A19873DD"),
                    function.octets(PUBLISHED).disclose());
            assertEquals(
                    Octets.ofHex("79081DDD31EF9E5EA601250E584CD90FBA13EE7B518E72A2DB3AAAA158E12D5E"),
                    function.value(Curve.NIST_P256, PUBLISHED).disclose());
            PrivateScalar seed =
                    Hex.scalar(Curve.NIST_P256, "D418760F0CB2DCB856BC3C7217AD3AA36DB6742AE1DB655A3D28DF88CBBF84E1");
            assertEquals(
                    Octets.ofHex("4D2093ED3EA27B15FCBD61806FFA13B36AE367F88C52397824A9BF67283D8CEE"),
                    function.expand(seed, PUBLISHED).disclose());
            PublicPoint expected = Hex.point(
                    Curve.NIST_P256,
                    "2B18F3D93C4DF3D9D1490E3A9BA5A0DE9CFA73EDDB95408BC1F2BF60CB3CF313",
                    "1A2CE511E0DA86356329A5C22A36A8A53088DCB11A5A94FA903EF0087421666A");
            assertEquals(List.of(expected), function.expand(seed.publicPoint(), List.of(PUBLISHED)));
        }
    }

    /** The published vector of the original variant, encryption. */
    @Test
    void expandsAnEncryptionKeyAsPublished() {
        SymmetricKey expansion = Hex.aes("F9FCE2371B4523C0A75FC352BA7EBD8D");
        try (ExpansionFunction function = new ExpansionFunction(expansion, KeyUse.ENCRYPTION)) {
            PrivateScalar seed =
                    Hex.scalar(Curve.NIST_P256, "4624A6F9F6BC6BD088A71ED97B3AEE983B5CC2F574F64E96A531D2464137049F");
            assertEquals(
                    Octets.ofHex("E77A422D7415EF1BBB8A8310E7D4039AC9EF9C2EA28022C8010C1A611E72A7B6"),
                    function.expand(seed, PUBLISHED).disclose());
            PublicPoint expected = Hex.point(
                    Curve.NIST_P256,
                    "B568FD55A7114254118E7463E85459BDD3C091342625B4A929541151BB8286BE",
                    "ED8DBE22200353D316CC5C3D8F1F281D8BFB34A9E6E1DBFE2043D928C64B430B");
            assertEquals(List.of(expected), function.expand(seed.publicPoint(), List.of(PUBLISHED)));
        }
    }

    static Stream<CaterpillarSecret> variants() {
        return Stream.of(Curve.NIST_P256, Curve.SM2).flatMap(curve -> {
            SymmAlgorithm cipher = curve == Curve.SM2 ? SymmAlgorithm.SM4_CCM : SymmAlgorithm.AES128_CCM;
            PrivateScalar a = PrivateScalar.generate(curve, RANDOM);
            PrivateScalar p = PrivateScalar.generate(curve, RANDOM);
            SymmetricKey signing = SymmetricKey.generate(cipher, RANDOM);
            SymmetricKey encryption = SymmetricKey.generate(cipher, RANDOM);
            return Stream.of(
                    new CaterpillarSecret.Original(a, signing, p, encryption),
                    new CaterpillarSecret.Unified(a, signing),
                    new CaterpillarSecret.CompactUnified(a, signing));
        });
    }

    @ParameterizedTest
    @MethodSource("variants")
    void deviceAndAuthorityExpandToMatchingKeys(CaterpillarSecret secret) {
        List<CocoonIndex> indices =
                List.of(new CocoonIndex(142, 0), new CocoonIndex(142, 1), new CocoonIndex(0xFFFF_FFFFL, 0xFFFF_FFFFL));
        List<CocoonKeys> cocoons = secret.publicSide().expand(indices);
        assertEquals(indices, cocoons.stream().map(CocoonKeys::index).toList());
        for (CocoonKeys cocoon : cocoons) {
            CocoonSecrets secrets = secret.expand(cocoon.index());
            assertEquals(cocoon.signing(), secrets.signing().publicPoint());
            assertEquals(cocoon.encryption(), secrets.encryption().publicPoint());
        }
        assertEquals(
                secret instanceof CaterpillarSecret.Original ? 6 : 3,
                cocoons.stream()
                        .flatMap(cocoon -> Stream.of(cocoon.signing(), cocoon.encryption()))
                        .distinct()
                        .count());
    }

    @Test
    void signingAndEncryptionExpandApartUnderOneKey() {
        SymmetricKey key = Hex.aes("121D14216715E11D2D3787434A673B1B");
        try (ExpansionFunction signing = new ExpansionFunction(key, KeyUse.SIGNING);
                ExpansionFunction encryption = new ExpansionFunction(key, KeyUse.ENCRYPTION)) {
            assertNotEquals(signing.octets(PUBLISHED), encryption.octets(PUBLISHED));
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void anExplicitCertificateKeyIsReachedByTheDeviceOnly(CaterpillarSecret secret) {
        CocoonIndex index = new CocoonIndex(1, 2);
        PublicPoint b = secret.publicSide().expand(List.of(index)).getFirst().signing();
        ExplicitButterfly.Moved moved = ExplicitButterfly.move(b, RANDOM);
        PrivateScalar device = secret.expand(index).signing();
        assertEquals(
                Optional.of(moved.certificateKey()),
                ExplicitButterfly.keys(device, moved.addend(), moved.certificateKey())
                        .map(KeyPair::publicKey));
        assertNotEquals(b, moved.certificateKey());
        assertEquals(Optional.empty(), ExplicitButterfly.keys(device, moved.addend(), b));
        assertEquals(Optional.empty(), ExplicitButterfly.keys(device, b.curve().order(), moved.certificateKey()));
    }

    @Test
    void indicesAreUnsigned32BitNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new CocoonIndex(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new CocoonIndex(0, 0x1_0000_0000L));
    }
}
