package org.v2xscms.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file that lies in {@code shared/vectors} beside the project, whoever wrote it; skipped where there is none. */
class SharedFilesTest {

    @TestFactory
    List<DynamicTest> eachFileIsPrintedAndWrittenAgainOrRefusedInOneSentence() throws IOException {
        Path vectors = vectors();
        assumeTrue(Files.isDirectory(vectors), () -> "no " + vectors);
        try (Stream<Path> files = Files.walk(vectors)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> dynamicTest(vectors.relativize(file).toString(), () -> inspect(file)))
                    .toList();
        }
    }

    private static void inspect(Path file) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Scms.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("inspect", "--roundtrip", file.toString());
        if (exitCode == ExitCode.OK) {
            assertTrue(out.toString().endsWith("roundtrip: identical" + System.lineSeparator()), out.toString());
            assertEquals("", err.toString());
        } else {
            assertEquals(ExitCode.UNREADABLE, exitCode, out.toString());
            assertEquals("", out.toString());
            assertEquals(1, err.toString().lines().count(), err.toString());
            assertTrue(
                    err.toString()
                            .matches(
                                    "scms: .*: (read as \\w+: offset \\d+.*\\(.*\\).*|.*not an encoding.*|compressed.*)\\s+"),
                    err.toString());
        }
    }

    private static Path vectors() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("scms"))) {
                return at.resolveSibling("shared").resolve("vectors");
            }
        }
        throw new IllegalStateException("not run inside the source tree");
    }
}
