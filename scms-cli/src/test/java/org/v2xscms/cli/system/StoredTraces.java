package org.v2xscms.cli.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.database.PasswordFile;

/**
 * All that the authorities of an installation keep: every row of every table and every file of each home, by authority;
 * and what they share, the log of the process and of the database server, as {@link #LOG}.
 *
 * <p>Everything is compared as octets, in which a value is looked for as itself, in hexadecimal and in Base64.
 */
final class StoredTraces {

    static final String LOG = "log";

    private final Map<String, byte[]> places = new TreeMap<>();

    private StoredTraces() {}

    static StoredTraces of(DataFolder data, String log) throws IOException, SQLException {
        StoredTraces traces = new StoredTraces();
        for (AuthorityService service : AuthorityService.values()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(tables(data, service.id()));
            all.write(files(data.homeOf(service.id())));
            traces.places.put(service.id(), all.toByteArray());
        }
        ByteArrayOutputStream shared = new ByteArrayOutputStream();
        shared.write(log.getBytes(StandardCharsets.UTF_8));
        shared.write(Files.readAllBytes(data.postgres().resolve("server.log")));
        traces.places.put(LOG, shared.toByteArray());
        return traces;
    }

    /** Where {@code value} stands. */
    Set<String> of(Octets value) {
        List<byte[]> forms = List.of(
                value.toByteArray(),
                ascii(value.hex()),
                ascii(value.hex().toUpperCase(Locale.ROOT)),
                ascii(Base64.getEncoder().encodeToString(value.toByteArray())),
                ascii(Base64.getUrlEncoder().withoutPadding().encodeToString(value.toByteArray())));
        Set<String> found = new TreeSet<>();
        places.forEach((place, content) -> {
            if (forms.stream().anyMatch(form -> contains(content, form))) {
                found.add(place);
            }
        });
        return found;
    }

    /** A connection to an authority's database as its owner, who sees and may change all of it. */
    static Connection owner(DataFolder data, String authority) throws SQLException, IOException {
        List<String> pid = Files.readAllLines(data.postgres().resolve("data").resolve("postmaster.pid"));
        int portLine = 3;
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + pid.get(portLine) + "/" + authority,
                authority + "_owner",
                PasswordFile.read(data.passwords().resolve(authority).resolve("owner.password")));
    }

    private static byte[] tables(DataFolder data, String authority) throws SQLException, IOException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = owner(data, authority);
                Statement statement = connection.createStatement()) {
            List<String> tables = column(
                    statement,
                    "select format('%I.%I', schemaname, tablename) from pg_tables"
                            + " where schemaname not in ('pg_catalog', 'information_schema')");
            for (String table : tables) {
                column(statement, "select t::text from " + table + " t")
                        .forEach(row -> dump.append(table).append(row).append('\n'));
            }
        }
        return dump.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static byte[] files(Path home) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.write(ascii(file + "\n"));
                all.write(Files.readAllBytes(file));
            }
        }
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean contains(byte[] content, byte[] value) {
        // One octet is one character in ISO 8859-1.
        return new String(content, StandardCharsets.ISO_8859_1)
                .contains(new String(value, StandardCharsets.ISO_8859_1));
    }
}
