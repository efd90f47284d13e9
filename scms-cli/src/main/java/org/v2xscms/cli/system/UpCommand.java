package org.v2xscms.cli.system;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.codec.SuppressForbidden;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs all authorities in this process until it is told to stop. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Start all authorities in one process and keep them running, with data that survives restarts.",
            "For trial: in production each authority is a process of its own, on a machine of its own."
        })
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting for all authorities, such as scms.http.errors=coarse.")
    private Map<String, String> settings = new HashMap<>();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets what is not nullable
    public UpCommand() {}

    @Override
    @SuppressForbidden("here clock and randomness enter the process")
    public Integer call() throws InterruptedException {
        DataFolder folder = data.folder();
        SystemLog.into(folder);
        PrintWriter out = spec.commandLine().getOut();
        // Whoever tries the system wants reasons, and not to wait for ten other devices.
        Map<String, Object> all = new HashMap<>(Map.of("scms.http.errors", "fine", "scms.ra.mix.max-wait", "5s"));
        all.putAll(settings);
        SecureRandom random = new SecureRandom();
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Installation installation = Installation.start(
                folder,
                all,
                FastVerification.calibrated(random),
                random,
                InstantSource.system(),
                step -> tell(out, "starting " + step))) {
            RunFile run = new RunFile(folder);
            run.write();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stop.countDown();
                awaitQuietly(stopped);
            }));
            for (AuthorityService service : AuthorityService.values()) {
                tell(out, "%-4s %s".formatted(service, installation.addresses().of(service)));
            }
            tell(out, "TLS certificate to trust: " + installation.trusted());
            tell(out, "Running, for trial only: one process and one database server hold what must stay apart.");
            tell(out, "Stop with Ctrl-C or 'scms down'.");
            stop.await();
            run.remove();
        } finally {
            stopped.countDown();
        }
        return ExitCode.OK;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
