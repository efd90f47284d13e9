package org.v2xscms.cli.inspect;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.codec.Detection;
import org.v2xscms.codec.Structure;
import org.v2xscms.codec.Structures;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Decoded;
import org.v2xscms.codec.oer.Deviation;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.codec.view.Json;
import org.v2xscms.codec.view.TextTree;

/**
 * What {@code inspect} says about one file.
 *
 * @param file the argument, to tell several files apart
 * @param several whether there are several files, whose round trips take one line each
 */
record FileReport(PrintWriter out, String file, boolean several, boolean json, boolean roundtrip) {

    /** The shortest message that is believed behind octets that are none; real ones are longer by far. */
    private static final int LEAST_AFTER_HEADER = 32;

    /** The whole input as one value of a known type. */
    <T> int whole(Octets input, Structure<T> structure, Reading reading) throws DecodeException {
        return report(structure, structure.codec().decode(input, reading), input);
    }

    /** The whole input as one value of whatever type it is. */
    int whole(Octets input, Reading reading) throws DecodeException {
        return switch (Structures.detect(input, reading.limits())) {
            case Detection.Recognised<?> recognised -> recognised(recognised, input, reading);
            case Detection.Unrecognised unrecognised -> throw furthest(unrecognised, input, reading);
        };
    }

    private <T> int recognised(Detection.Recognised<T> recognised, Octets input, Reading reading)
            throws DecodeException {
        // Detection tolerates; a strict reader asks again and hears why.
        return reading.strict()
                ? whole(input, recognised.structure(), reading)
                : report(recognised.structure(), recognised.decoded(), input);
    }

    /** The refusal that came furthest into the input says most about what is wrong with it. */
    private static DecodeException furthest(Detection.Unrecognised unrecognised, Octets input, Reading reading) {
        return unrecognised.refusals().isEmpty()
                ? nothing(input, reading)
                : unrecognised.refusals().getFirst().reason();
    }

    /** No structure begins like this: the error is that of the commonest one. */
    private static DecodeException nothing(Octets input, Reading reading) {
        try {
            Ieee1609Dot2Data.CODEC.decode(input, reading);
        } catch (DecodeException e) {
            return e;
        }
        throw new IllegalStateException("an Ieee1609Dot2Data was not recognised as one");
    }

    private <T> int report(Structure<T> structure, Decoded<T> decoded, Octets input) {
        // With several files the round trip lines alone are wanted.
        if (!roundtrip || !several) {
            print(structure.name(), structure.codec(), decoded);
        }
        return roundtrip ? compare(0, input, structure.codec(), decoded) : ExitCode.OK;
    }

    private <T> void print(String name, Codec<T> codec, Decoded<T> decoded) {
        if (json) {
            out.println(Json.of(codec, decoded.value(), new Meanings()));
            return;
        }
        out.println(
                (several ? file + ": " : "") + name + ", " + decoded.octets().length() + " octets");
        out.print(TextTree.of(codec, decoded.value(), new Meanings()));
        for (Deviation deviation : decoded.deviations()) {
            out.println("note: " + deviation);
        }
    }

    private <T> int compare(int start, Octets read, Codec<T> codec, Decoded<T> decoded) {
        Octets written = codec.encode(decoded.value());
        int same = 0;
        while (same < Math.min(written.length(), read.length()) && written.get(same) == read.get(same)) {
            same++;
        }
        boolean identical = same == written.length() && same == read.length();
        if (!identical) {
            return roundtrip("differs at offset " + (start + same), ExitCode.NEGATIVE);
        }
        return start == 0 ? roundtrip("identical", ExitCode.OK) : ExitCode.OK;
    }

    private int roundtrip(String line, int exitCode) {
        out.println((several ? file + ": " : "") + "roundtrip: " + line);
        return exitCode;
    }

    /**
     * The input as messages one after another.
     *
     * <p>Logs put a header of their own before each message. What does not begin a message is passed over until something
     * does that decodes strictly and is longer than a header; how many octets were passed over is part of the count.
     */
    int stream(Octets input, @Nullable Structure<?> named, Reading reading) throws DecodeException {
        return named == null
                ? stream("Ieee1609Dot2Data", Ieee1609Dot2Data.CODEC, input, reading)
                : streamOf(named, input, reading);
    }

    private <T> int streamOf(Structure<T> structure, Octets input, Reading reading) throws DecodeException {
        return stream(structure.name(), structure.codec(), input, reading);
    }

    private <T> int stream(String name, Codec<T> codec, Octets input, Reading reading) throws DecodeException {
        int at = 0;
        int messages = 0;
        int skipped = 0;
        int exitCode = ExitCode.OK;
        boolean adjoins = true;
        DecodeException first = null;
        while (at < input.length()) {
            Octets rest = input.slice(at, input.length());
            try {
                Decoded<T> decoded = adjoins ? codec.decodeFirst(rest, reading) : resume(codec, rest, reading);
                adjoins = true;
                if (!roundtrip) {
                    print("[" + messages + "] at offset " + at + ": " + name, codec, decoded);
                } else if (exitCode == ExitCode.OK) {
                    exitCode = compare(at, decoded.octets(), codec, decoded);
                }
                messages++;
                at += decoded.octets().length();
            } catch (DecodeException e) {
                first = first == null ? e : first;
                adjoins = false;
                at++;
                skipped++;
            }
        }
        if (messages == 0 && first != null) {
            throw first;
        }
        if (roundtrip && exitCode == ExitCode.OK) {
            roundtrip("identical", exitCode);
        }
        out.println((several ? file + ": " : "") + messages + " messages in " + input.length() + " octets"
                + (skipped == 0 ? "" : ", " + skipped + " octets between them passed over"));
        return exitCode;
    }

    /** Within a header some octets may look like a short message. */
    private static <T> Decoded<T> resume(Codec<T> codec, Octets rest, Reading reading) throws DecodeException {
        Decoded<T> decoded = codec.decodeFirst(rest, Reading.STRICT.withLimits(reading.limits()));
        return decoded.octets().length() >= LEAST_AFTER_HEADER ? decoded : codec.decodeFirst(Octets.EMPTY, reading);
    }
}
