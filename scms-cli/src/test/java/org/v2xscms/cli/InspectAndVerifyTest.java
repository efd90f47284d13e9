package org.v2xscms.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code inspect} and {@code verify} on small messages and on what is none. */
class InspectAndVerifyTest {

    /** The beginning of a self-signed certificate, cut off. */
    private static final String CUT_OFF = "800300810083" + "000000" + "0000" + "23c34600" + "840064" + "00";

    /** Unsecured data around three octets. */
    private static final String UNSECURED = "038003010203";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine scms =
            Scms.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @TempDir
    private Path folder;

    private String file(String name, String hex) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, HexFormat.of().parseHex(hex));
        return file.toString();
    }

    @Test
    void inspectRecognisesAndRoundTrips() throws IOException {
        assertEquals(ExitCode.OK, scms.execute("inspect", "--roundtrip", file("data.spdu", UNSECURED)));
        assertTrue(out.toString().startsWith("Ieee1609Dot2Data, 6 octets"), out.toString());
        assertTrue(out.toString().contains("content: unsecuredData 010203"), out.toString());
        assertTrue(out.toString().endsWith("roundtrip: identical" + System.lineSeparator()), out.toString());
    }

    @Test
    void inspectReadsHexAndPrintsJson() throws IOException {
        Path hex = Files.writeString(folder.resolve("data.hex"), "03 80\n03 010203\n");
        assertEquals(ExitCode.OK, scms.execute("inspect", "--hex", "--json", hex.toString()));
        assertEquals(
                "{\"protocolVersion\":3,\"content\":{\"unsecuredData\":\"010203\"}}",
                out.toString().strip());
    }

    @Test
    void nonCanonicalInputDoesNotRoundTrip() throws IOException {
        assertEquals(ExitCode.NEGATIVE, scms.execute("inspect", "--roundtrip", file("long.spdu", "0380810101")));
        assertTrue(out.toString().contains("note: offset 2"), out.toString());
        assertTrue(out.toString().contains("roundtrip: differs at offset 2"), out.toString());
    }

    @Test
    void strictRefusesWhatIsOtherwiseNoted() throws IOException {
        assertEquals(ExitCode.UNREADABLE, scms.execute("inspect", "--strict", file("long.spdu", "0380810101")));
        assertTrue(err.toString().contains("shortest length determinant"), err.toString());
    }

    @Test
    void streamCountsMessagesAndSkipsWhatIsBetween() throws IOException {
        String message = "038028" + "aa".repeat(40);
        String log = message + "000102" + message + message;
        assertEquals(ExitCode.OK, scms.execute("inspect", "--stream", "--roundtrip", file("log", log)));
        assertTrue(
                out.toString().contains("3 messages in 132 octets, 3 octets between them passed over"), out.toString());
    }

    @Test
    void garbageIsRefusedWithOffsetPathAndClause() throws IOException {
        assertEquals(ExitCode.UNREADABLE, scms.execute("inspect", file("garbage", "0381ff")));
        assertTrue(
                err.toString().matches("scms: .*garbage: offset \\d+, .*: expected .*, found .* \\(.*\\)\\s+"),
                err.toString());
    }

    @Test
    void missingFileIsNamedWithTheReason() {
        assertEquals(
                ExitCode.UNREADABLE,
                scms.execute("inspect", folder.resolve("none").toString()));
        assertTrue(err.toString().contains("no such file"), err.toString());
    }

    @Test
    void verifyTellsWhatCannotBeVerified() throws IOException {
        String data = file("data.spdu", UNSECURED);
        assertEquals(ExitCode.NEGATIVE, scms.execute("verify", data, "--trust", folder.toString()));
        assertTrue(out.toString().contains("not signed data"), out.toString());
    }

    @Test
    void verifyRefusesAFileThatIsNoCertificate() throws IOException {
        String broken = file("broken.cert", CUT_OFF);
        assertEquals(ExitCode.UNREADABLE, scms.execute("verify", broken, "--trust", folder.toString()));
        assertTrue(err.toString().contains("broken.cert: offset"), err.toString());
    }
}
