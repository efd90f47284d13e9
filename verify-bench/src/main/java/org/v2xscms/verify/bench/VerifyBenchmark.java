package org.v2xscms.verify.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.sun.management.ThreadMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;
import org.v2xscms.verify.Curve;
import org.v2xscms.verify.KernelVerifier;
import org.v2xscms.verify.SenderTables;
import org.v2xscms.verify.SignatureBatch;
import org.v2xscms.verify.VerifierOptions;
import org.v2xscms.verify.VerifierPath;
import org.v2xscms.verify.kernel.VectorKernel;

/**
 * Verification by the kernels against OpenSSL, Corretto, Conscrypt, Bouncy Castle and the JDK, on the same signatures, in one
 * JVM, one thread, in turns. Digests are given; nobody hashes.
 */
public final class VerifyBenchmark {

    private static final int SIGNATURES = 2048;
    private static final int QUEUE = 64;
    private static final int ALONE = 16;
    private static final long WARM_UP_NANOS = 2_500_000_000L;

    private final BenchOptions options;
    private final PrintWriter out;
    private final SecureRandom random;
    private final @Nullable MessageSource messages;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Measurement> all = new ArrayList<>();
    private final Report report = new Report();

    /** @param messages received messages to take from bytes to verdict, where there is a codec to parse them */
    public VerifyBenchmark(
            BenchOptions options, PrintWriter out, SecureRandom random, @Nullable MessageSource messages) {
        this.options = options;
        this.out = out;
        this.random = random;
        this.messages = messages;
    }

    /** Runs, prints and writes the figures. */
    public void run() {
        SplittableRandom data = new SplittableRandom(5);
        SignedMessages few = new SignedMessages(Curve.P256, options.keys(), SIGNATURES, 0, data);
        SignedMessages many = new SignedMessages(Curve.P256, SIGNATURES, SIGNATURES, 0, data);
        SignedMessages sm2 = new SignedMessages(Curve.SM2, options.keys(), SIGNATURES, 0, data);
        Measurement openSsl = judged(new Libcrypto(options.libcrypto(), few, options.keys()), ALONE);
        for (Provider provider :
                List.of(new AmazonCorrettoCryptoProvider(), Conscrypt.newProvider(), Security.getProvider("SunEC"))) {
            judged(provider(provider, few), provider.getName().equals("SunEC") ? 4 : ALONE);
        }
        judged(Judges.bouncyCastle(few), ALONE);
        Measurement bouncyCastleSm2 = judged(Judges.bouncyCastleSm2(sm2), ALONE);
        Measurement warmQueued = queued("vector, known keys, queued", VerifierPath.VECTOR, few, true, false);
        Measurement warmSingle = alone("vector, known keys, alone", VerifierPath.VECTOR, few);
        Measurement cold = queued("vector, unknown keys", VerifierPath.VECTOR, many, false, false);
        Measurement burst = queued("vector, burst of 64 unknown keys", VerifierPath.VECTOR, many, false, true);
        Measurement sm2Warm = queued("vector, SM2, known keys, queued", VerifierPath.VECTOR, sm2, true, false);
        Measurement scalar = queued("scalar, known keys, queued", VerifierPath.SCALAR, few, true, false);
        Measurement scalarAlone = alone("scalar, known keys, alone", VerifierPath.SCALAR, few);
        Measurement fromBytes = messages == null ? null : fromBytes(messages);
        measure();
        describe();
        ratio("warmQueued.openssl", warmQueued, openSsl);
        ratio("warmSingle.openssl", warmSingle, openSsl);
        ratio("cold.openssl", cold, openSsl);
        ratio("coldBurst64.openssl", burst, openSsl);
        ratio("sm2Warm.bouncycastle", sm2Warm, bouncyCastleSm2);
        ratio("scalarWarm.openssl", scalar, openSsl);
        ratio("scalarSingle.openssl", scalarAlone, openSsl);
        if (fromBytes != null) {
            report.put("throughput.parseHashVerify", 1e6 / fromBytes.median());
        }
        report.put("throughput.warmQueued", 1e6 / warmQueued.median());
        allocation(warmQueued);
        if (options.json() != null) {
            report.write(options.json());
        }
    }

