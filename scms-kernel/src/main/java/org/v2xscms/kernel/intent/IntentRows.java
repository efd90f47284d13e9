package org.v2xscms.kernel.intent;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.database.BinaryCopy;

/** The statements of the intent store. Each takes any number of rows. */
final class IntentRows {

    private static final String COLUMNS = "i.period, i.request_id, i.request_hash, i.issuer, i.profile_version,"
            + " coalesce(p.unit_lock, 0), i.signatures, case when o.request_id is null then i.to_be_signed end, o.answer,"
            + " o.abandoned";

    private IntentRows() {}

    /** Makes room for the period; false if it was dropped. */
    static boolean openPeriod(Connection connection, Period period) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select issuance.open_period(?, ?)")) {
            statement.setInt(1, period.number());
            statement.setTimestamp(2, Timestamp.from(period.expires()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    static int dropExpired(Connection connection, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select issuance.drop_expired(?)")) {
            statement.setTimestamp(1, Timestamp.from(before));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static List<KnownIntent> find(Connection connection, Collection<IntentKey> keys) throws SQLException {
        if (keys.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS
                + " from unnest(?::integer[], ?::bytea[]) as k (period, request_id)"
                + " join issuance.intent i on i.period = k.period and i.request_id = k.request_id"
                + " left join issuance.pending p on p.period = i.period and p.request_id = i.request_id"
                + " left join issuance.outcome o on o.period = i.period and o.request_id = i.request_id")) {
            setKeys(connection, statement, keys);
            return read(statement);
        }
    }

    static List<KnownIntent> pending(Connection connection, Issuer issuer, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS
                + " from issuance.pending p"
                + " join issuance.intent i on i.period = p.period and i.request_id = p.request_id"
                + " left join issuance.outcome o on o.period = i.period and o.request_id = i.request_id"
                + " where i.issuer = ? and i.profile_version = ? and o.request_id is null"
                + " and not exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.granted"
                + "   and l.database = (select oid from pg_database where datname = current_database())"
                + "   and l.objsubid = 1"
                + "   and (l.classid::bigint << 32 | l.objid::bigint) = p.unit_lock)"
                + " limit ?")) {
            statement.setString(1, issuer.name());
            statement.setInt(2, issuer.profileVersion());
            statement.setInt(3, limit);
            return read(statement);
        }
    }

    /** Stores those that are new and returns them. */
    static Set<KnownIntent> insert(Connection connection, List<KnownIntent> intents) throws SQLException {
        if (intents.isEmpty()) {
            return Set.of();
        }
        Set<IntentKey> stored = new HashSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("insert into issuance.intent (period, request_id,"
                        + " request_hash, issuer, profile_version, signatures, to_be_signed)"
                        + " select period, request_id, request_hash, ?, ?, signatures, to_be_signed from"
                        + " unnest(?::integer[], ?::bytea[], ?::bytea[], ?::integer[], ?::bytea[])"
                        + " as n (period, request_id, request_hash, signatures, to_be_signed)"
                        // In one order for all: units that store the same requests would otherwise wait in a circle.
                        + " order by period, request_id"
                        + " on conflict do nothing returning period, request_id")) {
            KnownIntent first = intents.getFirst();
            statement.setString(1, first.issuer());
            statement.setInt(2, first.profileVersion());
            statement.setArray(
                    3, integers(connection, intents, intent -> intent.key().period()));
            statement.setArray(
                    4, octets(connection, intents, intent -> intent.key().requestId()));
            statement.setArray(5, octets(connection, intents, KnownIntent::requestHash));
            statement.setArray(6, integers(connection, intents, KnownIntent::signatures));
            statement.setArray(7, octets(connection, intents, KnownIntent::toBeSigned));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    stored.add(new IntentKey(row.getInt(1), Octets.of(row.getBytes(2))));
                }
            }
        }
        // Who works on an intent stands only where its row goes with the outcome: it would tell what came together.
        BinaryCopy pending = new BinaryCopy(3);
        long unitLock = intents.getFirst().unitLock();
        stored.forEach(key -> pending.row(key.period(), key.requestId(), unitLock));
        pending.into(connection, "copy issuance.pending (period, request_id, unit_lock) from stdin (format binary)");
        Set<KnownIntent> fresh = new HashSet<>(intents);
        fresh.removeIf(intent -> !stored.contains(intent.key()));
        return fresh;
    }

    /** Stores outcomes; the primary key refuses a second one for the same intent. */
    static void finish(Connection connection, BinaryCopy outcomes, Collection<IntentKey> keys) throws SQLException {
        outcomes.into(
                connection, "copy issuance.outcome (period, request_id, answer, abandoned) from stdin (format binary)");
        try (PreparedStatement statement = connection.prepareStatement("delete from issuance.pending p"
                + " using unnest(?::integer[], ?::bytea[]) as k (period, request_id)"
                + " where p.period = k.period and p.request_id = k.request_id")) {
            setKeys(connection, statement, keys);
            statement.executeUpdate();
        }
    }

    private static void setKeys(Connection connection, PreparedStatement statement, Collection<IntentKey> keys)
            throws SQLException {
        statement.setArray(1, integers(connection, keys, IntentKey::period));
        statement.setArray(2, octets(connection, keys, IntentKey::requestId));
    }

    private static <T> Array integers(Connection connection, Collection<T> rows, Function<T, Integer> column)
            throws SQLException {
        return connection.createArrayOf("integer", rows.stream().map(column).toArray(Integer[]::new));
    }

    private static <T> Array octets(Connection connection, Collection<T> rows, Function<T, @Nullable Octets> column)
            throws SQLException {
        byte[][] values = new byte[rows.size()][];
        int at = 0;
        for (T row : rows) {
            Octets value = column.apply(row);
            if (value != null) {
                values[at] = value.toByteArray();
            }
            at++;
        }
        return connection.createArrayOf("bytea", values);
    }

    private static List<KnownIntent> read(PreparedStatement statement) throws SQLException {
        List<KnownIntent> intents = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                intents.add(new KnownIntent(
                        new IntentKey(row.getInt(1), Octets.of(row.getBytes(2))),
                        Octets.of(row.getBytes(3)),
                        row.getString(4),
                        row.getInt(5),
                        row.getLong(6),
                        row.getInt(7),
                        octets(row, 8),
                        octets(row, 9),
                        row.getString(10)));
            }
        }
        return intents;
    }

    private static @Nullable Octets octets(ResultSet row, int column) throws SQLException {
        byte @Nullable [] value = row.getBytes(column);
        return value == null ? null : Octets.of(value);
    }
}
