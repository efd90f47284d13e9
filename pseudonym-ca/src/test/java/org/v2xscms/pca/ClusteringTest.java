package org.v2xscms.pca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.oer.Octets;

/**
 * From everything in the PCA's database an evaluator tries to say which certificates belong to one device, and the generator
 * of the fleet says how often it was right. It uses three signs: a value that some certificates share and others do not,
 * neighbours in storage, and likeness of the octets.
 */
class ClusteringTest {

    private static final int DEVICES = 12;
    private static final int CERTIFICATES = 10;
    private static final int BATCHES = 3;

    @TempDir
    private Path folder;

    /** One certificate as the database shows it: column values by name, and its true device. */
    private record Seen(Map<String, String> columns, int device) {}

    @Test
    void databaseOfThePcaGroupsNoCertificatesBetterThanChance() throws Exception {
        try (TestCa ca = new TestCa(folder, true)) {
            ca.offerKeys();
            Map<String, Integer> owners = provision(ca);
            for (String table : List.of("pca.issued", "issuance.intent", "issuance.outcome")) {
                List<Seen> seen = read(ca, table, owners);
                assertEquals(DEVICES * CERTIFICATES, seen.size(), table);
                assertEquals(Set.of(), sharedColumns(seen), table);
                assertFalse(isTelling(neighbours(seen)), table + " by order");
                assertFalse(isTelling(alike(seen)), table + " by likeness");
            }
            assertEquals(List.of(), ca.rows("select 1 from issuance.pending"), "nothing names a batch any more");
            assertEquals(
                    List.of(List.of("issuance.period.expires")),
                    ca.rows("select table_schema || '.' || table_name || '.' || column_name"
                            + " from information_schema.columns where (data_type like '%time%' or data_type = 'date')"
                            + " and table_schema not in ('pg_catalog', 'information_schema')"
                            + " and table_name <> 'migration'"),
                    "no time stands beside a certificate");
        }
    }

    @Test
    void evaluatorSeesWhatWouldGroupCertificates() {
        List<Seen> planted = new ArrayList<>();
        Random random = new Random(1);
        for (int device = 0; device < DEVICES; device++) {
            for (int n = 0; n < CERTIFICATES; n++) {
                byte[] value = new byte[32];
                random.nextBytes(value);
                value[0] = value[1] = value[2] = value[3] = value[4] = value[5] = value[6] = (byte) (17 * device);
                planted.add(new Seen(
                        Map.of(
                                "batch",
                                "b" + device,
                                "value",
                                "\\x" + HexFormat.of().formatHex(value)),
                        device));
            }
        }
        assertEquals(Set.of("batch"), sharedColumns(planted));
        assertTrue(isTelling(neighbours(planted)));
        assertTrue(isTelling(alike(planted)));
    }

    /** Provisions a fleet in mixed batches, and answers the device of each linkage value and request. */
    private static Map<String, Integer> provision(TestCa ca) throws Exception {
        Map<String, Integer> owners = new HashMap<>();
        List<Octets> requests = new ArrayList<>();
        for (int number = 0; number < DEVICES; number++) {
            TestDevice device =
                    new TestDevice(ca.linkage, TestDevice.Kind.COMPACT, CertificateType.EXPLICIT, ca.present());
            for (int j = 0; j < CERTIFICATES; j++) {
                requests.add(device.request(ca.present(), j));
                owners.put(device.linkageValue(ca.present(), j).hex(), number);
            }
        }
        Collections.shuffle(requests, new Random(7));
        int size = requests.size() / BATCHES;
        for (int from = 0; from < requests.size(); from += size) {
            ca.batch(requests.subList(from, from + size)).forEach(TestCa::response);
        }
        return owners;
    }

    /** In the order of storage. The truth is looked up by the linkage value in the row, which every table leads to. */
    private static List<Seen> read(TestCa ca, String table, Map<String, Integer> owners) throws SQLException {
        List<String> names = ca
                .rows("select column_name from information_schema.columns where table_schema || '.' || table_name = '"
                        + table + "' order by ordinal_position")
                .stream()
                .map(List::getFirst)
                .toList();
        String joined = table.equals("pca.issued")
                ? "select encode(linkage_value, 'hex'), t.* from pca.issued t order by t.tableoid, t.ctid"
                : "select encode(p.linkage_value, 'hex'), t.* from " + table + " t join pca.issued p on t.request_id ="
                        + " sha256(substring(int4send(p.i) from 3) || p.linkage_value) order by t.tableoid, t.ctid";
        List<Seen> seen = new ArrayList<>();
        for (List<String> row : ca.rows(joined)) {
            Map<String, String> columns = new HashMap<>();
            IntStream.range(0, names.size()).forEach(n -> columns.put(names.get(n), row.get(n + 1)));
            seen.add(new Seen(columns, Objects.requireNonNull(owners.get(row.getFirst()))));
        }
        return seen;
    }

    /** The columns by which some rows are alike and others are not. */
    private static Set<String> sharedColumns(List<Seen> seen) {
        Set<String> shared = new TreeSet<>();
        for (String column : seen.getFirst().columns().keySet()) {
            long values = seen.stream()
                    .map(row -> row.columns().get(column))
                    .distinct()
                    .count();
            if (values != 1 && values != seen.size()) {
                shared.add(column);
            }
        }
        return shared;
    }

    /** How often two rows that are stored one after the other belong to one device. */
    private static double neighbours(List<Seen> seen) {
        long right = IntStream.range(1, seen.size())
                .filter(n -> seen.get(n).device() == seen.get(n - 1).device())
                .count();
        return (double) right / (seen.size() - 1);
    }

    /** How often the row whose octets differ least from a row's belongs to the same device. */
    private static double alike(List<Seen> seen) {
        List<byte[]> octets = seen.stream().map(ClusteringTest::octets).toList();
        long right = 0;
        for (int one = 0; one < seen.size(); one++) {
            int nearest = -1;
            int least = Integer.MAX_VALUE;
            for (int other = 0; other < seen.size(); other++) {
                int difference = other == one ? Integer.MAX_VALUE : difference(octets.get(one), octets.get(other));
                if (difference < least) {
                    least = difference;
                    nearest = other;
                }
            }
            right += seen.get(nearest).device() == seen.get(one).device() ? 1 : 0;
        }
        return (double) right / seen.size();
    }

    private static byte[] octets(Seen row) {
        StringBuilder hex = new StringBuilder();
        new TreeSet<>(row.columns().keySet()).forEach(name -> {
            String value = Objects.requireNonNull(row.columns().get(name));
            if (value.startsWith("\\x")) {
                hex.append(value.substring(2));
            }
        });
        return HexFormat.of().parseHex(hex);
    }

    private static int difference(byte[] one, byte[] other) {
        int bits = Math.abs(one.length - other.length) * 8;
        for (int at = 0; at < Math.min(one.length, other.length); at++) {
            bits += Integer.bitCount((one[at] ^ other[at]) & 0xff);
        }
        return bits;
    }

    /** Whether a share of right guesses lies more than five standard deviations above what guessing blindly gives. */
    private static boolean isTelling(double share) {
        int rows = DEVICES * CERTIFICATES;
        double chance = (CERTIFICATES - 1.0) / (rows - 1);
        return share > chance + 5 * Math.sqrt(chance * (1 - chance) / rows);
    }
}