    private static Judge provider(Provider provider, SignedMessages signed) {
        try {
            return Judges.provider(provider, signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(provider.getName(), e);
        }
    }

    private Measurement add(Measurement measurement) {
        all.add(measurement);
        return measurement;
    }

    private Measurement judged(Judge judge, int calls) {
        int[] next = {0};
        return add(new Measurement(judge.name(), calls, () -> {
            for (int i = 0; i < calls; i++) {
                require(judge.isValid(next[0]), judge.name());
                next[0] = (next[0] + 1) % SIGNATURES;
            }
        }));
    }

    private static void require(boolean valid, String name) {
        if (!valid) {
            throw new IllegalStateException(name + " refused a valid signature");
        }
    }

    private KernelVerifier kernel(VerifierPath path, boolean tables) {
        VerifierOptions kernel = VerifierOptions.defaults().withKeyWidth(options.keyWidth());
        return new KernelVerifier(new SenderTables(path, tables ? kernel : kernel.withoutKeyTables()), random);
    }

    private Measurement queued(
            String name, VerifierPath path, SignedMessages signed, boolean tables, boolean withOrdinate) {
        KernelVerifier verifier = kernel(path, tables);
        SignatureBatch batch = new SignatureBatch(QUEUE);
        int[] next = {0};
        return add(new Measurement(name, QUEUE, () -> {
            batch.clear();
            for (int i = 0; i < QUEUE; i++) {
                signed.addTo(batch, next[0], withOrdinate);
                next[0] = (next[0] + 1) % SIGNATURES;
            }
            verifier.verify(batch);
            for (int i = 0; i < QUEUE; i++) {
                require(batch.isValid(i), name);
            }
        }));
    }

    private Measurement alone(String name, VerifierPath path, SignedMessages signed) {
        KernelVerifier verifier = kernel(path, true);
        int[] next = {0};
        return add(new Measurement(name, ALONE, () -> {
            for (int call = 0; call < ALONE; call++) {
                int i = next[0];
                boolean valid = verifier.verify(signed.key(i), signed.digest(i), 0, signed.r(i), 0, signed.s(i), 0);
                require(valid, name);
                next[0] = (next[0] + 1) % SIGNATURES;
            }
        }));
    }

    private Measurement fromBytes(MessageSource source) {
        KernelVerifier verifier = kernel(VerifierPath.VECTOR, true);
        SignatureBatch batch = new SignatureBatch(QUEUE);
        String name = "from bytes to verdict";
        return add(new Measurement(name, QUEUE, () -> {
            batch.clear();
            for (int i = 0; i < QUEUE; i++) {
                source.addNextTo(batch);
            }
            verifier.verify(batch);
            for (int i = 0; i < QUEUE; i++) {
                require(batch.isValid(i), name);
            }
        }));
    }

    private void measure() {
        for (Measurement measurement : all) {
            measurement.time(threads::getCurrentThreadCpuTime, WARM_UP_NANOS / 2);
        }
        for (Measurement measurement : all) {
            measurement.time(threads::getCurrentThreadCpuTime, WARM_UP_NANOS / 2);
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (Measurement measurement : all) {
                measurement.round(threads::getCurrentThreadCpuTime, options.millis() * 1_000_000L);
            }
        }
    }

    private void describe() {
        IntUnaryOperator tableBytes = width -> (255 + width) / width * (1 << (width - 1)) * 64;
        String processor = Report.processor();
        int kibPerKey = tableBytes.applyAsInt(options.keyWidth()) / 1024;
        out.printf(
                Locale.ROOT,
                "%s; Java %s; %d keys, %d KiB of table each; %d rounds of %d ms CPU time; median (least to most)%n",
                processor,
                Runtime.version(),
                options.keys(),
                kibPerKey,
                options.rounds(),
                options.millis());
        report.put("machine.processor", processor);
        report.put("machine.java", Runtime.version().toString());
        report.put("machine.vectorBits", VectorKernel.laneCount() * 64);
        report.put("keys", options.keys());
        report.put("tableKiBPerKey", kibPerKey);
        for (Measurement m : all) {
            out.printf(
                    Locale.ROOT,
                    "%-40s %8.2f us (%.2f to %.2f) %10.0f /s%n",
                    m.name(),
                    m.median(),
                    m.least(),
                    m.most(),
                    1e6 / m.median());
            String key = "microseconds." + m.name().replace('.', '_');
            report.put(key + ".median", m.median());
            report.put(key + ".least", m.least());
            report.put(key + ".most", m.most());
        }
    }

    private void ratio(String key, Measurement fast, Measurement slow) {
        double ratio = fast.timesFasterThan(slow);
        report.put("ratios." + key, ratio);
        out.printf(Locale.ROOT, "%-40s %6.1f x%n", key, ratio);
    }

    private void allocation(Measurement measurement) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            measurement.work().run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        report.put("allocation.bytesPerOp", (double) least / measurement.operations());
        out.printf(Locale.ROOT, "%-40s %6.1f B%n", "allocation per verification", (double) least / QUEUE);
    }
}
