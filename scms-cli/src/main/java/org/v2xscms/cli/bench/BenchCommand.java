package org.v2xscms.cli.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The benchmarks; a new one is one line here. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measure against a rival in the same run.",
            "Only the ratios mean something: times move with the machine and with what else runs on it."
        },
        synopsisSubcommandLabel = "BENCHMARK",
        subcommands = {DecodeBenchCommand.class, VerifyBenchCommand.class, CrlBenchCommand.class, SignBenchCommand.class
        })
public final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the spec
    public BenchCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a benchmark is missing");
    }
}
