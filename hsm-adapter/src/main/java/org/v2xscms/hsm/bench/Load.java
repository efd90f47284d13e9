package org.v2xscms.hsm.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do the same thing as often as they can for a while. */
final class Load {

    /**
     * One call.
     *
     * @param thread from zero
     * @param number from zero, for this thread
     */
    record Call(int thread, long number) {}

    @FunctionalInterface
    interface Work {

        void run(Call call);
    }

    private Load() {}

    /**
     * What one measurement gave.
     *
     * @param rate calls a second over all threads
     * @param cpu microseconds of processor time that this process used for a call, whatever else the machine did
     */
    record Sample(double rate, double cpu) {}

    static Sample run(int threads, Duration duration, Work work) throws InterruptedException {
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpuBegun = process.getProcessCpuTime();
        List<Future<Long>> counts = new ArrayList<>();
        long begun = System.nanoTime();
        long end = begun + duration.toNanos();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                int thread = i;
                counts.add(workers.submit(() -> {
                    long number = 0;
                    while (System.nanoTime() - end < 0) {
                        work.run(new Call(thread, number));
                        number++;
                    }
                    return number;
                }));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long total = 0;
        for (Future<Long> count : counts) {
            try {
                total += count.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            }
        }
        double cpu = (process.getProcessCpuTime() - cpuBegun) / 1e3;
        return new Sample(total / seconds, cpu / total);
    }
}
