package org.v2xscms.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code inspect} and {@code verify} on small messages and on what is none. */
class InspectAndVerifyTest {

    /** The beginning of a self-signed certificate, cut off. */
    private static final String CUT_OFF = "800300810083" + "000000" + "0000" + "23c34600" + "840064" + "00";

    /** Unsecured data around three octets. */
    private static final String UNSECURED = "038003010203";

    /** The certificate of the European trust list manager (level 2): 2023-08-22T21:59:58Z to 2027-08-22T21:16:46Z. */
    private static final String TRUST_LIST_MANAGER =
            "800300810110810945552d544c4d5f4c32000000000024f1cce386000401018002027081030201c88082318278767861671dbc0d8df368b3c2"
                    + "5bb3e06f1a74156e41e455f82fd9cd0f8eee44de5e18ac07f551cde6787db3de5d4c6f8261806405e9010ebbd4cc052760aa7f2e981994454e"
                    + "d13cc419f911a2b1a4dd212a85e4234b04c93c35b5f53b38e1d08e96686988167f39fcfa86ec166da0e33686c36acf923d0d3d9ae4fce69726"
                    + "d9824edb1abc3833efeea9dc2893fefbc2dab4cc";

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

    /** A certificate request of IEEE 1609.2.1 in its message, for a certificate with the role of an end entity. */
    @Test
    void inspectShowsWhatStandsInOpaqueOctets() throws IOException {
        String key = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20";
        String ssp = "0101" + "80" + "0123" + "80" + "03" + "8c0002";
        String certificate = "10" + "83" + "000000" + "0000" + "20000000" + "840001" + ssp + "808082" + key;
        String request = "00" + "0285800002" + "20000000" + "00" + certificate + "82" + "8080" + key + key;
        String spdu = "0383" + "81%02x".formatted(request.length() / 2) + request;
        for (String type : List.of("", "--type=EeEcaCertRequestSpdu")) {
            List<String> arguments = new ArrayList<>(List.of("inspect", file("request.spdu", spdu)));
            if (!type.isEmpty()) {
                arguments.add(type);
            }
            assertEquals(ExitCode.OK, scms.execute(arguments.toArray(String[]::new)), err::toString);
            assertTrue(out.toString().contains("content: eca-ee eeEcaCertRequest"), out.toString());
            assertTrue(out.toString().contains("SecurityMgmtSsp: ee"), out.toString());
            out.getBuffer().setLength(0);
        }
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
                err.toString()
                        .matches(
                                "scms: .*garbage: read as Ieee1609Dot2Data: offset \\d+, .*: expected .*, found .* \\(.*\\)\\s+"),
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
        assertTrue(
                err.toString().contains("broken.cert: read as Certificate: offset 6, toBeSigned.id"), err.toString());
    }

    @Test
    void certificateIsNamedByItsHashAndItsValidityResolved() throws IOException {
        assertEquals(ExitCode.OK, scms.execute("inspect", file("tlm.cert", TRUST_LIST_MANAGER)));
        assertTrue(out.toString().contains("Certificate  (HashedId8 e7a4b2b045e7acf9)"), out.toString());
        assertTrue(out.toString().contains("validityPeriod  (until 2027-08-22T21:16:46Z)"), out.toString());
        assertTrue(out.toString().contains("psid: 624  (ETSI CTL)"), out.toString());
        assertEquals(ExitCode.OK, scms.execute("inspect", "--json", file("tlm.cert", TRUST_LIST_MANAGER)));
        assertTrue(out.toString().contains("{\"#\":\"HashedId8 e7a4b2b045e7acf9\",\"version\":3,"), out.toString());
    }

