package org.v2xscms.cli.inspect;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.cli.FailureText;
import org.v2xscms.cli.InputFile;
import org.v2xscms.cli.UnreadableException;
import org.v2xscms.codec.Detection;
import org.v2xscms.codec.Structure;
import org.v2xscms.codec.Structures;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.codec.view.TextTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what is in a file. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Print any structure of IEEE 1609.2, IEEE 1609.2.1, TS 103 097, TS 102 941 and TS 103 759 as a tree.",
            "The type is recognised, or taken from --type. Input is read as received: departures from canonical"
                    + " encoding and older schema editions are noted, not refused, unless --strict is given."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:printed; with --roundtrip: written again identically",
            "1:with --roundtrip: not identical",
            "2:the input cannot be read"
        })
public final class InspectCommand implements Callable<Integer> {

    private static final Structure<?> MESSAGE =
            Structures.named(Ieee1609Dot2Data.CODEC.typeName()).orElseThrow();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A file, or - for standard input.")
    private List<String> files;

    @Option(
            names = "--type",
            paramLabel = "NAME",
            completionCandidates = StructureNames.class,
            description = "Read as this type; an unknown NAME lists them.")
    private @Nullable String type;

    @Option(names = "--hex", description = "The input is hex digits; 0x before them and white space are ignored.")
    private boolean hex;

    @Option(names = "--json", description = "Print JSON, one value a line.")
    private boolean json;

    @Option(names = "--strict", description = "Refuse everything that is not canonical under the current edition.")
    private boolean strict;

    @Option(
            names = "--stream",
            description =
                    "The file is messages one after another; octets between them, such as the headers of a log, are"
                            + " passed over. Ends with a count, on standard error with --json.")
    private boolean stream;

    @Option(
            names = "--roundtrip",
            description = "Write what was read again and compare, one line a file: 'roundtrip: identical' or the first"
                    + " offset that differs.")
    private boolean roundtrip;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets what is not nullable
    public InspectCommand() {}

    @Override
    public Integer call() {
        Structure<?> named = type == null ? null : named(type);
        int worst = ExitCode.OK;
        for (String file : files) {
            worst = Math.max(worst, inspect(file, named));
        }
        return worst;
    }

    private Structure<?> named(String name) {
        return Structures.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no type '" + TextTree.printable(name) + "'; known are "
                                + String.join(", ", new StructureNames())));
    }

    /** What a shell completes {@code --type} with. */
    private static final class StructureNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Structures.all().stream().map(Structure::name).iterator();
        }
    }

    private int inspect(String file, @Nullable Structure<?> named) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            InputFile input = InputFile.read(file, hex, System.in);
            FileReport report = new FileReport(out, err, TextTree.printable(file), files.size() > 1, json, roundtrip);
            return report(input, named, report);
        } catch (IOException e) {
            err.println("scms: " + FailureText.of(e));
            return ExitCode.UNREADABLE;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int report(InputFile input, @Nullable Structure<?> named, FileReport report) throws UnreadableException {
        Octets octets = input.octets();
        Reading reading = strict ? Reading.STRICT.withLimits(Limits.FILE) : InputFile.AS_RECEIVED;
        Structure<?> structure = named == null ? MESSAGE : named;
        boolean several = false;
        try {
            if (stream) {
                return report.stream(octets, structure, reading);
            }
            if (named != null) {
                return report.whole(octets, named, reading);
            }
            return switch (Structures.detect(octets, reading.limits())) {
                case Detection.Recognised<?> recognised -> {
                    structure = recognised.structure();
                    yield report.recognised(octets, recognised, reading);
                }
                case Detection.Unrecognised(var refusals)
                when refusals.isEmpty() ->
                    // Nothing begins like this; strictly read, a message says what it should begin with.
                    report.whole(octets, MESSAGE, Reading.STRICT.withLimits(reading.limits()));
                case Detection.Unrecognised(var refusals) -> {
                    several = beginsWithMessage(octets, reading);
                    Detection.Refusal refusal = telling(refusals, several);
                    structure = refusal.structure();
                    throw refusal.reason();
                }
            };
        } catch (DecodeException e) {
            throw input.unreadable("read as " + structure.name() + ": " + e.getMessage()
                    + (several ? "; --stream reads messages one after another" : ""));
        }
    }

    /**
     * The refusal that says most about what is wrong: that of a message, where there are several, otherwise the one that
     * came furthest; of a few that came as far, that of a message, the plainest type.
     */
    private static Detection.Refusal telling(List<Detection.Refusal> refusals, boolean several) {
        Detection.Refusal furthest = refusals.getFirst();
        return refusals.stream()
                .filter(refusal -> refusal.structure().equals(MESSAGE))
                .filter(refusal -> several
                        || refusal.reason().offset() == furthest.reason().offset())
                .findFirst()
                .orElse(furthest);
    }

    /** Several messages in one file are common, and no single value. */
    private static boolean beginsWithMessage(Octets octets, Reading reading) {
        try {
            Ieee1609Dot2Data.CODEC.decodeFirst(octets, Reading.STRICT.withLimits(reading.limits()));
            return true;
        } catch (DecodeException _) {
            return false;
        }
    }
}
