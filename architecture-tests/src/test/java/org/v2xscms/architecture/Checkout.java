package org.v2xscms.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The source tree that the tests run in. */
final class Checkout {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Checkout() {}

    /** The directory of the root pom. */
    static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("scms")) && Files.exists(at.resolve("pom.xml"))) {
                return at;
            }
        }
        throw new IllegalStateException("not run inside the source tree");
    }

    /** The reactor's modules that have main code. */
    static List<String> modulesWithMainCode() {
        try {
            return MODULE.matcher(Files.readString(root().resolve("pom.xml")))
                    .results()
                    .map(found -> found.group(1))
                    .filter(module -> Files.isDirectory(root().resolve(module, "src/main/java")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directories of that name below {@code target} in all modules that have one. */
    static List<Path> classDirectories(String name) {
        return modulesWithMainCode().stream()
                .map(module -> root().resolve(module, "target", name))
                .filter(Files::isDirectory)
                .toList();
    }
}
