package org.v2xscms.ra.provisioning;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.ra.device.DeviceId;

/** Device-weeks in the database: one row each, so that a fleet's week is a scan of one partition. */
public final class WeekRows {

    private static final String OPEN =
            "select i, request_hash, device, requests, responses from ra.week w where state = 0"
                    + " and not exists (select 1 from ra.blocked b where b.device = w.device)";

    private WeekRows() {}

    /** A week's answers, by j, when all are there. */
    public static Optional<List<Octets>> complete(Connection connection, HashedId8 requestHash, int i)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select responses from ra.week where i = ? and request_hash = ? and state = 1")) {
            query.setInt(1, i);
            query.setBytes(2, requestHash.octets().toByteArray());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                List<Octets> answers = new ArrayList<>();
                for (Octets answer : octets(row.getArray(1))) {
                    if (answer == null) {
                        throw new IllegalStateException("a complete week lacks an answer");
                    }
                    answers.add(answer);
                }
                return Optional.of(answers);
            }
        }
    }

    /** Stores a week before anything of it leaves; {@code series} as in {@code ra.request}. */
    static void insert(Connection connection, Week week, @Nullable Integer series) throws SQLException {
        try (PreparedStatement open = connection.prepareStatement("select ra.open_period(?)");
                PreparedStatement insert = connection.prepareStatement("insert into ra.week (i, request_hash, device,"
                        + " series, requests, hpcr, responses) values (?, ?, ?, ?, ?, ?, ?)")) {
            open.setInt(1, week.key().i());
            open.execute();
            insert.setInt(1, week.key().i());
            insert.setBytes(2, week.key().requestHash().octets().toByteArray());
            insert.setBytes(3, week.device().octets().toByteArray());
            insert.setObject(4, series, Types.SMALLINT);
            insert.setArray(5, array(connection, week.requests()));
            insert.setArray(6, array(connection, week.digests()));
            insert.setArray(7, array(connection, week.responses()));
            insert.executeUpdate();
        }
    }

    /** Stores what has been answered; the requests go when nothing is open any more. */
    static void update(Connection connection, Collection<Week> weeks) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update ra.week set responses = ?, state = ?,"
                + " requests = case when ? then requests end where i = ? and request_hash = ? and state = 0")) {
            for (Week week : weeks) {
                update.setArray(1, array(connection, week.responses()));
                update.setInt(2, week.state().code());
                update.setBoolean(3, week.state() == Week.State.OPEN);
                update.setInt(4, week.key().i());
                update.setBytes(5, week.key().requestHash().octets().toByteArray());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** All weekly certificates that are still to be answered, of devices that are not blocked. */
    static List<Week> openWeeks(Connection connection) throws SQLException {
        return open(connection, OPEN + " and series is not null");
    }

    /** Some single certificates that are still to be answered, of devices that are not blocked. */
    static List<Week> openSingles(Connection connection, int most) throws SQLException {
        return open(connection, OPEN + " and series is null limit " + most);
    }

    private static List<Week> open(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<Week> weeks = new ArrayList<>();
            while (rows.next()) {
                weeks.add(new Week(
                        new Week.Key(rows.getInt(1), new HashedId8(Octets.of(rows.getBytes(2)))),
                        new DeviceId(Octets.of(rows.getBytes(3))),
                        octets(rows.getArray(4)).stream()
                                .map(Objects::requireNonNull)
                                .toList(),
                        octets(rows.getArray(5))));
            }
            return weeks;
        }
    }

    private static Array array(Connection connection, List<? extends @Nullable Octets> parts) throws SQLException {
        byte[] @Nullable [] octets = new byte[parts.size()][];
        for (int j = 0; j < octets.length; j++) {
            Octets part = parts.get(j);
            octets[j] = part == null ? null : part.toByteArray();
        }
        return connection.createArrayOf("bytea", octets);
    }

    private static List<@Nullable Octets> octets(Array array) throws SQLException {
        byte[] @Nullable [] parts = (byte[] @Nullable []) array.getArray();
        List<@Nullable Octets> octets = new ArrayList<>();
        for (byte @Nullable [] part : parts) {
            octets.add(part == null ? null : Octets.of(part));
        }
        return octets;
    }
}
