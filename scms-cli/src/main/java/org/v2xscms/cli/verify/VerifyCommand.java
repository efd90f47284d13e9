package org.v2xscms.cli.verify;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.cli.InputFile;
import org.v2xscms.codec.SuppressForbidden;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.message.MessageValidator;
import org.v2xscms.crypto.message.MessageVerdict;
import org.v2xscms.crypto.revocation.RevocationLists;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a certificate chain or signed data against certificates that the user trusts. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Check a certificate and its chain, or signed data and its signer, and print each step and the verdict.",
            "Self-signed certificates given by --trust are trusted; others complete chains."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:valid", "1:not valid, with the rule that fails", "2:the input cannot be read"})
public final class VerifyCommand implements Callable<Integer> {

    private static final Reading READING = Reading.AS_RECEIVED.withLimits(Limits.FILE);

    @Parameters(paramLabel = "FILE", description = "A certificate or an Ieee1609Dot2Data, or - for standard input.")
    private String file;

    @Option(names = "--trust", paramLabel = "FILE|DIR", required = true, arity = "1..*", description = "Certificates.")
    private List<String> trust;

    @Option(
            names = "--anchor",
            paramLabel = "FILE",
            description = "A certificate that is trusted although it is not self-signed.")
    private List<String> anchors = List.of();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When to judge, such as 2026-11-22T12:00:00Z; now if absent.")
    private @Nullable Instant at;

    @Option(names = "--crl", paramLabel = "FILE", description = "A signed CRL; checked itself first.")
    private List<String> crls = List.of();

    @Option(names = "--hex", description = "FILE is hex digits.")
    private boolean hex;

    @Spec
    private CommandSpec spec;

    private final InstantSource clock;
    private final SignatureVerifier verifier = new BouncyCastleVerifier();

    @SuppressForbidden("a person at the command line asks about now")
    public VerifyCommand() {
        this(InstantSource.system());
    }

    @SuppressWarnings("NullAway.Init") // picocli sets what is not nullable
    VerifyCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Transcript transcript = new Transcript(spec.commandLine().getOut());
        String reading = file;
        try {
            Octets input = InputFile.read(file, hex, System.in);
            TrustFiles certificates = new TrustFiles();
            for (String argument : trust) {
                reading = argument;
                certificates.add(argument);
            }
            for (String argument : anchors) {
                reading = argument;
                certificates.addAnchor(argument);
            }
            Time64 time = Time64.of(at == null ? clock.instant() : at);
            List<CrlContents> lists = new ArrayList<>();
            for (String argument : crls) {
                reading = argument;
                SignedCrl crl = SignedCrl.read(argument);
                transcript.crl(argument, crl.contents());
                Optional<String> refusal = crl.refusal(certificates.store(), time, verifier);
                if (refusal.isPresent()) {
                    return transcript.invalid("CRL " + argument, refusal.get());
                }
                lists.add(crl.contents());
            }
            reading = file;
            RevocationCheck revocation = RevocationLists.of(lists, LinkageRules.CAMP);
            return judge(input, certificates.store(), revocation, time, transcript);
        } catch (DecodeException e) {
            spec.commandLine().getErr().println("scms: " + reading + ": " + e.getMessage());
            return ExitCode.UNREADABLE;
        } finally {
            spec.commandLine().getOut().flush();
        }
    }

    /** A certificate begins with its version behind a preamble octet, an Ieee1609Dot2Data with its version. */
    private int judge(Octets input, TrustStore store, RevocationCheck revocation, Time64 time, Transcript transcript)
            throws DecodeException {
        boolean data = !input.isEmpty() && input.get(0) == 3;
        if (!data) {
            HashedCertificate certificate = HashedCertificate.of(
                    Certificate.CODEC.decode(input, READING).encoded());
            ValidationResult result = new ChainValidator(store, verifier, revocation).validate(certificate, time);
            return transcript.certificate(result);
        }
        Ieee1609Dot2Data message = Ieee1609Dot2Data.CODEC.decode(input, READING).value();
        if (!(message.content() instanceof SignedData signed)) {
            return transcript.invalid("message", "it is not signed data, so there is nothing to verify");
        }
        MessageVerdict verdict = new MessageValidator(store, verifier, revocation).validate(signed, time);
        return transcript.message(signed, verdict);
    }
}
