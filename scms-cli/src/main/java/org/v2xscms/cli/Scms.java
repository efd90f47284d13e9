package org.v2xscms.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.v2xscms.cli.bench.BenchCommand;
import org.v2xscms.cli.demo.DemoCommand;
import org.v2xscms.cli.device.DeviceCommand;
import org.v2xscms.cli.inspect.InspectCommand;
import org.v2xscms.cli.operator.MaCommand;
import org.v2xscms.cli.system.DownCommand;
import org.v2xscms.cli.system.RunCommand;
import org.v2xscms.cli.system.StatusCommand;
import org.v2xscms.cli.system.UpCommand;
import org.v2xscms.cli.verify.VerifyCommand;
import org.v2xscms.codec.SuppressForbidden;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line's root: lists the sub-commands and says how failures are told. A new sub-command is one line here. */
@Command(
        name = "scms",
        description = "A V2X security credential management system (IEEE 1609.2, IEEE 1609.2.1).",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or the answer is yes",
            "1:the answer is no",
            "2:no answer: bad usage, unreadable input or a fault"
        },
        footer = "%n'scms help COMMAND' says more about a command.",
        subcommands = {
            InspectCommand.class,
            VerifyCommand.class,
            DemoCommand.class,
            UpCommand.class,
            StatusCommand.class,
            DownCommand.class,
            RunCommand.class,
            DeviceCommand.class,
            MaCommand.class,
            BenchCommand.class,
            TestCommand.class,
            CompletionCommand.class,
            HelpCommand.class,
        })
public final class Scms implements Runnable {
    /** What the system says of a reader, such as head, that has read enough: nobody needs to be told. */
    private static final String BROKEN_PIPE = "Broken pipe";

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "On a failure, print where in the program it arose.")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    /** Made by {@link #commandLine()} only. */
    @SuppressWarnings("NullAway.Init") // picocli sets the spec
    private Scms() {}

    /** Runs the command line and ends the process with its exit code. */
    @SuppressForbidden("the process ends here")
    public static void main(String... arguments) {
        StandardOutput out = new StandardOutput(System.out.charset());
        int exitCode = execute(commandLine().setOut(out.writer()), arguments);
        IOException unwritten = out.finish();
        if (unwritten != null) {
            exitCode = ExitCode.UNREADABLE;
            if (!BROKEN_PIPE.equals(unwritten.getMessage())) {
                System.err.println("scms: standard output: " + FailureText.of(unwritten));
            }
        }
        System.exit(exitCode);
    }

    /** Also tells errors, such as too little memory, like every other failure: their exit code would be that of a no. */
    static int execute(CommandLine commandLine, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (VirtualMachineError e) {
            commandLine.getErr().println("scms: " + FailureText.of(e));
            commandLine.getErr().flush();
            return ExitCode.UNREADABLE;
        }
    }

    /** The whole command tree, writing to standard output and standard error until told otherwise. */
    public static CommandLine commandLine() {
        var root = new Scms();
        return new CommandLine(root)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Scms::refuseUsage)
                .setExecutionExceptionHandler((failure, command, parsed) -> root.tell(failure, command));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int refuseUsage(ParameterException refusal, String... arguments) {
        CommandLine command = refusal.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("scms: " + FailureText.of(refusal));
        CommandLine.UnmatchedArgumentException.printSuggestions(refusal, err);
        err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.UNREADABLE;
    }

    private int tell(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println("scms: " + FailureText.of(failure));
        if (verbose) {
            failure.printStackTrace(err);
        }
        err.flush();
        return ExitCode.UNREADABLE;
    }
}
