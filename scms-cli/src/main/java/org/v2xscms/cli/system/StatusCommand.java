package org.v2xscms.cli.system;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.kernel.http.BackEndChannel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether an installation runs, and which of its authorities answer. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show whether the authorities run and answer.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all answer", "1:not running, or one does not answer", "2:there is no installation"})
public final class StatusCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ANSWER_LIMIT = 1 << 20;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets what is not nullable
    public StatusCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        DataFolder folder = data.folder();
        Addresses addresses = Addresses.read(folder);
        PrintWriter out = spec.commandLine().getOut();
        Optional<ProcessHandle> process = new RunFile(folder).process();
        if (process.isEmpty()) {
            out.println("not running: " + folder.root());
            return ExitCode.NEGATIVE;
        }
        out.println("running as process " + process.get().pid() + ": " + folder.root());
        BackEndChannel channel = BackEndChannel.trusting(folder.tls().resolve("ca.pem"), PATIENCE, ANSWER_LIMIT);
        boolean all = true;
        for (AuthorityService service : AuthorityService.values()) {
            // Any answer will do: no authority serves this path, and none says more than that.
            boolean answers = channel.get(addresses.of(service)) instanceof BackEndChannel.Reply.Received;
            all &= answers;
            out.println(
                    "%-4s %s %s".formatted(service, addresses.of(service), answers ? "answers" : "DOES NOT ANSWER"));
        }
        return all ? ExitCode.OK : ExitCode.NEGATIVE;
    }
}
