package org.v2xscms.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions over plain JDBC, for the tables where one statement for many rows matters. */
public final class Transactions {

    private Transactions() {}

    /** Takes a connection, runs {@code work}, commits. Anything thrown rolls back. */
    public static <T> T run(DataSource source, String what, DatabaseWork<T> work) {
        try (Connection connection = source.getConnection()) {
            return run(connection, what, work);
        } catch (SQLException e) {
            throw new DatabaseFault(what, e);
        }
    }

    /** Runs {@code work} in a transaction of its own on a connection that stays open. */
    public static <T> T run(Connection connection, String what, DatabaseWork<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            } finally {
                if (!connection.isClosed()) {
                    connection.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFault(what, e);
        }
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
