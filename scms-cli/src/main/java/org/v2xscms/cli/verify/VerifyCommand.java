package org.v2xscms.cli.verify;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.v2xscms.cli.InputFile;
import org.v2xscms.cli.UnreadableException;
import org.v2xscms.codec.SuppressForbidden;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.oer.Decoded;
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
import picocli.CommandLine.ParameterException;
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

    @Parameters(
            paramLabel = "FILE",
            description = "A certificate or an Ieee1609Dot2Data, or - for standard input. Stands before --trust, which"
                    + " takes all names behind it.")
    private String file;

    @Option(
            names = "--trust",
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description = "Certificates, or folders in which all files that are certificates count.")
    private List<String> trust = List.of();

    @Option(
            names = "--anchor",
            paramLabel = "FILE",
            description = "A certificate that is trusted although it is not self-signed.")
    private List<String> anchors = List.of();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = PointInTime.class,
            description = "When to judge, such as 2026-11-22T12:00:00Z or 2026-11-22, its first moment in UTC; now if"
                    + " absent.")
    private @Nullable Time64 at;

    @Option(names = "--crl", paramLabel = "FILE", description = "A signed CRL; checked itself first.")
    private List<String> crls = List.of();

    @Option(names = "--hex", description = "FILE is hex digits; 0x before them and white space are ignored.")
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
        if (trust.isEmpty() && anchors.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--trust or --anchor is missing: nothing is valid where nothing is trusted");
        }
        Transcript transcript = new Transcript(spec.commandLine().getOut());
        try {
            InputFile input = InputFile.read(file, hex, System.in);
            TrustFiles certificates = new TrustFiles();
            for (String argument : trust) {
                certificates.add(argument);
            }
            for (String argument : anchors) {
                certificates.addAnchor(argument);
            }
            transcript.trust(certificates);
            Time64 time = at == null ? Time64.of(clock.instant()) : at;
            List<CrlContents> lists = new ArrayList<>();
            for (String argument : crls) {
                SignedCrl crl = SignedCrl.read(argument);
                transcript.crl(argument, crl.contents());
                Optional<String> refusal = crl.refusal(certificates.store(), time, verifier);
                if (refusal.isPresent()) {
                    return transcript.invalid("CRL " + argument, refusal.get());
                }
                lists.add(crl.contents());
            }
            RevocationCheck revocation = RevocationLists.of(lists, LinkageRules.CAMP);
            return judge(input, certificates.store(), revocation, time, transcript);
        } finally {
            spec.commandLine().getOut().flush();
        }
    }

    /** A certificate begins with a preamble octet before its version, an Ieee1609Dot2Data with its version. */
    private int judge(InputFile input, TrustStore store, RevocationCheck revocation, Time64 time, Transcript transcript)
            throws UnreadableException {
        boolean data = !input.octets().isEmpty() && input.octets().get(0) == 3;
        if (!data) {
            Decoded<Certificate> certificate = input.decode(Certificate.CODEC);
            transcript.notes(certificate.deviations());
            ValidationResult result = new ChainValidator(store, verifier, revocation)
                    .validate(HashedCertificate.of(certificate.encoded()), time);
            return transcript.certificate(result);
        }
        Decoded<Ieee1609Dot2Data> message = input.decode(Ieee1609Dot2Data.CODEC);
        transcript.notes(message.deviations());
        if (!(message.value().content() instanceof SignedData signed)) {
            return transcript.invalid("message", "it is not signed data, so there is nothing to verify");
        }
        MessageVerdict verdict = new MessageValidator(store, verifier, revocation).validate(signed, time);
        return transcript.message(signed, verdict);
    }
}
