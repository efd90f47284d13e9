package org.v2xscms.cli.system;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.kernel.authority.AuthorityStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one authority in a process of its own. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run one authority in this process, from a file of settings (docs/kernel.md lists them).")
public final class RunCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "AUTHORITY", description = "${COMPLETION-CANDIDATES}.")
    private AuthorityService authority;

    @Parameters(index = "1", paramLabel = "SETTINGS", description = "A file of KEY=VALUE lines.")
    private Path settings;

    @Option(names = "--log", paramLabel = "FILE", description = "Where to log; nowhere if absent.")
    private @Nullable Path log;

    @SuppressWarnings("NullAway.Init") // picocli sets what is not nullable
    public RunCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        if (log != null) {
            System.setProperty("scms.log", log.toString());
        }
        AuthorityStart.main(authority.application(), new String[] {settings.toString()});
        // Ended by a signal, on which the application shuts down in order.
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }
}
