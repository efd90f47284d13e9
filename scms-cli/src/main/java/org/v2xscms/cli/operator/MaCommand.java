package org.v2xscms.cli.operator;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.cli.system.Addresses;
import org.v2xscms.cli.system.AuthorityService;
import org.v2xscms.cli.system.DataFolder;
import org.v2xscms.cli.system.DataOption;
import org.v2xscms.cli.system.SystemLog;
import org.v2xscms.cli.system.TrialOperators;
import org.v2xscms.codec.SuppressForbidden;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.kernel.operator.OperatorCredential;
import org.v2xscms.ma.operator.CaseLine;
import org.v2xscms.ma.operator.CaseView;
import org.v2xscms.ma.operator.ConsoleReply;
import org.v2xscms.ma.operator.MaConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The operator's console of the misbehaviour authority. */
@Command(
        name = "ma",
        mixinStandardHelpOptions = true,
        description = "Look at and decide the cases of the misbehaviour authority; a revocation takes two operators.",
        synopsisSubcommandLabel = "COMMAND")
public final class MaCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets what is not nullable
    public MaCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** What every command needs: where the installation is and who asks. */
    static final class Desk {

        @Mixin
        private DataOption data = new DataOption();

        @Option(names = "--operator", paramLabel = "NAME", defaultValue = "ada", description = "${DEFAULT-VALUE}.")
        private String operator;

        @SuppressWarnings("NullAway.Init") // picocli sets what is not nullable
        Desk() {}

        interface Errand<T> {
            ConsoleReply<T> run(MaConsole console, OperatorCredential operator) throws InterruptedException;
        }

        @SuppressForbidden("here clock and randomness enter the process")
        <T> T ask(Errand<T> errand) throws InterruptedException {
            DataFolder folder = data.folder();
            SystemLog.into(folder);
            Addresses addresses = Addresses.read(folder);
            InstantSource clock = InstantSource.system();
            try (TrialOperators operators =
                    new TrialOperators(folder, new BouncyCastleVerifier(), new SecureRandom(), clock)) {
                OperatorCredential credential = operators.credential(operator);
                MaConsole console =
                        new MaConsole(addresses.of(AuthorityService.MA), folder.trustedTls(), credential, clock);
                return switch (errand.run(console, credential)) {
                    case ConsoleReply.Done<T>(T value) -> value;
                    case ConsoleReply.Refused<T> refused ->
                        throw new IllegalStateException(
                                "the misbehaviour authority refuses: " + refused.status() + " " + refused.reason());
                    case ConsoleReply.NoAnswer<T> _ ->
                        throw new IllegalStateException("the misbehaviour authority does not answer: is it up?");
                };
            }
        }
    }

    @Command(name = "cases", mixinStandardHelpOptions = true, description = "List all cases.")
    int cases(@Mixin Desk desk) throws InterruptedException {
        List<CaseLine> lines = desk.ask((console, operator) -> console.cases());
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-32s  %-9s  %-11s  %6s  %9s  %9s%n", "case", "state", "kind", "period", "reporters", "approvals");
        for (CaseLine line : lines) {
            out.printf(
                    "%-32s  %-9s  %-11s  %6s  %9d  %9d%n",
                    line.caseId(),
                    line.state(),
                    line.kind(),
                    line.period() == null ? "" : line.period().toString(),
                    line.reporters(),
                    line.approvals());
        }
        return ExitCode.OK;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Show a case with its evidence.")
    int show(@Mixin Desk desk, @Parameters(paramLabel = "CASE") String id) throws InterruptedException {
        return tell(desk.ask((console, operator) -> console.show(id)));
    }

    @Command(name = "approve", mixinStandardHelpOptions = true, description = "Consent to the revocation.")
    int approve(@Mixin Desk desk, @Parameters(paramLabel = "CASE") String id) throws InterruptedException {
        return tell(desk.ask((console, operator) -> console.approve(id, operator)));
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Find and revoke the device, after two approvals.")
    int revoke(@Mixin Desk desk, @Parameters(paramLabel = "CASE") String id) throws InterruptedException {
        return tell(desk.ask((console, operator) -> console.revoke(id, operator)));
    }

    @Command(name = "reject", mixinStandardHelpOptions = true, description = "Close the case without a revocation.")
    int reject(
            @Mixin Desk desk,
            @Parameters(paramLabel = "CASE") String id,
            @Option(names = "--reason", required = true) String reason)
            throws InterruptedException {
        return tell(desk.ask((console, operator) -> console.reject(id, reason, operator)));
    }

    private int tell(CaseView view) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("case       " + view.caseId());
        out.println("state      " + view.state() + " by " + view.actor()
                + (view.reason().isEmpty() ? "" : ": " + view.reason()));
        out.println("kind       " + view.kind() + (view.period() == null ? "" : ", i " + view.period()));
        if (view.linkageValue() != null) {
            out.println("linkage    " + view.linkageValue());
        }
        out.println("approvals  " + String.join(", ", view.approvals()) + " (" + view.needed() + " needed)");
        for (CaseView.Evidence evidence : view.evidence()) {
            out.println("report     " + evidence.report() + " by " + evidence.reporter());
            out.println("           " + evidence.observations());
        }
        for (CaseView.Question question : view.questions()) {
            out.println("asked      " + question.step() + ": " + question.outcome());
        }
        return ExitCode.OK;
    }
}
