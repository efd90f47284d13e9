package org.v2xscms.cli.bench;

import java.io.PrintWriter;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.verify.bench.SignBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Signing by the providers a vehicle may use. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = {
            "Sign digests on P-256 with the providers a vehicle may use: Corretto, Conscrypt, Bouncy Castle and the JDK.",
            "The kernels of this project do not sign."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "2:a fault"})
public final class SignBenchCommand implements Callable<Integer> {

    @Mixin
    private FigureOptions figures = new FigureOptions();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the spec
    public SignBenchCommand() {}

    @Override
    public Integer call() throws GeneralSecurityException {
        PrintWriter out = spec.commandLine().getOut();
        new SignBenchmark(figures.with(1, 6, ""), out).run();
        out.flush();
        return ExitCode.OK;
    }
}
