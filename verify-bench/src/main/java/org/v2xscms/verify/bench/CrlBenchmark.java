package org.v2xscms.verify.bench;

import com.sun.management.ThreadMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.v2xscms.verify.crl.LinkageCrl;
import org.v2xscms.verify.crl.LinkageForm;
import org.v2xscms.verify.crl.RevocationGroup;

/** One period of a linkage CRL of a million devices with twenty values each, and look-ups in it. */
public final class CrlBenchmark {

    private static final int DEVICES = 1_000_000;
    private static final int J_MAX = 20;
    private static final int LOOK_UPS = 2_000_000;
    private static final int PERIODS = 5;

    private final BenchOptions options;
    private final PrintWriter out;

    public CrlBenchmark(BenchOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    /** Runs, prints and writes the figures. */
    public void run() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SplittableRandom random = new SplittableRandom(1);
        byte[] seeds = new byte[32 * DEVICES];
        random.nextBytes(seeds);
        LinkageCrl crl = new LinkageCrl(LinkageForm.MOST_SIGNIFICANT, 0);
        crl.add(new RevocationGroup(0x8e09, 0x59ce, 1_000, 0, J_MAX), 0, seeds);
        LinkageCrl.LookUp lookUp = crl.lookUp();
        double[] seconds = new double[PERIODS];
        double[] nanos = new double[PERIODS];
        byte[] values = new byte[LOOK_UPS + 8];
        random.nextBytes(values);
        long hits = 0;
        for (int period = 0; period < PERIODS; period++) {
            long start = threads.getCurrentThreadCpuTime();
            crl.advance(period + 1);
            seconds[period] = (threads.getCurrentThreadCpuTime() - start) / 1e9;
            start = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < LOOK_UPS; i++) {
                hits += lookUp.isRevoked(values, i) ? 1 : 0;
            }
            nanos[period] = (threads.getCurrentThreadCpuTime() - start) / (double) LOOK_UPS;
        }
        if (hits != 0) {
            throw new IllegalStateException("random values were found revoked: " + hits);
        }
        report(seconds, nanos, crl.bytes());
    }

    private void report(double[] seconds, double[] nanos, long bytes) {
        Arrays.sort(seconds);
        Arrays.sort(nanos);
        out.printf(
                Locale.ROOT,
                "%s; %d devices x %d%nperiod   %.2f s CPU (%.2f to %.2f)%nlook-up  %.0f ns (%.0f to %.0f)%nmemory   %d MB, twice that while a period is prepared%n",
                Report.processor(),
                DEVICES,
                J_MAX,
                seconds[PERIODS / 2],
                seconds[0],
                seconds[PERIODS - 1],
                nanos[PERIODS / 2],
                nanos[0],
                nanos[PERIODS - 1],
                bytes >> 20);
        Report report = new Report();
        report.put("machine.processor", Report.processor());
        report.put("crl.secondsPerPeriod", seconds[PERIODS / 2]);
        report.put("crl.lookUpNanos", nanos[PERIODS / 2]);
        report.put("crl.megabytes", bytes / 1048576.0);
        if (options.json() != null) {
            report.write(options.json());
        }
    }
}
