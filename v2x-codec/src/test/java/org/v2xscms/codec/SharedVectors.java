package org.v2xscms.codec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/**
 * Published vectors in a directory {@code shared} beside the project. They are not part of it: where they are missing,
 * the test that asks for them is skipped.
 */
public final class SharedVectors {

    /** Header of a log record: source, place, speed, heading and time (24 octets), then the length, little-endian. */
    private static final int RECORD_HEADER = 26;

    private SharedVectors() {}

    /** The file or directory {@code name} under {@code shared/vectors}. */
    public static Path path(String name) {
        Path path = projectRoot().resolveSibling("shared").resolve("vectors").resolve(name);
        assumeTrue(Files.exists(path), () -> "no " + path);
        return path;
    }

    public static Octets octets(String name) {
        return octets(path(name));
    }

    public static Octets octets(Path path) {
        try {
            return Octets.of(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of a gzip file. */
    public static Octets unzipped(String name) {
        try (var in = new GZIPInputStream(Files.newInputStream(path(name)))) {
            return Octets.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files in directory {@code name} whose names end with {@code suffix}, in order of names. */
    public static List<Path> files(String name, String suffix) {
        try (var files = Files.list(path(name))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hex strings of all members of a JSON file whose name matches {@code memberName}, a regular expression. */
    public static List<Octets> hexMembers(String name, String memberName) {
        List<Octets> values = new ArrayList<>();
        try {
            Matcher member = Pattern.compile("\"" + memberName + "\"\\s*:\\s*\"([0-9a-fA-F]+)\"")
                    .matcher(Files.readString(path(name)));
            while (member.find()) {
                values.add(Octets.ofHex(member.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    /** The messages of a log, each behind its record header. */
    public static List<Octets> records(Octets log) {
        List<Octets> records = new ArrayList<>();
        int at = 0;
        while (at < log.length()) {
            int length = (log.get(at + RECORD_HEADER - 2) & 0xff) | (log.get(at + RECORD_HEADER - 1) & 0xff) << 8;
            int end = at + RECORD_HEADER + length;
            records.add(log.slice(at + RECORD_HEADER, end));
            at = end;
        }
        return records;
    }

    /** The messages of a log whose first one has lost its record header. */
    public static List<Octets> basicSafetyMessages() throws DecodeException {
        Octets log = octets("usdot-bsm/bsm_cert.coer");
        Octets first = Ieee1609Dot2Data.CODEC.decodeFirst(log, Reading.STRICT).octets();
        List<Octets> messages = new ArrayList<>(List.of(first));
        messages.addAll(records(log.slice(first.length(), log.length())));
        return messages;
    }

    /** Every file, record of a log and hex string of a JSON file there is, whatever it may be. */
    public static List<Octets> all() throws DecodeException {
        List<Octets> all = new ArrayList<>();
        for (String directory : List.of("openscms-samples", "eu-field", "eu-cpoc")) {
            files(directory, "").forEach(file -> all.add(octets(file)));
        }
        for (Path json : files("", ".json")) {
            all.addAll(hexMembers(json.getFileName().toString(), "\\w+"));
        }
        all.addAll(basicSafetyMessages());
        for (Path logs : files("usdot-wydot", ".gz")) {
            all.addAll(records(unzipped("usdot-wydot/" + logs.getFileName())));
        }
        return all;
    }

    /** The first directory above the working directory whose pom.xml is the one of the reactor. */
    private static Path projectRoot() {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null) {
            Path pom = directory.resolve("pom.xml");
            if (Files.exists(pom) && isReactor(pom)) {
                return directory;
            }
            directory = directory.getParent();
        }
        throw new IllegalStateException("the tests run outside the project");
    }

    private static boolean isReactor(Path pom) {
        try {
            String text = Files.readString(pom);
            return text.contains("<artifactId>v2x-scms</artifactId>") && text.contains("<modules>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
