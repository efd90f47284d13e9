package org.v2xscms.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows in the help what the launcher does itself: a program cannot rebuild the class path it runs from. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Build everything, run all tests and show the summary.",
            "Runs in the source tree only. Fetches the software security modules that some tests need, as root by"
                    + " installing Debian packages, otherwise into .scms/native. Tests whose needs are not met are"
                    + " reported as skipped, with the reason."
        })
final class TestCommand implements Runnable {
    @Parameters(
            arity = "0..*",
            paramLabel = "MAVEN-ARGUMENT",
            description = "Handed to Maven, for example -pl v2x-codec.")
    private String[] mavenArguments = {};

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the spec
    TestCommand() {}

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "test is the launcher's: run './scms test' in the source tree" + mavenHint());
    }

    private String mavenHint() {
        return mavenArguments.length == 0 ? "" : " as the first argument";
    }
}
