package org.v2xscms.ma.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;

/** Runs statements whose parameters are {@link Octets}, strings and numbers. */
public final class Statements {

    private Statements() {}

    /** Makes a value of one row. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Inserts, and says how many rows: 0 where the statement leaves a row that is there as it is. */
    public static int insert(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /** All rows. */
    public static <T> List<T> all(
            Connection connection, String sql, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            List<T> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(reader.read(rows));
                }
            }
            return values;
        }
    }

    /** The first row, if there is one. */
    public static <T> Optional<T> first(
            Connection connection, String sql, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        return all(connection, sql, reader, parameters).stream().findFirst();
    }

    /** Waits until no other transaction holds the lock of this name, and holds it to the end of this one. */
    public static void lock(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, name);
            statement.execute();
        }
    }

    /** A column of octets that is never null. */
    public static Octets octets(ResultSet row, String column) throws SQLException {
        return Octets.of(row.getBytes(column));
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int n = 0; n < parameters.length; n++) {
            switch (parameters[n]) {
                case null -> statement.setNull(n + 1, Types.NULL);
                case Octets octets -> statement.setBytes(n + 1, octets.toByteArray());
                case String text -> statement.setString(n + 1, text);
                case Integer number -> statement.setInt(n + 1, number);
                case Long number -> statement.setLong(n + 1, number);
                default -> throw new IllegalArgumentException("no parameter of " + parameters[n].getClass());
            }
        }
    }
}
