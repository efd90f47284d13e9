package org.v2xscms.cli.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.v2xscms.kernel.files.PrivateFiles;

/**
 * Which process runs an installation: its number and start time, since numbers are given again. A file that names no living
 * process was left by a killed run.
 */
final class RunFile {

    private final Path file;

    RunFile(DataFolder data) {
        this.file = data.run();
    }

    void write() {
        ProcessHandle self = ProcessHandle.current();
        try {
            PrivateFiles.write(file, self.pid() + "\n" + start(self) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    Optional<ProcessHandle> process() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> start(process).equals(lines.get(1)));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static String start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
