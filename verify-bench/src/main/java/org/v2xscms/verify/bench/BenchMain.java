package org.v2xscms.verify.bench;

import java.io.PrintWriter;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.v2xscms.codec.SuppressForbidden;

/** {@code BenchMain verify|crl|sign} and the options of {@link BenchOptions#parse}. */
public final class BenchMain {

    private BenchMain() {}

    @SuppressForbidden("a benchmark's keys are nobody's")
    public static void main(String[] args) throws GeneralSecurityException {
        if (args.length == 0) {
            throw new IllegalArgumentException("verify, crl or sign?");
        }
        BenchOptions options = BenchOptions.parse(Arrays.copyOfRange(args, 1, args.length));
        PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
        switch (args[0]) {
            case "verify" -> new VerifyBenchmark(options, out, new SecureRandom(), null).run();
            case "crl" -> new CrlBenchmark(options, out).run();
            case "sign" -> new SignBenchmark(options, out).run();
            default -> throw new IllegalArgumentException("no benchmark " + args[0]);
        }
        out.flush();
    }
}
