package org.v2xscms.cli.bench;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.codec.SuppressForbidden;
import org.v2xscms.verify.bench.VerifyBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verification by the kernels beside what a vehicle could link instead. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Verify P-256 and SM2 signatures with this project's kernels, OpenSSL, Corretto, Conscrypt, Bouncy Castle",
            "and the JDK, in turns on one thread. Takes some minutes with the usual rounds."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "2:a fault, such as no libcrypto"})
public final class VerifyBenchCommand implements Callable<Integer> {

    @Mixin
    private FigureOptions figures = new FigureOptions();

    @Option(names = "--keys", paramLabel = "N", defaultValue = "64", description = "Senders; ${DEFAULT-VALUE}.")
    private int keys;

    @Option(
            names = "--width",
            paramLabel = "BITS",
            defaultValue = "6",
            description = "Bits per digit in the tables of senders, 4 to 7; ${DEFAULT-VALUE}.")
    private int width;

    @Option(
            names = "--libcrypto",
            paramLabel = "FILE",
            defaultValue = "libcrypto.so.3",
            description = "OpenSSL's library, by name or path; ${DEFAULT-VALUE}.")
    private String libcrypto = "";

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the spec
    public VerifyBenchCommand() {}

    @Override
    @SuppressForbidden("a benchmark's keys are nobody's")
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        new VerifyBenchmark(figures.with(keys, width, libcrypto), out, new SecureRandom(), null).run();
        out.flush();
        return ExitCode.OK;
    }
}
