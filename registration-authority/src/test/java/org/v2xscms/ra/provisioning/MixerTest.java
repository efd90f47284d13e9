package org.v2xscms.ra.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.time.SteppableClock;
import org.v2xscms.ra.RaSettings;
import org.v2xscms.ra.device.DeviceId;

/** When a mixture is released, and how it is mixed. */
class MixerTest {

    private static final Duration MAX_WAIT = Duration.ofMinutes(1);

    private final SteppableClock clock = new SteppableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Mixer mixer(int minDevices, int batchSize) {
        return new Mixer(new RaSettings.Mix(minDevices, MAX_WAIT, batchSize), clock, new SecureRandom(), meters);
    }

    private static Week week(int device, int requests) {
        Octets name = Octets.of(
                ByteBuffer.allocate(16).putLong(device).putLong(device).array());
        List<Octets> octets = new ArrayList<>();
        for (int j = 0; j < requests; j++) {
            octets.add(Octets.of((byte) device, (byte) j));
        }
        return Week.open(new Week.Key(619, new HashedId8(name.slice(0, 8))), new DeviceId(name), octets);
    }

    @Test
    void waitsForTheMinimumOfDevicesHoweverManyRequestsTheyHave() {
        Mixer mixer = mixer(3, 100);
        mixer.add(week(1, 20));
        mixer.add(week(2, 20));
        assertEquals(List.of(), mixer.release());
        assertEquals(40, meters.get("scms.ra.mix.pool.requests").gauge().value());
        assertEquals(2, meters.get("scms.ra.mix.pool.devices").gauge().value());
        mixer.add(week(3, 1));
        assertEquals(41, mixer.release().getFirst().size());
        assertEquals(
                1,
                meters.get("scms.ra.mix.released")
                        .tag("by", "devices")
                        .counter()
                        .count());
        assertEquals(3, meters.get("scms.ra.mix.batch.devices").summary().max());
        assertEquals(List.of(), mixer.release());
    }

    @Test
    void releasesASmallFleetByTimeAndSaysSo() {
        Mixer mixer = mixer(3, 100);
        mixer.add(week(1, 2));
        clock.step(MAX_WAIT.minusSeconds(1));
        mixer.add(week(2, 2));
        assertEquals(List.of(), mixer.release());
        clock.step(Duration.ofSeconds(1));
        assertEquals(4, mixer.release().getFirst().size());
        assertEquals(
                1,
                meters.get("scms.ra.mix.released").tag("by", "time").counter().count());
    }

    @Test
    void cutsALargeMixtureIntoBatchesOfAlikeSize() {
        Mixer mixer = mixer(1, 10);
        for (int device = 0; device < 25; device++) {
            mixer.add(week(device, 1));
        }
        assertEquals(
                List.of(8, 8, 9),
                mixer.release().stream().map(List::size).sorted().toList());
    }

    @Test
    void whatCouldNotBeSentGoesAtOnce() {
        Mixer mixer = mixer(5, 10);
        mixer.add(week(1, 1));
        clock.step(MAX_WAIT);
        mixer.putBack(mixer.release().getFirst());
        assertEquals(1, mixer.release().size());
    }

    @Test
    void forgetsADeviceThatIsBlocked() {
        Mixer mixer = mixer(1, 10);
        mixer.add(week(1, 3));
        mixer.add(week(2, 3));
        DeviceId blocked = week(1, 1).device();
        mixer.remove(blocked::equals);
        assertTrue(mixer.release().getFirst().stream()
                .noneMatch(single -> single.week().device().equals(blocked)));
    }

    /**
     * Where each of 8 requests ends up in 8000 releases: 64 cells of 1000 expected. Chi-square with 49 degrees of freedom
     * exceeds 120 by chance once in ten million runs.
     */
    @Test
    void everyOrderIsEquallyLikely() {
        int releases = 8000;
        int[][] count = new int[8][8];
        Mixer mixer = mixer(1, 100);
        for (int n = 0; n < releases; n++) {
            mixer.add(week(0, 4));
            mixer.add(week(1, 4));
            List<Mixer.Single> mixed = mixer.release().getFirst();
            for (int place = 0; place < 8; place++) {
                Octets request = mixed.get(place).request();
                count[request.get(0) * 4 + request.get(1)][place]++;
            }
        }
        double expected = releases / 8.0;
        double chiSquare = 0;
        for (int[] row : count) {
            for (int cell : row) {
                chiSquare += (cell - expected) * (cell - expected) / expected;
            }
        }
        assertTrue(chiSquare < 120, "chi-square " + chiSquare);
        assertTrue(chiSquare > 10, "more even than chance: " + chiSquare);
    }
}
