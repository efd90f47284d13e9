package org.v2xscms.verify.crl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrlTest {

    private static final RevocationGroup CAMP = new RevocationGroup(0x8e09, 0x59ce, 100, 1, 20);

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] randomSeeds(int devices, long seed) {
        byte[] seeds = new byte[32 * devices];
        new Random(seed).nextBytes(seeds);
        return seeds;
    }

    /** The linkage value of device {@code device}, walked from the seeds' own period. */
    private static byte[] value(
            LinkageForm form, RevocationGroup group, byte[] seeds, int device, int periods, int index) {
        LinkageValues values = new LinkageValues(form);
        byte[] own = Arrays.copyOfRange(seeds, 32 * device, 32 * device + 32);
        for (int i = 0; i < periods; i++) {
            values.advance(own, 0, group.la1Id());
            values.advance(own, 16, group.la2Id());
        }
        byte[] out = new byte[group.jMax() * 16];
        values.values(group, own, 0, out);
        return Arrays.copyOfRange(out, values.valueAt(index), values.valueAt(index) + 9);
    }

    /** The published CAMP example: seeds of i = 0, values at (0, 8) and (1, 6). */
    @Test
    void seedsAndValuesAreThoseOfThePublishedExample() {
        byte[] seeds = hex("4840ED221502D9AB6786BF68FBA9F210" + "6B71A7EB5755F16E89981D2189A6DAEA");
        assertArrayEquals(
                hex("688ACF70E25EC01F32"), value(LinkageForm.MOST_SIGNIFICANT, CAMP, seeds, 0, 0, 8 - CAMP.firstJ()));
        assertArrayEquals(
                hex("38479FDA0B161A5357"), value(LinkageForm.MOST_SIGNIFICANT, CAMP, seeds, 0, 1, 6 - CAMP.firstJ()));
    }

    @ParameterizedTest
    @EnumSource(LinkageForm.class)
    void everyValueOfThePeriodIsRevokedAndNoneOfAnother(LinkageForm form) {
        byte[] seeds = randomSeeds(300, 1);
        LinkageCrl crl = new LinkageCrl(form, 5);
        crl.add(CAMP, 3, seeds);
        LinkageCrl.LookUp lookUp = crl.lookUp();
        for (int period = 5; period < 9; period++) {
            crl.advance(period);
            for (int device = 0; device < 300; device += 13) {
                for (int index = 0; index < 20; index++) {
                    assertTrue(lookUp.isRevoked(value(form, CAMP, seeds, device, period - 3, index), 0));
                    assertFalse(lookUp.isRevoked(value(form, CAMP, seeds, device, period - 2, index), 0));
                }
            }
        }
        LinkageForm other =
                form == LinkageForm.MOST_SIGNIFICANT ? LinkageForm.LEAST_SIGNIFICANT : LinkageForm.MOST_SIGNIFICANT;
        assertFalse(lookUp.isRevoked(value(other, CAMP, seeds, 0, 5, 0), 0));
    }

    @Test
    void aFingerprintThatFitsIsComparedInFull() {
        byte[] seeds = randomSeeds(2_000, 2);
        LinkageCrl crl = new LinkageCrl(LinkageForm.MOST_SIGNIFICANT, 0);
        crl.add(CAMP, 0, seeds);
        LinkageCrl.LookUp lookUp = crl.lookUp();
        Random random = new Random(3);
        byte[] value = new byte[9];
        // Some hundreds of these meet a fitting fingerprint of twenty-one bits among forty thousand values or a full
        // line.
        for (int i = 0; i < 2_000_000; i++) {
            random.nextBytes(value);
            assertFalse(lookUp.isRevoked(value, 0));
        }
        // One octet off a revoked value, the ninth included, is not revoked.
        for (int octet = 0; octet < 9; octet++) {
            byte[] near = value(LinkageForm.MOST_SIGNIFICANT, CAMP, seeds, 7, 0, 3);
            near[octet] ^= 1;
            assertFalse(lookUp.isRevoked(near, 0));
        }
    }

    @Test
    void deltasTakeEffectAtOnceAndSurviveTheNextPeriods() {
        LinkageCrl crl = new LinkageCrl(LinkageForm.MOST_SIGNIFICANT, 0);
        LinkageCrl.LookUp lookUp = crl.lookUp();
        List<byte[]> deltas = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            byte[] seeds = randomSeeds(3, 100 + i);
            deltas.add(seeds);
            crl.add(CAMP, 0, seeds);
            for (byte[] delta : deltas) {
                assertTrue(lookUp.isRevoked(value(LinkageForm.MOST_SIGNIFICANT, CAMP, delta, 2, 0, 19), 0));
            }
        }
        crl.advance(2);
        assertEquals(60, crl.devices());
        for (byte[] delta : deltas) {
            assertTrue(lookUp.isRevoked(value(LinkageForm.MOST_SIGNIFICANT, CAMP, delta, 0, 2, 0), 0));
        }
    }

    @Test
    void revocationsStartAtTheirPeriodAndRunOut() {
        RevocationGroup brief = new RevocationGroup(1, 2, 6, 0, 4);
        byte[] seeds = randomSeeds(1, 4);
        LinkageCrl crl = new LinkageCrl(LinkageForm.MOST_SIGNIFICANT, 3);
        crl.add(brief, 5, seeds);
        LinkageCrl.LookUp lookUp = crl.lookUp();
        for (int period = 3; period <= 7; period++) {
            crl.advance(period);
            int walked = Math.max(0, period - 5);
            byte[] value = value(LinkageForm.MOST_SIGNIFICANT, brief, seeds, 0, walked, 1);
            assertEquals(period == 5 || period == 6, lookUp.isRevoked(value, 0), "period " + period);
        }
        assertEquals(0, crl.devices());
        assertThrows(IllegalArgumentException.class, () -> crl.advance(7 + LinkageCrl.MOST_PERIODS + 1));
        assertThrows(IllegalArgumentException.class, () -> crl.add(brief, 60_000, seeds));
    }

    @Test
    void aHashIsFoundInFullAndDeltasAccumulate() {
        Random random = new Random(5);
        HashCrl crl = HashCrl.empty();
        List<byte[]> all = new ArrayList<>();
        for (int delta = 0; delta < 5; delta++) {
            List<byte[]> added = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                byte[] id = new byte[10];
                random.nextBytes(id);
                added.add(id);
            }
            added.add(added.getFirst().clone());
            crl = crl.with(added);
            all.addAll(added);
        }
        assertEquals(1_000, crl.size());
        for (byte[] id : all) {
            assertTrue(crl.contains(id, 0));
            byte[] near = id.clone();
            near[random.nextInt(10)] ^= 1;
            assertFalse(crl.contains(near, 0));
        }
    }
}
