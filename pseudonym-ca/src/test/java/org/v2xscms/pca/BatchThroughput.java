package org.v2xscms.pca;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.files.PrivateFiles;

/** Prints how many certificates a second come out of batches over HTTP, durable; run by hand, not a test. */
final class BatchThroughput {

    private static final int SIZE = 2_000;
    private static final int ROUNDS = 4;

    private BatchThroughput() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("batch-throughput");
        try (TestCa ca = new TestCa(folder, true)) {
            ca.offerKeys();
            for (TestDevice.Kind kind : List.of(TestDevice.Kind.COMPACT, TestDevice.Kind.UNIFIED)) {
                for (CertificateType type : CertificateType.values()) {
                    measure(ca, kind, type);
                }
            }
        } finally {
            PrivateFiles.removeFolder(folder);
        }
    }

    private static void measure(TestCa ca, TestDevice.Kind kind, CertificateType type) throws Exception {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Octets> requests = new ArrayList<>(IntStream.range(0, SIZE)
                    .parallel()
                    .mapToObj(n -> new TestDevice(ca.linkage, kind, type, ca.present()).request(ca.present(), n % 20))
                    .toList());
            long begin = System.nanoTime();
            ca.batch(requests).forEach(TestCa::response);
            double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3;
            best = Math.max(best, SIZE / seconds);
        }
        System.out.printf("%s %s: %.0f certificates/s, best of %d batches of %d%n", kind, type, best, ROUNDS, SIZE);
    }
}
