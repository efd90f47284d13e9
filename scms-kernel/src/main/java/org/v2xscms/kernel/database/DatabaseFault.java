package org.v2xscms.kernel.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database failed or refused a statement that should have worked.
 *
 * <p>The message holds the SQL state only: statements and values of an authority must not reach a log.
 */
public final class DatabaseFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sqlState;

    public DatabaseFault(String what, SQLException cause) {
        super(what + " (SQL state " + stateOf(cause) + ")", cause);
        this.sqlState = stateOf(cause);
    }

    /** The five-character SQL state, or {@code unknown}. */
    public String sqlState() {
        return sqlState;
    }

    private static String stateOf(SQLException cause) {
        @Nullable String state = cause.getSQLState();
        return state == null ? "unknown" : state;
    }
}