    @Test
    void countIsLastButForTheRoundTripAndBesideJson() throws IOException {
        String log = file("log", UNSECURED + UNSECURED);
        assertEquals(ExitCode.OK, scms.execute("inspect", "--stream", "--roundtrip", log));
        assertEquals(
                List.of("2 messages in 12 octets", "roundtrip: identical"),
                out.toString().lines().toList());
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.OK, scms.execute("inspect", "--stream", "--json", log));
        assertEquals(2, out.toString().lines().count());
        assertEquals("2 messages in 12 octets", err.toString().strip());
    }

    @Test
    void streamThatDiffersSaysWhereInTheFile() throws IOException {
        String log = file("log", UNSECURED + "0380810101");
        assertEquals(ExitCode.NEGATIVE, scms.execute("inspect", "--stream", "--roundtrip", log));
        assertTrue(out.toString().endsWith("roundtrip: differs at offset 8" + System.lineSeparator()), out.toString());
    }

    @Test
    void octetsThatOnlyLookLikeAMessageAreNoStream() throws IOException {
        assertEquals(
                ExitCode.UNREADABLE, scms.execute("inspect", "--stream", file("noise", "55" + "03800101".repeat(9))));
        assertTrue(err.toString().contains("offset 0"), err.toString());
    }

    @Test
    void severalMessagesAsOneValuePointToStream() throws IOException {
        assertEquals(ExitCode.UNREADABLE, scms.execute("inspect", file("log", UNSECURED + UNSECURED)));
        assertTrue(err.toString().contains("offset 6: expected end of Ieee1609Dot2Data"), err.toString());
        assertTrue(err.toString().contains("--stream"), err.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'', it is empty",
        "'{\"a\": 1}', 'JSON text, not an encoding'",
        "'<a/>', 'XML text, not an encoding'",
        "'-----BEGIN CERTIFICATE-----', 'PEM text'",
        "'0380 03010203', --hex",
        "'a note', 'text, not an encoding'",
        "'\u001f\u008b\u0008', gzip",
        "'PK\u0003\u0004', ZIP",
    })
    void foreignFormatIsNamedInOneLine(String content, String named) throws IOException {
        Path file = Files.writeString(folder.resolve("foreign"), content, StandardCharsets.ISO_8859_1);
        assertEquals(ExitCode.UNREADABLE, scms.execute("inspect", file.toString()));
        assertEquals(ExitCode.UNREADABLE, scms.execute("verify", file.toString(), "--trust", folder.toString()));
        assertEquals(
                List.of(true, true),
                err.toString()
                        .lines()
                        .map(line -> line.startsWith("scms: " + file + ": ") && line.contains(named))
                        .toList(),
                err.toString());
    }

    @ParameterizedTest
    @CsvSource({"038, '3 hex digits'", "'03 8g', 'offset 4: expected a hex digit, found octet 67'"})
    void wrongHexDigitsAreRefusedWithTheirPlace(String text, String why) throws IOException {
        Path hex = Files.writeString(folder.resolve("data.hex"), text);
        assertEquals(ExitCode.UNREADABLE, scms.execute("inspect", "--hex", hex.toString()));
        assertTrue(err.toString().contains(why), err.toString());
    }

    @Test
    void hexMayBeginWithItsPrefix() throws IOException {
        Path hex = Files.writeString(folder.resolve("data.hex"), "0x" + UNSECURED);
        assertEquals(ExitCode.OK, scms.execute("inspect", "--hex", hex.toString()));
    }

    @Test
    void folderAndFileBeyondTheLimitAreRefusedUnread() throws IOException {
        assertEquals(ExitCode.UNREADABLE, scms.execute("inspect", folder.toString()));
        assertTrue(err.toString().contains("a folder, not a file"), err.toString());
        Path sparse = folder.resolve("sparse");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        assertEquals(ExitCode.UNREADABLE, scms.execute("inspect", sparse.toString()));
        assertTrue(err.toString().contains("sparse: larger than 67108864 octets"), err.toString());
        // Beside certificates it is passed over.
        String certificate = file("tlm.cert", TRUST_LIST_MANAGER);
        assertEquals(
                ExitCode.OK, scms.execute("verify", certificate, "--trust", folder.toString(), "--at", "2025-01-01"));
    }

    @Test
    void fileNameCannotMoveTheTerminal() {
        assertEquals(ExitCode.UNREADABLE, scms.execute("inspect", "no\u001b[31m\nsuch"));
        assertEquals(
                "scms: no\\u001b[31m\\u000asuch: no such file", err.toString().strip());
    }

    @ParameterizedTest
    @CsvSource({
        "2023-08-22T21:59:57Z, 1, INVALID: VALID_AT_TIME",
        "2023-08-22T21:59:58Z, 0, VALID",
        "2025-01-01, 0, VALID",
        "2027-08-22T23:16:45+02:00, 0, VALID",
        "2027-08-22T21:16:46Z, 1, INVALID: VALID_AT_TIME",
    })
    void certificateIsJudgedAtTheTimeAskedFor(String at, int exitCode, String verdict) throws IOException {
        String certificate = file("tlm.cert", TRUST_LIST_MANAGER);
        assertEquals(exitCode, scms.execute("verify", certificate, "--trust", folder.toString(), "--at", at));
        assertEquals(
                "trust: anchors 1, other certificates 0",
                out.toString().lines().findFirst().orElseThrow());
        assertTrue(out.toString().endsWith(verdict + System.lineSeparator()), out.toString());
    }

    @Test
    void certificateOfAStrangerIsInvalid() throws IOException {
        String certificate = file("tlm.cert", TRUST_LIST_MANAGER);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(ExitCode.NEGATIVE, scms.execute("verify", certificate, "--trust", empty.toString()));
        assertTrue(out.toString().contains("INVALID: TRUST_ANCHOR"), out.toString());
    }

    @Test
    void issuerThatIsMissingIsNamedByItsHash() throws IOException {
        // Self-signed with SHA-384 becomes issued by 0102030405060708.
        String issued = TRUST_LIST_MANAGER.replaceFirst("^8003008101", "80030080" + "0102030405060708");
        assertEquals(
                ExitCode.NEGATIVE, scms.execute("verify", file("issued.cert", issued), "--trust", folder.toString()));
        assertTrue(out.toString().contains("certificate 0102030405060708 is not at hand"), out.toString());
    }

    @Test
    void octetsBehindACertificateAreNotVerifiedAway() throws IOException {
        String longer = file("longer.cert", TRUST_LIST_MANAGER + "00");
        assertEquals(ExitCode.UNREADABLE, scms.execute("verify", longer, "--trust", folder.toString()));
        assertTrue(err.toString().contains("offset 191: expected end of Certificate"), err.toString());
    }

    @Test
    void nothingTrustedAndUnreadableTimesAreUsageErrors() throws IOException {
        String certificate = file("tlm.cert", TRUST_LIST_MANAGER);
        assertEquals(ExitCode.UNREADABLE, scms.execute("verify", certificate));
        assertTrue(err.toString().contains("--trust or --anchor"), err.toString());
        for (String at : List.of("yesterday", "1900-01-01", "+999999999-01-01T00:00:00Z")) {
            err.getBuffer().setLength(0);
            assertEquals(ExitCode.UNREADABLE, scms.execute("verify", certificate, "--anchor", certificate, "--at", at));
            assertTrue(err.toString().startsWith("scms: Invalid value for option '--at': '" + at), err.toString());
            assertFalse(err.toString().contains("java."), err.toString());
        }
    }

    @Test
    void unsignedCrlIsRefused() throws IOException {
        String certificate = file("tlm.cert", TRUST_LIST_MANAGER);
        String crl = file("crl", UNSECURED);
        assertEquals(ExitCode.UNREADABLE, scms.execute("verify", certificate, "--trust", certificate, "--crl", crl));
        assertTrue(err.toString().contains("crl: it is not signed data"), err.toString());
    }
}
