package org.v2xscms.verify.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Figures and texts by dotted key, written as nested JSON. */
final class Report {

    private final Map<String, Object> root = new LinkedHashMap<>();

    void put(String dottedKey, double figure) {
        place(dottedKey, String.format(Locale.ROOT, "%.3f", figure));
    }

    void put(String dottedKey, String text) {
        place(dottedKey, '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }

    @SuppressWarnings("unchecked")
    private void place(String dottedKey, String json) {
        Map<String, Object> at = root;
        String[] parts = dottedKey.split("\\.", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            at = (Map<String, Object>) at.computeIfAbsent(parts[i], key -> new LinkedHashMap<String, Object>());
        }
        at.put(parts[parts.length - 1], json);
    }

    void write(Path file) {
        StringBuilder json = new StringBuilder();
        append(json, root, "");
        try {
            Files.writeString(file, json.append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static void append(StringBuilder json, Map<String, Object> map, String indent) {
        String separator = "{\n";
        for (Map.Entry<String, Object> entry : map.entrySet()) {
            json.append(separator)
                    .append(indent)
                    .append("  \"")
                    .append(entry.getKey())
                    .append("\": ");
            if (entry.getValue() instanceof Map<?, ?> inner) {
                append(json, (Map<String, Object>) inner, indent + "  ");
            } else {
                json.append(entry.getValue());
            }
            separator = ",\n";
        }
        json.append('\n').append(indent).append('}');
    }

    /** The processor's name as Linux gives it. */
    static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
