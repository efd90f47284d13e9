package org.v2xscms.kernel.operator;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.v2xscms.codec.oer.Octets;

/**
 * How many identities an authority resolves a day, whatever the misbehaviour authority asks. Each case counts once for
 * each kind of order; a repeated order is free.
 */
public final class WarrantBudget {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final InstantSource clock;

    public WarrantBudget(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Spends one in the caller's transaction.
     *
     * @param kind the kind of order, a short name
     * @param caseId whose order it is
     * @param perDay the greatest number of cases on one day
     * @return whether there was one left, or the case had spent one before
     */
    public boolean spend(Connection connection, String kind, Octets caseId, int perDay) throws SQLException {
        long day = Math.floorDiv(clock.instant().getEpochSecond(), DAY);
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?))");
                PreparedStatement known =
                        connection.prepareStatement("select 1 from warrant.spent where kind = ? and case_id = ?");
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from warrant.spent where kind = ? and day = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into warrant.spent (kind, day, case_id) values (?, ?, ?)")) {
            lock.setString(1, "warrant " + kind);
            lock.execute();
            known.setString(1, kind);
            known.setBytes(2, caseId.toByteArray());
            try (ResultSet rows = known.executeQuery()) {
                if (rows.next()) {
                    return true;
                }
            }
            count.setString(1, kind);
            count.setLong(2, day);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                if (rows.getLong(1) >= perDay) {
                    return false;
                }
            }
            insert.setString(1, kind);
            insert.setLong(2, day);
            insert.setBytes(3, caseId.toByteArray());
            return insert.executeUpdate() == 1;
        }
    }
}
