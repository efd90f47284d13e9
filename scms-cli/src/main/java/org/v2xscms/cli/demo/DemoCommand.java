package org.v2xscms.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.cli.system.DataFolder;
import org.v2xscms.cli.system.FastVerification;
import org.v2xscms.cli.system.SystemLog;
import org.v2xscms.codec.SuppressForbidden;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.kernel.database.PostgresServer;
import org.v2xscms.kernel.files.PrivateFiles;
import org.v2xscms.obu.provisioning.KeyExpansion;
import org.v2xscms.obu.signature.KernelSignatureVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the whole life of a credential on this machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Run the whole life of a credential: authorities and vehicles come up, vehicles enrol and get pseudonym",
            "certificates, sign and verify safety messages, one misbehaves, is reported, investigated and revoked, and",
            "the others stop trusting it. Everything is real, over HTTPS between separate authorities."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every step was verified", "1:a step did not turn out as it must", "2:a fault"})
public final class DemoCommand implements Callable<Integer> {

    /** The ways of IEEE 1609.2.1-2022 to expand keys. */
    enum Butterfly {
        ORIGINAL(KeyExpansion.ORIGINAL),
        UNIFIED(KeyExpansion.UNIFIED),
        COMPACT(KeyExpansion.COMPACT_UNIFIED);

        private final KeyExpansion expansion;

        Butterfly(KeyExpansion expansion) {
            this.expansion = expansion;
        }
    }

    @Option(names = "--vehicles", paramLabel = "N", defaultValue = "10", description = "How many; ${DEFAULT-VALUE}.")
    private int vehicles;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            defaultValue = "3",
            description = "Weeks of certificates for each; ${DEFAULT-VALUE}.")
    private int weeks;

    @Option(
            names = "--butterfly",
            defaultValue = "compact",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE}.")
    private Butterfly butterfly = Butterfly.COMPACT;

    @Option(
            names = "--certificates",
            defaultValue = "explicit",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE}.")
    private CertificateType certificates = CertificateType.EXPLICIT;

    @Option(names = "--keep", description = "Keep the data afterwards, for 'scms up --data'.")
    private boolean keep;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description =
                    "Write every artefact as it was on the wire to this new or empty folder, with a manifest.json.")
    private @Nullable Path export;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets what is not nullable
    public DemoCommand() {}

    @Override
    @SuppressForbidden("here clock and randomness enter the process")
    public Integer call() throws Exception {
        DemoOptions options = new DemoOptions(vehicles, weeks, butterfly.expansion, certificates);
        Path folder = Path.of(System.getProperty("scms.state", ".scms"))
                .resolve("demo")
                .toAbsolutePath()
                .normalize();
        DataFolder data = new DataFolder(folder);
        PrintWriter out = spec.commandLine().getOut();
        Export artefacts = export == null ? null : exportTo(export);
        removeOld(data);
        SystemLog.into(data);
        out.println("For trial only: one process and one database server hold what authorities must keep apart.");
        Story story = new Story(out);
        SecureRandom random = new SecureRandom();
        KernelSignatureVerifier verifier = story.step(
                "the fastest verifier is found and warmed up",
                () -> FastVerification.calibrated(random),
                found -> found.path().name().toLowerCase(Locale.ROOT) + " kernels");
        Demo demo = new Demo(options, data, story, InstantSource.system(), random, verifier, artefacts);
        try {
            demo.run();
        } catch (DemoFailure failure) {
            return failed(failure, data);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DemoFailure failure) {
                return failed(failure, data);
            }
            throw e;
        }
        story.table();
        out.println();
        out.println("Every step was verified.");
        if (keep) {
            out.println("The data is in " + folder);
        } else {
            PrivateFiles.removeFolder(folder);
        }
        return ExitCode.OK;
    }

    private Export exportTo(Path folder) throws IOException {
        if (!Export.isFree(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "--export: " + folder + " is there already and is not an empty folder");
        }
        return new Export(folder);
    }

    private Integer failed(DemoFailure failure, DataFolder data) {
        spec.commandLine().getErr().println("scms: " + failure.getMessage());
        spec.commandLine().getErr().println("scms: the log is " + data.root().resolve("scms.log"));
        return ExitCode.NEGATIVE;
    }

    /** What an earlier run left, stopping its database server if that run was killed. */
    private static void removeOld(DataFolder data) throws IOException {
        PostgresServer.stopLeftOver(data.postgres());
        PrivateFiles.removeFolder(data.root());
    }
}
