package org.v2xscms.cli.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Times competitors in turns within one JVM: each round runs every one of them for about the same time, so that what
 * slows the machine slows them all. Times are CPU time of this thread; the median of the rounds counts.
 */
final class Interleaved {

    private static final long ROUND_NANOS = 50_000_000;
    private static final int WARM_UP_ROUNDS = 6;

    /** One competitor: does its work {@code times} times and returns a number that depends on all results. */
    interface Work {
        long run(int times) throws Exception;
    }

    /** Nanoseconds of CPU time for one piece of work over the rounds. */
    record Times(double median, double least, double most) {}

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long checksum;

    /** One competitor and what it took in each round. */
    private static final class Runner {
        private final Work work;
        private final double[] samples;
        private int times = 100;

        Runner(Work work, int rounds) {
            this.work = work;
            this.samples = new double[rounds];
        }

        Times times() {
            Arrays.sort(samples);
            return new Times(samples[samples.length / 2], samples[0], samples[samples.length - 1]);
        }
    }

    /** Runs {@code rounds} rounds after a warm-up. */
    Map<String, Times> measure(Map<String, Work> competitors, int rounds) throws Exception {
        Map<String, Runner> runners = new LinkedHashMap<>();
        competitors.forEach((name, work) -> runners.put(name, new Runner(work, rounds)));
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (Runner runner : runners.values()) {
                double each = time(runner.work, runner.times);
                runner.times = (int) Math.clamp(ROUND_NANOS / each, 10, 10_000_000);
                if (round >= 0) {
                    runner.samples[round] = each;
                }
            }
        }
        Map<String, Times> result = new LinkedHashMap<>();
        runners.forEach((name, runner) -> result.put(name, runner.times()));
        return result;
    }

    private double time(Work work, int times) throws Exception {
        long start = threads.getCurrentThreadCpuTime();
        checksum += work.run(times);
        return Math.max(1, threads.getCurrentThreadCpuTime() - start) / (double) times;
    }

    /** Printed with the result, so that no competitor's work can be optimised away. */
    long checksum() {
        return checksum;
    }
}
