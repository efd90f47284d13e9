package org.v2xscms.cli.bench;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.verify.bench.CrlBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The index of a linkage CRL: a period's preparation, a look-up, memory. */
@Command(
        name = "crl",
        mixinStandardHelpOptions = true,
        description = {
            "Prepare one period of a linkage CRL of a million devices with twenty values each, and look values up in it.",
            "The work is always the same: --rounds and --millis change nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "2:a fault"})
public final class CrlBenchCommand implements Callable<Integer> {

    @Mixin
    private FigureOptions figures = new FigureOptions();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the spec
    public CrlBenchCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        new CrlBenchmark(figures.with(1, 6, ""), out).run();
        out.flush();
        return ExitCode.OK;
    }
}
