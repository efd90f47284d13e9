package org.v2xscms.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The list of exported files: a JSON array of objects with {@code file}, {@code type}, {@code signedBy} and {@code step}. */
final class Manifest {

    private final List<Entry> entries = new ArrayList<>();

    /**
     * One file.
     *
     * @param type a name that {@code inspect --type} knows, or {@code zip} or {@code key}
     */
    record Entry(String file, String type, String signedBy, String step) {

        String json() {
            return "  {\"file\": " + quoted(file) + ", \"type\": " + quoted(type) + ", \"signedBy\": "
                    + quoted(signedBy) + ", \"step\": " + quoted(step) + "}";
        }

        private static String quoted(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    int size() {
        return entries.size();
    }

    void write(Path folder) throws IOException {
        String text = entries.stream().map(Entry::json).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        Files.writeString(folder.resolve("manifest.json"), text, StandardCharsets.UTF_8);
    }
}
