package org.v2xscms.crypto.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.Hex;
import org.v2xscms.crypto.hash.HashFunction;

class LinkageTest {

    private static final LinkageRules LOW = LinkageRules.CAMP.with(LinkageProfile.LEAST_SIGNIFICANT);
    private static final String SEED1 = "4840ED221502D9AB6786BF68FBA9F210";
    private static final String SEED2 = "6B71A7EB5755F16E89981D2189A6DAEA";

    private static LinkageSeed seed(LinkageRules rules, String laId, int period, String hex) {
        return new LinkageSeed(rules, Octets.ofHex(laId), period, Hex.secret(hex));
    }

    private static LinkageSeed first(LinkageRules rules) {
        return seed(rules, "8E09", 0, SEED1);
    }

    private static LinkageSeed second(LinkageRules rules) {
        return seed(rules, "59CE", 0, SEED2);
    }

    @Test
    void seedsAndValuesAreThePublishedOnes() {
        LinkageSeed one = first(LinkageRules.CAMP);
        LinkageSeed two = second(LinkageRules.CAMP);
        assertEquals(Octets.ofHex("61F391B5D930E103ED"), one.preLinkageValue(8).value());
        assertEquals(Octets.ofHex("09795EC53B6E211CDF"), two.preLinkageValue(8).value());
        assertEquals(
                Octets.ofHex("688ACF70E25EC01F32"),
                one.preLinkageValue(8).combine(two.preLinkageValue(8)).value());
        assertEquals(Hex.secret("BD8F57949B4B60800CC97DBC6CD73EDF"), one.next().octets());
        assertEquals(Hex.secret("228C371780F1E0EC424659BBAEBC54A1"), two.at(1).octets());
        assertEquals(
                Octets.ofHex("38479FDA0B161A5357"),
                one.next()
                        .preLinkageValue(6)
                        .combine(two.next().preLinkageValue(6))
                        .value());
    }

    @Test
    void groupValuesAndTheEncryptedIndexAreThePublishedOnes() {
        LinkageSeed one = seed(LinkageRules.CAMP, "8E09", 0, SEED2);
        LinkageSeed two = seed(LinkageRules.CAMP, "59CE", 0, "CC4DB977F595AD233F0F4E65408D9A9C");
        assertEquals(
                Octets.ofHex("66D7FD69915A3C9E0C"),
                one.preLinkageValue(0x4840_ED22L)
                        .combine(two.preLinkageValue(0x4840_ED22L))
                        .value());
        assertEquals(
                Octets.ofHex("0A256959A3769A93F43F825D0790719B"),
                EncryptedIndex.of(Hex.aes("1502D9AB6786BF68FBA9F210373BF221"), 0x5A67_09EA, 0x4840_ED22));
    }

    @Test
    void theLeastSignificantProfileKeepsTheOtherEnd() {
        LinkageSeed seed = first(LOW);
        Octets input = Octets.concat(Octets.ofHex("8E09"), Octets.ofHex(SEED1), Octets.of(new byte[14]));
        assertEquals(
                HashFunction.SHA256.digest(input).value().last(16),
                seed.next().octets().disclose());
        byte[] block = ByteBuffer.allocate(16)
                .position(10)
                .put(Octets.ofHex("8E09").toByteArray())
                .putInt(8)
                .array();
        byte[] encrypted = new byte[16];
        var cipher = AESEngine.newInstance();
        cipher.init(true, new KeyParameter(Octets.ofHex(SEED1).toByteArray()));
        cipher.processBlock(block, 0, encrypted, 0);
        for (int i = 0; i < 16; i++) {
            encrypted[i] ^= block[i];
        }
        assertEquals(Octets.of(encrypted).last(9), seed.preLinkageValue(8).value());
    }

