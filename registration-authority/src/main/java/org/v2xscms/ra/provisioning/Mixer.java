package org.v2xscms.ra.provisioning;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.ra.RaSettings;
import org.v2xscms.ra.device.DeviceId;

/**
 * Holds single requests of many devices back until the ACA cannot tell which belong together: as soon as it holds requests
 * of the minimum of devices, or the oldest has waited the maximum, all of it goes, in an order drawn uniformly.
 *
 * <p>A small fleet never reaches the minimum. Its batches are released by time, mix less, and are counted as such.
 */
public final class Mixer {

    private final int minDevices;
    private final Duration maxWait;
    private final int batchSize;
    private final InstantSource clock;
    private final SecureRandom random;
    private final DistributionSummary requestsPerBatch;
    private final DistributionSummary devicesPerBatch;
    private final Counter byDevices;
    private final Counter byTime;
    private final List<Pooled> pool = new ArrayList<>();

    public Mixer(RaSettings.Mix settings, InstantSource clock, SecureRandom random, MeterRegistry meters) {
        this.minDevices = settings.minDevices();
        this.maxWait = settings.maxWait();
        this.batchSize = settings.batchSize();
        this.clock = clock;
        this.random = random;
        this.requestsPerBatch = meters.summary("scms.ra.mix.batch.requests");
        this.devicesPerBatch = meters.summary("scms.ra.mix.batch.devices");
        this.byDevices = meters.counter("scms.ra.mix.released", "by", "devices");
        this.byTime = meters.counter("scms.ra.mix.released", "by", "time");
        Gauge.builder("scms.ra.mix.pool.requests", this, mixer -> mixer.size()).register(meters);
        Gauge.builder("scms.ra.mix.pool.devices", this, mixer -> mixer.devices())
                .register(meters);
    }

    /**
     * One request for one certificate.
     *
     * @param j its place in the week, which only this authority knows
     */
    record Single(Week week, int j) {

        Octets request() {
            return week.requests().get(j);
        }
    }

    private record Pooled(Single single, Instant since) {}

    /** Adds what is not answered of {@code week}. */
    synchronized void add(Week week) {
        Instant now = clock.instant();
        for (int j = 0; j < week.requests().size(); j++) {
            if (week.responses().get(j) == null) {
                pool.add(new Pooled(new Single(week, j), now));
            }
        }
    }

    /** Takes requests back that could not be sent; they have waited already, so they go with the next release. */
    synchronized void putBack(List<Single> singles) {
        Instant due = clock.instant().minus(maxWait);
        singles.forEach(single -> pool.add(new Pooled(single, due)));
    }

    /** Forgets the requests of devices that must not get certificates any more. */
    synchronized void remove(Predicate<DeviceId> unwanted) {
        pool.removeIf(pooled -> unwanted.test(pooled.single().week().device()));
    }

    /** The devices whose requests are held. */
    synchronized List<DeviceId> held() {
        return pool.stream()
                .map(pooled -> pooled.single().week().device())
                .distinct()
                .toList();
    }

    /** Everything held, as mixed batches of about the same size; empty while it is to wait. */
    synchronized List<List<Single>> release() {
        Optional<Instant> oldest = pool.stream().map(Pooled::since).min(Comparator.naturalOrder());
        boolean enough = devices() >= minDevices;
        if (oldest.isEmpty()
                || (!enough && clock.instant().isBefore(oldest.get().plus(maxWait)))) {
            return List.of();
        }
        List<Single> mixed = new ArrayList<>(pool.stream().map(Pooled::single).toList());
        pool.clear();
        Collections.shuffle(mixed, random);
        (enough ? byDevices : byTime).increment();
        return batches(mixed);
    }

    private List<List<Single>> batches(List<Single> mixed) {
        int count = Math.ceilDiv(mixed.size(), batchSize);
        List<List<Single>> batches = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            int from = (int) ((long) mixed.size() * n / count);
            int to = (int) ((long) mixed.size() * (n + 1) / count);
            List<Single> batch = List.copyOf(mixed.subList(from, to));
            requestsPerBatch.record(batch.size());
            devicesPerBatch.record((double) batch.stream()
                    .map(single -> single.week().device())
                    .distinct()
                    .count());
            batches.add(batch);
        }
        return batches;
    }

    private synchronized int size() {
        return pool.size();
    }

    private synchronized int devices() {
        return held().size();
    }
}
