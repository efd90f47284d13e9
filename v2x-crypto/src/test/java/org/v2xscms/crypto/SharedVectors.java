package org.v2xscms.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.v2xscms.codec.oer.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vector files that may lie beside a checkout; tests that need them are skipped where they do not. */
public final class SharedVectors {

    private SharedVectors() {}

    public static JsonNode read(String file) throws IOException {
        return JsonMapper.builder().build().readTree(octets(file).toByteArray());
    }

    /** The content of {@code file}. */
    public static Octets octets(String file) throws IOException {
        return Octets.of(Files.readAllBytes(path(file)));
    }

    /** The content of {@code file}, which is compressed by gzip. */
    public static Octets unzipped(String file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(path(file)))) {
            return Octets.of(in.readAllBytes());
        }
    }

    /**
     * The messages of a log of an American pilot. Source, place, speed, heading, time and the length of the message stand
     * before each of them.
     */
    public static List<Octets> records(Octets log) {
        int header = 26;
        List<Octets> messages = new ArrayList<>();
        int at = 0;
        while (at < log.length()) {
            int length = (log.get(at + header - 2) & 0xff) | (log.get(at + header - 1) & 0xff) << 8;
            int end = at + header + length;
            messages.add(log.slice(at + header, end));
            at = end;
        }
        return messages;
    }

    private static Path path(String file) {
        Optional<Path> path = projectRoot()
                .map(root -> root.resolveSibling("shared").resolve("vectors").resolve(file))
                .filter(Files::isRegularFile);
        Assumptions.assumeTrue(path.isPresent(), "no ../shared/vectors/" + file + " beside this checkout");
        return path.orElseThrow();
    }

    private static Optional<Path> projectRoot() {
        return Stream.iterate(Path.of("").toAbsolutePath(), dir -> dir != null, Path::getParent)
                .filter(dir -> Files.isDirectory(dir.resolve("v2x-crypto")))
                .findFirst();
    }

    public static String hex(JsonNode node, String field) {
        return node.get(field).asString();
    }
}
