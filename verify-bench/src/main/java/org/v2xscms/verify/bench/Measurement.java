package org.v2xscms.verify.bench;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * One competitor and its times. Competitors take turns within every round, so a machine that slows down slows all of them; the
 * clock is the thread's CPU time, so waiting for a core does not count; and only ratios within one run mean anything.
 */
final class Measurement {

    private final String name;
    private final Runnable work;
    private final int operations;
    private double[] microseconds = new double[0];

    /** @param operations how many verifications (or signatures) one call of {@code work} is */
    Measurement(String name, int operations, Runnable work) {
        this.name = name;
        this.operations = operations;
        this.work = work;
    }

    String name() {
        return name;
    }

    int operations() {
        return operations;
    }

    Runnable work() {
        return work;
    }

    /** Works for at least {@code nanos} and keeps the time per operation. */
    void round(LongSupplier cpuNanos, long nanos) {
        double time = time(cpuNanos, nanos);
        microseconds = Arrays.copyOf(microseconds, microseconds.length + 1);
        microseconds[microseconds.length - 1] = time;
    }

    /** The same without keeping the time. */
    double time(LongSupplier cpuNanos, long nanos) {
        long calls = 0;
        long start = cpuNanos.getAsLong();
        long spent;
        do {
            work.run();
            calls++;
            spent = cpuNanos.getAsLong() - start;
        } while (spent < nanos);
        return spent / 1e3 / (calls * operations);
    }

    double median() {
        double[] sorted = microseconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    double least() {
        return Arrays.stream(microseconds).min().orElseThrow();
    }

    double most() {
        return Arrays.stream(microseconds).max().orElseThrow();
    }

    /** The median over rounds of how many times faster this was than {@code other} in the same round. */
    double timesFasterThan(Measurement other) {
        double[] ratios = new double[microseconds.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = other.microseconds[i] / microseconds[i];
        }
        Arrays.sort(ratios);
        return ratios[ratios.length / 2];
    }
}