    static Stream<LinkageRules> rules() {
        return Stream.of(
                LinkageRules.CAMP, LOW, LinkageRules.CHINA, LinkageRules.CHINA.with(LinkageProfile.LEAST_SIGNIFICANT));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void batchesAndSinglesAgreeAndChainsCompose(LinkageRules rules) {
        LinkageSeed seed = first(rules);
        List<PreLinkageValue> singles =
                IntStream.range(3, 23).mapToObj(seed::preLinkageValue).toList();
        assertEquals(singles, seed.preLinkageValues(3, 20));
        assertEquals(20, singles.stream().distinct().count());
        assertEquals(seed.at(7).octets(), seed.at(3).at(7).octets());
        assertEquals(seed.next().next().octets(), seed.at(2).octets());
        assertEquals(seed.octets(), seed.at(0).octets());
    }

    @Test
    void profilesAndAlgorithmsDoNotMix() {
        PreLinkageValue camp = first(LinkageRules.CAMP).preLinkageValue(1);
        for (LinkageRules other : List.of(LOW, LinkageRules.CHINA)) {
            PreLinkageValue foreign = second(other).preLinkageValue(1);
            assertThrows(IllegalArgumentException.class, () -> camp.combine(foreign));
            LinkageSeed one = first(LinkageRules.CAMP);
            LinkageSeed two = second(other);
            assertThrows(IllegalArgumentException.class, () -> new RevokedChain(one, two, 9, 20, 9));
        }
        assertNotEquals(new LinkageValue(LOW, camp.value()), new LinkageValue(LinkageRules.CAMP, camp.value()));
    }

    @Test
    void aRevokedChainNamesEveryCertificateOfAPeriod() {
        RevokedChain chain = new RevokedChain(
                seed(LinkageRules.CAMP, "8E09", 100, SEED1), seed(LinkageRules.CAMP, "59CE", 100, SEED2), 300, 20, 156);
        List<LinkageValue> values = chain.linkageValues(101);
        assertEquals(20, values.size());
        assertEquals(Octets.ofHex("38479FDA0B161A5357"), values.get(6).value());
        RevokedChain advanced = chain.advanceTo(101);
        assertEquals(values, advanced.linkageValues(101));
        assertEquals(chain.linkageValues(150), advanced.linkageValues(150));
    }

    @Test
    void aRevokedChainIsFollowedWithinItsBoundsOnly() {
        RevokedChain chain = new RevokedChain(
                seed(LinkageRules.CAMP, "8E09", 100, SEED1), seed(LinkageRules.CAMP, "59CE", 100, SEED2), 300, 20, 156);
        assertEquals(RevokedChain.Reach.OUTSIDE, chain.reach(99));
        assertEquals(RevokedChain.Reach.WITHIN, chain.reach(100));
        assertEquals(RevokedChain.Reach.WITHIN, chain.reach(256));
        assertEquals(RevokedChain.Reach.TOO_FAR, chain.reach(257));
        assertEquals(RevokedChain.Reach.TOO_FAR, chain.reach(300));
        assertEquals(RevokedChain.Reach.OUTSIDE, chain.reach(301));
        assertThrows(IllegalArgumentException.class, () -> chain.linkageValues(257));
        assertThrows(IllegalArgumentException.class, () -> chain.advanceTo(99));
        RevokedChain advanced = chain.advanceTo(200);
        assertEquals(RevokedChain.Reach.OUTSIDE, advanced.reach(199));
        assertEquals(RevokedChain.Reach.TOO_FAR, advanced.reach(257));
    }

    @Test
    void refusesSeedsOfDifferentPeriodsAndWrongLengths() {
        LinkageSeed one = first(LinkageRules.CAMP);
        LinkageSeed later = second(LinkageRules.CAMP).next();
        assertThrows(IllegalArgumentException.class, () -> new RevokedChain(one, later, 9, 20, 9));
        assertThrows(IllegalArgumentException.class, () -> later.at(0));
        assertThrows(IllegalArgumentException.class, () -> seed(LOW, "8E", 0, SEED1));
        assertThrows(IllegalArgumentException.class, () -> seed(LOW, "8E09", 0, "00"));
        assertThrows(IllegalArgumentException.class, () -> seed(LOW, "8E09", -1, SEED1));
        assertThrows(IllegalArgumentException.class, () -> new LinkageValue(LOW, Octets.EMPTY));
    }
}
