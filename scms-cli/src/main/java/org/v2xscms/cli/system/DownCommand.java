package org.v2xscms.cli.system;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.v2xscms.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops an installation. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stop the authorities that 'up' started.")
public final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets what is not nullable
    public DownCommand() {}

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        DataFolder folder = data.folder();
        Optional<ProcessHandle> process = new RunFile(folder).process();
        if (process.isEmpty()) {
            spec.commandLine().getOut().println("not running: " + folder.root());
            return ExitCode.NEGATIVE;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("process " + process.get().pid() + " does not stop", e);
        }
        spec.commandLine().getOut().println("stopped: " + folder.root());
        return ExitCode.OK;
    }
}
