package org.v2xscms.cli.device;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.application.bsm.BasicSafetyMessage;
import org.v2xscms.application.report.ReportWriter;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.cli.system.Addresses;
import org.v2xscms.cli.system.AuthorityService;
import org.v2xscms.cli.system.DataFolder;
import org.v2xscms.cli.system.DataOption;
import org.v2xscms.cli.system.FastVerification;
import org.v2xscms.cli.system.SystemLog;
import org.v2xscms.cli.system.TrialOperators;
import org.v2xscms.codec.SuppressForbidden;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.provisioning.Acknowledgement;
import org.v2xscms.obu.provisioning.Batch;
import org.v2xscms.obu.provisioning.KeyExpansion;
import org.v2xscms.obu.provisioning.Outcome;
import org.v2xscms.obu.stack.SecurityStack;
import org.v2xscms.obu.stack.Signing;
import org.v2xscms.obu.stack.StackSettings;
import org.v2xscms.obu.stack.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One device step by step against a running installation, so that an integrator can look at each. */
@Command(
        name = "device",
        mixinStandardHelpOptions = true,
        description = "Try one device step by step against a running system: enrol, provision, sign, verify.",
        synopsisSubcommandLabel = "COMMAND")
public final class DeviceCommand implements Runnable {

    private static final IPeriods PERIODS = IPeriods.CAMP;
    private static final List<Psid> APPLICATIONS = List.of(BasicSafetyMessage.PSID, ReportWriter.REPORT_PSID);
    private static final Duration ENROLMENT = Duration.ofDays(365);
    private static final int LARGEST_FILE = 1 << 20;

    @Spec
    private CommandSpec spec;

    private final InstantSource clock;
    private final SecureRandom random;
    /** Made when first needed: its tables cost time that help texts should not. */
    private @Nullable SignatureVerifier verifier;

    @SuppressForbidden("here clock and randomness enter the process")
    @SuppressWarnings("NullAway.Init") // picocli sets what is not nullable
    public DeviceCommand() {
        this.clock = InstantSource.system();
        this.random = new SecureRandom();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(
            name = "enrol",
            mixinStandardHelpOptions = true,
            description = "Register a new device as operator ada, give it the trust list, and enrol it.")
    int enrol(@Mixin DataOption data, @Parameters(paramLabel = "NAME") String name) throws InterruptedException {
        DataFolder folder = data.folder();
        try (Device device = open(folder, name);
                TrialOperators operators = new TrialOperators(folder, verifier(), random, clock)) {
            new DeviceAdministration(Addresses.read(folder).of(AuthorityService.ECA), folder.trustedTls(), clock)
                    .register(device, operators.credential("ada"));
            out().println("trust list: " + device.updateTrust());
            try (CertifiedKeys keys = done(device.enrol(CertificateType.EXPLICIT, ENROLMENT, APPLICATIONS))) {
                out().println("enrolled:   " + keys.certificate().id().octets().hex());
            }
        }
        return ExitCode.OK;
    }

    @Command(
            name = "provision",
            mixinStandardHelpOptions = true,
            description = "Ask for pseudonym certificates and load what is ready; repeat until all weeks are there.")
    int provision(
            @Mixin DataOption data,
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--weeks", defaultValue = "1", description = "${DEFAULT-VALUE}.") int weeks)
            throws InterruptedException {
        try (Device device = open(data.folder(), name)) {
            Acknowledgement acknowledgement = done(device.provision(
                    device.pseudonyms(CertificateType.EXPLICIT, KeyExpansion.COMPACT_UNIFIED, PERIODS, APPLICATIONS),
                    PERIODS));
            out().println("request:  " + acknowledgement.requestHash().octets().hex());
            Integer first = acknowledgement.firstI();
            for (int i = first == null ? 0 : first; first != null && i < first + weeks; i++) {
                switch (device.provisioning(PERIODS).download(Device.PSEUDONYMS, i)) {
                    case Outcome.Done<Batch>(Batch batch) -> {
                        out().println("week " + i + ": " + batch.certificates().size() + " certificates");
                        batch.close();
                    }
                    case Outcome.TryLater<Batch> later -> {
                        out().println("week " + i + ": not ready, come back at " + later.at());
                        return ExitCode.NEGATIVE;
                    }
                    case Outcome<Batch> other -> done(other).close();
                }
            }
        }
        return ExitCode.OK;
    }

    @Command(
            name = "sign",
            mixinStandardHelpOptions = true,
            description = "Sign a payload with a pseudonym and write the SPDU.")
    int sign(
            @Mixin DataOption data,
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1", paramLabel = "PAYLOAD", description = "A file with the payload.") Path payload,
            @Parameters(index = "2", paramLabel = "SPDU", description = "The file to write.") Path spdu,
            @Option(names = "--psid", defaultValue = "32", description = "${DEFAULT-VALUE}.") long psid)
            throws IOException {
        try (Device device = open(data.folder(), name)) {
            List<CertifiedKeys> pseudonyms = device.storedPseudonyms(PERIODS);
            try {
                SecurityStack stack = stack(device);
                stack.use(pseudonyms);
                switch (stack.sign(read(payload), new Psid(psid))) {
                    case Signing.Signed signed -> {
                        Files.write(spdu, signed.message().toByteArray());
                        out().println("signed with pseudonym i " + signed.by().i() + ", j "
                                + signed.by().j());
                    }
                    case Signing.NoCertificate none -> throw new IllegalStateException("not signed: " + none.reason());
                }
            } finally {
                pseudonyms.forEach(CertifiedKeys::close);
            }
        }
        return ExitCode.OK;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Judge a message as the device would on the road, with the newest CRL.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:trusted", "1:refused, or of an unknown signer", "2:a fault"})
    int verify(
            @Mixin DataOption data,
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1", paramLabel = "SPDU") Path spdu)
            throws IOException {
        try (Device device = open(data.folder(), name)) {
            SecurityStack stack = stack(device);
            out().println("CRL: " + stack.accept(device.fetchCrl(1)).getClass().getSimpleName());
            return switch (stack.verify(read(spdu), null)) {
                case Verdict.Trusted trusted -> {
                    out().println("trusted: " + trusted.payload().length() + " octets by "
                            + trusted.sender().id().octets().hex());
                    yield ExitCode.OK;
                }
                case Verdict.Refused refused -> {
                    out().println("refused: " + refused.check() + ": " + refused.found());
                    yield ExitCode.NEGATIVE;
                }
                case Verdict.UnknownSigner unknown -> {
                    out().println("unknown signer " + unknown.request());
                    yield ExitCode.NEGATIVE;
                }
            };
        }
    }

    private Device open(DataFolder folder, String name) {
        SystemLog.into(folder);
        Surroundings surroundings = Surroundings.of(folder, Addresses.read(folder), clock, random, verifier());
        return Device.open(name, folder.device(name), surroundings);
    }

    private SecurityStack stack(Device device) {
        return new SecurityStack(StackSettings.AMERICAN, device.trust().store(), verifier(), clock, random);
    }

    private SignatureVerifier verifier() {
        SignatureVerifier made = verifier == null ? FastVerification.brief(random) : verifier;
        verifier = made;
        return made;
    }

    private static Octets read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IllegalArgumentException(file + " is longer than any message");
        }
        return Octets.of(Files.readAllBytes(file));
    }

    private static <T> T done(Outcome<T> outcome) {
        return Outcomes.done(outcome);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
