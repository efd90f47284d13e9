package org.v2xscms.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One run of Jazzer in a JVM of its own, guided by the coverage of the codec's code.
 *
 * @param directory what it read and wrote: {@code seeds}, {@code corpus}, {@code log.txt}, {@code crash-...}
 */
record FuzzRun(Path directory, int exitCode, String log) {

    private static final Pattern EXECUTED = Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");
    private static final Pattern COVERED = Pattern.compile("\\bcov: (\\d+)");
    private static final int START_AND_STOP_SECONDS = 120;

    /**
     * Fuzzes {@code target} for {@code seconds}.
     *
     * @param directory has a directory {@code seeds} with an input in each file
     */
    static FuzzRun of(Class<?> target, Path directory, int seconds) throws IOException, InterruptedException {
        Path seeds = Files.createDirectories(directory.resolve("seeds"));
        Path corpus = Files.createDirectories(directory.resolve("corpus"));
        Path log = directory.resolve("log.txt");
        Process jazzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx512m",
                        "-XX:+EnableDynamicAgentLoading",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=org.v2xscms.codec.**:" + PlantedFault.class.getName(),
                        "--reproducer_path=" + directory,
                        "-artifact_prefix=" + directory + "/",
                        "-max_total_time=" + seconds,
                        "-max_len=2048",
                        "-timeout=20",
                        "-print_final_stats=1",
                        corpus.toString(),
                        seeds.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!jazzer.waitFor(seconds + START_AND_STOP_SECONDS, TimeUnit.SECONDS)) {
            jazzer.destroyForcibly();
            throw new IOException("Jazzer did not stop by itself, see " + log);
        }
        return new FuzzRun(directory, jazzer.exitValue(), Files.readString(log, StandardCharsets.ISO_8859_1));
    }

    /** Inputs tried; 0 if the log does not say. */
    long executed() {
        return last(EXECUTED);
    }

    /** Branches of the codec reached; 0 if the code was not instrumented, so that nothing guided the run. */
    long covered() {
        return last(COVERED);
    }

    private long last(Pattern pattern) {
        Matcher matcher = pattern.matcher(log);
        return matcher.results()
                .mapToLong(result -> Long.parseLong(result.group(1)))
                .reduce(0, (first, second) -> second);
    }

    /** The files with inputs that break a rule. */
    List<Path> reproducers() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("(crash|timeout|oom|leak)-.*"))
                    .sorted()
                    .toList();
        }
    }

    /** What a failed run has to tell. */
    String report() throws IOException {
        String message = log.lines()
                .filter(line ->
                        line.contains("== Java Exception") || line.startsWith("Caused by") || line.contains("ERROR"))
                .limit(5)
                .reduce("", (lines, line) -> lines + "\n  " + line);
        return "Jazzer ended with " + exitCode + message + "\n  reproducers: " + reproducers() + "\n  log: "
                + directory.resolve("log.txt");
    }
}
