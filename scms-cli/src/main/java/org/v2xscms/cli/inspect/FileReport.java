package org.v2xscms.cli.inspect;

import java.io.PrintWriter;
import java.util.Optional;
import org.v2xscms.cli.ExitCode;
import org.v2xscms.codec.Detection;
import org.v2xscms.codec.Structure;
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
record FileReport(PrintWriter out, PrintWriter err, String file, boolean several, boolean json, boolean roundtrip) {

    private static final int IDENTICAL = -1;

    /** The shortest message that is believed behind octets that are none; real ones are longer by far. */
    private static final int LEAST_AFTER_HEADER = 32;

    /** The whole input as one value of a known type. */
    <T> int whole(Octets input, Structure<T> structure, Reading reading) throws DecodeException {
        return report(structure, structure.codec().decode(input, reading), input);
    }

    /** The whole input as the value that it was found to be. */
    <T> int recognised(Octets input, Detection.Recognised<T> recognised, Reading reading) throws DecodeException {
        // Detection tolerates; a strict reader asks again and hears why.
        return reading.strict()
                ? whole(input, recognised.structure(), reading)
                : report(recognised.structure(), recognised.decoded(), input);
    }

    private <T> int report(Structure<T> structure, Decoded<T> decoded, Octets input) {
        // With several files the round trip lines alone are wanted.
        if (!roundtrip || !several) {
            print(structure.name(), structure.codec(), decoded);
        }
        return roundtrip ? roundtrip(firstDifference(input, structure.codec(), decoded)) : ExitCode.OK;
    }

    private <T> void print(String name, Codec<T> codec, Decoded<T> decoded) {
        if (json) {
            out.println(Json.of(codec.keepingOctets(), decoded.encoded(), new Meanings()));
            return;
        }
        out.println(prefix() + name + ", " + decoded.octets().length() + " octets");
        out.print(TextTree.of(codec.keepingOctets(), decoded.encoded(), new Meanings()));
        for (Deviation deviation : decoded.deviations()) {
            out.println("note: " + deviation);
        }
    }

    /** Writes {@code decoded} again; the offset in {@code read} of the first difference, or {@link #IDENTICAL}. */
    private static <T> int firstDifference(Octets read, Codec<T> codec, Decoded<T> decoded) {
        Octets written = codec.encode(decoded.value());
        if (written.equals(read)) {
            return IDENTICAL;
        }
        int same = 0;
        while (same < Math.min(written.length(), read.length()) && written.get(same) == read.get(same)) {
            same++;
        }
        return same;
    }

    private int roundtrip(int difference) {
        boolean identical = difference == IDENTICAL;
        out.println(prefix() + "roundtrip: " + (identical ? "identical" : "differs at offset " + difference));
        return identical ? ExitCode.OK : ExitCode.NEGATIVE;
    }

    private String prefix() {
        return several ? file + ": " : "";
    }

    /**
     * The input as messages one after another.
     *
     * <p>Logs put a header of their own before each message. What does not begin a message is passed over until something
     * does that decodes strictly and is longer than a header; how many octets were passed over is part of the count.
     */
    <T> int stream(Octets input, Structure<T> structure, Reading reading) throws DecodeException {
        Codec<T> codec = structure.codec();
        int messages = 0;
        int passedOver = 0;
        int difference = IDENTICAL;
        boolean adjoins = true;
        for (int at = 0; at < input.length(); ) {
            Optional<Decoded<T>> next = next(structure, input.slice(at, input.length()), adjoins, reading);
            adjoins = next.isPresent();
            if (next.isEmpty()) {
                passedOver++;
                at++;
                continue;
            }
            Decoded<T> decoded = next.get();
            if (!roundtrip) {
                print("[" + messages + "] at offset " + at + ": " + structure.name(), codec, decoded);
            } else if (difference == IDENTICAL) {
                int within = firstDifference(decoded.octets(), codec, decoded);
                difference = within == IDENTICAL ? IDENTICAL : at + within;
            }
            messages++;
            at += decoded.octets().length();
        }
        if (messages == 0) {
            return whole(input, structure, Reading.STRICT.withLimits(reading.limits()));
        }
        (json ? err : out)
                .println(prefix() + messages + (messages == 1 ? " message in " : " messages in ") + input.length()
                        + " octets" + (passedOver == 0 ? "" : ", " + passedOver + " octets between them passed over"));
        return roundtrip ? roundtrip(difference) : ExitCode.OK;
    }

    /**
     * The message at the start of {@code rest}. Behind a header, in which some octets may look like a short message, it
     * must be long and canonical.
     */
    private static <T> Optional<Decoded<T>> next(
            Structure<T> structure, Octets rest, boolean adjoins, Reading reading) {
        if (!structure.mayBe(rest)) {
            return Optional.empty();
        }
        Reading behindHeader = Reading.STRICT.withLimits(reading.limits());
        try {
            Decoded<T> decoded = structure.codec().decodeFirst(rest, adjoins ? reading : behindHeader);
            return adjoins || decoded.octets().length() >= LEAST_AFTER_HEADER ? Optional.of(decoded) : Optional.empty();
        } catch (DecodeException _) {
            return Optional.empty();
        }
    }
}
