package org.v2xscms.cli.inspect;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.cli.FailureText;
import org.v2xscms.cli.InputFile;
import org.v2xscms.codec.Structure;
import org.v2xscms.codec.Structures;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
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

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A file, or - for standard input.")
    private List<String> files;

    @Option(names = "--type", paramLabel = "NAME", description = "Read as this type; an unknown NAME lists them.")
    private @Nullable String type;

    @Option(names = "--hex", description = "The input is hex digits; white space is ignored.")
    private boolean hex;

    @Option(names = "--json", description = "Print JSON, one value a line.")
    private boolean json;

    @Option(names = "--strict", description = "Refuse everything that is not canonical under the current edition.")
    private boolean strict;

    @Option(
            names = "--stream",
            description =
                    "The file is messages one after another; octets between them, such as the headers of a log, are"
                            + " skipped. Ends with a count.")
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
                        "no type '" + name + "'; known are "
                                + Structures.all().stream().map(Structure::name).collect(Collectors.joining(", "))));
    }

    private int inspect(String file, @Nullable Structure<?> named) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Octets input = InputFile.read(file, hex, System.in);
            Reading reading = (strict ? Reading.STRICT : Reading.AS_RECEIVED).withLimits(Limits.FILE);
            FileReport report = new FileReport(out, file, files.size() > 1, json, roundtrip);
            if (stream) {
                return report.stream(input, named, reading);
            }
            return named == null ? report.whole(input, reading) : report.whole(input, named, reading);
        } catch (IOException e) {
            return unreadable(file, FailureText.of(e));
        } catch (DecodeException e) {
            return unreadable(file, e.getMessage());
        } finally {
            out.flush();
        }
    }

    private int unreadable(String file, String why) {
        spec.commandLine().getErr().println("scms: " + (why.startsWith(file) ? why : file + ": " + why));
        spec.commandLine().getErr().flush();
        return ExitCode.UNREADABLE;
    }
}
