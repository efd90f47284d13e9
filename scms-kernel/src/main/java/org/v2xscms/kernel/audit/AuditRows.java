package org.v2xscms.kernel.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.v2xscms.codec.oer.Octets;

/** Reads stored records without holding them all in memory. */
final class AuditRows {

    private static final int FETCH = 1000;

    private AuditRows() {}

    /** Hands over every record after {@code sequence}, in order. Runs inside a transaction, or the driver buffers all. */
    static void after(Connection connection, long sequence, Consumer<AuditRecord> sink) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select sequence, previous_hash, kind, at, actor, facts, signatures, hash from audit.record"
                        + " where sequence > ? order by sequence")) {
            statement.setFetchSize(FETCH);
            statement.setLong(1, sequence);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sink.accept(new AuditRecord(
                            row.getLong(1),
                            Octets.of(row.getBytes(2)),
                            row.getString(3),
                            row.getLong(4),
                            row.getString(5),
                            row.getString(6),
                            row.getInt(7),
                            Octets.of(row.getBytes(8))));
                }
            }
        }
    }
}
