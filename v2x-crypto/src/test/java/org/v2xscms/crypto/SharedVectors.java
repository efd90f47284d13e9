package org.v2xscms.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vector files that may lie beside a checkout; tests that need them are skipped where they do not. */
public final class SharedVectors {

    private SharedVectors() {}

    public static JsonNode read(String file) throws IOException {
        Optional<Path> path = projectRoot()
                .map(root -> root.resolveSibling("shared").resolve("vectors").resolve(file))
                .filter(Files::isRegularFile);
        Assumptions.assumeTrue(path.isPresent(), "no ../shared/vectors/" + file + " beside this checkout");
        return JsonMapper.builder().build().readTree(Files.readAllBytes(path.orElseThrow()));
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
