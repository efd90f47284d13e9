package org.v2xscms.kernel.intent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.v2xscms.kernel.database.DatabaseFault;
import org.v2xscms.kernel.database.Transactions;

/** Advisory locks of a database session: they outlive transactions and end with the connection. */
final class UnitLocks {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";

    private UnitLocks() {}

    static boolean tryLock(Connection connection, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, number);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Waits up to {@code patience} for each and returns those it got. */
    static Set<Long> lockAll(Connection connection, Set<Long> numbers, Duration patience) throws SQLException {
        Set<Long> held = new HashSet<>();
        for (long number : numbers) {
            if (tryLock(connection, number) || await(connection, number, patience)) {
                held.add(number);
            }
        }
        return held;
    }

    /** A connection that cannot say it let go is ended, which lets go as well. */
    static void releaseAll(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            abort(connection, e);
        }
    }

    private static boolean await(Connection connection, long number, Duration patience) {
        try {
            return Transactions.run(connection, "waiting for a unit of work", transaction -> {
                try (Statement statement = transaction.createStatement()) {
                    statement.execute("set local lock_timeout = " + Math.max(1, patience.toMillis()));
                    return statement.execute("select pg_advisory_lock(" + number + ")");
                }
            });
        } catch (DatabaseFault e) {
            if (e.sqlState().equals(LOCK_NOT_AVAILABLE) || e.sqlState().equals(DEADLOCK)) {
                return false;
            }
            throw e;
        }
    }

    private static void abort(Connection connection, SQLException reason) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            reason.addSuppressed(e);
            throw new DatabaseFault("letting go of a unit of work", reason);
        }
    }
}
