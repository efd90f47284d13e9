package org.v2xscms.kernel.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.database.AuthorityDatabase;

/**
 * Appends to the chain. A record is written in the transaction of the action it records, or before the action's
 * effect is visible; a failure to append is an exception, so the action fails with it.
 */
public final class AuditLog {

    private static final long COARSE_SECONDS = Duration.ofHours(1).toSeconds();

    private final AuthorityDatabase database;
    private final String authority;
    private final InstantSource clock;

    public AuditLog(AuthorityDatabase database, String authority, InstantSource clock) {
        this.database = database;
        this.authority = authority;
        this.clock = clock;
    }

    /** Appends in a transaction of its own: durable when this returns. */
    public AuditRecord append(AuditEntry entry) {
        return database.inTransaction("writing an audit record", connection -> append(connection, entry));
    }

    /**
     * Appends in the caller's transaction. The chain's end stays locked until that transaction ends, so call this late
     * in it.
     */
    public AuditRecord append(Connection connection, AuditEntry entry) throws SQLException {
        AuditRecord record = next(connection, entry);
        insert(connection, record);
        try (PreparedStatement statement =
                connection.prepareStatement("update audit.head set sequence = ?, hash = ?")) {
            statement.setLong(1, record.sequence());
            statement.setBytes(2, record.hash().toByteArray());
            statement.executeUpdate();
        }
        return record;
    }

    private AuditRecord next(Connection connection, AuditEntry entry) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("select sequence, hash from audit.head for update")) {
            if (!head.next()) {
                throw new IllegalStateException("the audit chain has lost its end");
            }
            return AuditRecord.link(
                    authority, head.getLong(1) + 1, Octets.of(head.getBytes(2)), second(entry.kind()), entry);
        }
    }

    private long second(AuditKind kind) {
        long now = clock.instant().getEpochSecond();
        return kind.isCoarse() ? now - Math.floorMod(now, COARSE_SECONDS) : now;
    }

    private static void insert(Connection connection, AuditRecord record) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into audit.record (sequence, previous_hash, kind, at, actor, facts, signatures, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setLong(1, record.sequence());
            statement.setBytes(2, record.previousHash().toByteArray());
            statement.setString(3, record.kind());
            statement.setLong(4, record.atSecond());
            statement.setString(5, record.actor());
            statement.setString(6, record.facts());
            statement.setInt(7, record.signatures());
            statement.setBytes(8, record.hash().toByteArray());
            statement.executeUpdate();
        }
    }
}
