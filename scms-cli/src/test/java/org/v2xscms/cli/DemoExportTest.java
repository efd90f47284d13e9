package org.v2xscms.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.Detection;
import org.v2xscms.codec.Structures;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import picocli.CommandLine;

/** What a demonstration exports reads back with {@code inspect} and {@code verify}. One run: it takes a while. */
class DemoExportTest {

    private static final String STATE = "scms.state";
    private static final Pattern ENTRY = Pattern.compile("\\{\"file\": \"([^\"]+)\", \"type\": \"([^\"]+)\","
            + " \"signedBy\": \"([^\"]+)\", \"step\": \"([^\"]+)\"}");

    private static final List<String> EXPECTED = List.of(
            "root.cert",
            "ica.cert",
            "eca.cert",
            "pca.cert",
            "ra.cert",
            "la1.cert",
            "la2.cert",
            "ma.cert",
            "crlsigner.cert",
            "elector1.cert",
            "elector2.cert",
            "elector3.cert",
            "ctl.spdu",
            "chain-file.spdu",
            "crl-before.spdu",
            "crl-after.spdu",
            "enrolment-request.spdu",
            "enrolment-response.spdu",
            "provisioning-request.spdu",
            "provisioning-response.spdu",
            "batch-1.zip",
            "vehicle-1-enrolment.cert",
            "vehicle-1-enrolment.key",
            "message-with-certificate.spdu",
            "message-with-digest.spdu",
            "report-1.oer");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int scms(String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine scms = Scms.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return scms.execute(arguments);
    }

    @Test
    void everyExportedFileReadsBack(@TempDir Path folder) throws IOException {
        Path export = folder.resolve("export");
        String state = System.getProperty(STATE);
        System.setProperty(STATE, folder.resolve("state").toString());
        try {
            int code = scms("demo", "--vehicles=3", "--weeks=2", "--export=" + export);
            assertEquals(ExitCode.OK, code, () -> out + "\n" + err);
        } finally {
            if (state == null) {
                System.clearProperty(STATE);
            } else {
                System.setProperty(STATE, state);
            }
        }
        Map<String, String> types = types(export);
        for (String file : EXPECTED) {
            assertTrue(types.containsKey(file), file + " is missing in " + types.keySet());
        }
        assertTrue(types.keySet().stream().anyMatch(file -> file.matches("warrant-ma-to-.*-answer-signed.spdu")));
        for (var entry : types.entrySet()) {
            check(export.resolve(entry.getKey()), entry.getValue(), export);
        }
        assertEquals(
                ExitCode.OK,
                scms(
                        "verify",
                        export.resolve("message-with-certificate.spdu").toString(),
                        "--trust",
                        export.toString()),
                () -> out + "\n" + err);
        assertEquals(ExitCode.UNREADABLE, scms("demo", "--export=" + export));
        assertTrue(err.toString().contains("is there already and is not an empty folder"), err::toString);
    }

    /** The manifest, which names the files that are there and no others. */
    private static Map<String, String> types(Path export) throws IOException {
        Map<String, String> types = new TreeMap<>();
        Matcher entries = ENTRY.matcher(Files.readString(export.resolve("manifest.json")));
        while (entries.find()) {
            types.put(entries.group(1), entries.group(2));
        }
        try (Stream<Path> files = Files.list(export)) {
            List<String> present = files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals("manifest.json"))
                    .sorted()
                    .toList();
            assertEquals(present, List.copyOf(types.keySet()));
        }
        return types;
    }

    private void check(Path file, String type, Path export) throws IOException {
        if (type.equals("key")) {
            assertTrue(Files.readString(file).startsWith("# Demo key"), file::toString);
            return;
        }
        if (type.equals("zip")) {
            checkBatch(file);
            return;
        }
        int code = scms("inspect", "--roundtrip", "--type=" + type, file.toString());
        assertEquals(ExitCode.OK, code, () -> file + " as " + type + ": " + out + "\n" + err);
        assertTrue(out.toString().contains("roundtrip: identical"), file::toString);
        if (type.equals("Certificate")) {
            assertEquals(
                    ExitCode.OK,
                    scms("verify", file.toString(), "--trust", export.toString()),
                    () -> file + ": " + out + "\n" + err);
        }
    }

    private static void checkBatch(Path file) throws IOException {
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Octets content = Octets.of(zip.readAllBytes());
                assertInstanceOf(Detection.Recognised.class, Structures.detect(content, Limits.FILE), entry::getName);
                entries++;
            }
        }
        assertTrue(entries >= 20, file + " has " + entries + " entries");
    }
}
