package org.v2xscms.ra.block;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.messages.CaseId;
import org.v2xscms.messages.RequestDigest;
import org.v2xscms.ra.device.DeviceId;

/** From the digest of a request to a device, and how far its certificates reach. */
final class BlockRows {

    private BlockRows() {}

    /**
     * How far a device's pseudonyms reach.
     *
     * @param lastI the last i-period it may have some in
     * @param jMax the most in one period
     */
    record Reach(int lastI, int jMax) {}

    /** The device for whose pseudonyms a request was made. */
    static Optional<DeviceId> find(Connection connection, RequestDigest request) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select device from ra.week where hpcr @> array[?] and series = 1")) {
            query.setBytes(1, request.octets().toByteArray());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new DeviceId(Octets.of(row.getBytes(1)))) : Optional.empty();
            }
        }
    }

    static Reach reach(Connection connection, DeviceId device) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select max(i), max(cardinality(hpcr)) from ra.week where device = ? and series = 1")) {
            query.setBytes(1, device.octets().toByteArray());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Reach(row.getInt(1), row.getInt(2));
            }
        }
    }

    /** Binds a case to a request; false where it is bound to another one. */
    static boolean bind(Connection connection, CaseId caseId, RequestDigest request) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into ra.verdict (case_id, hpcr) values (?, ?) on conflict do nothing");
                PreparedStatement query =
                        connection.prepareStatement("select 1 from ra.verdict where case_id = ? and hpcr = ?")) {
            for (PreparedStatement statement : new PreparedStatement[] {insert, query}) {
                statement.setBytes(1, caseId.octets().toByteArray());
                statement.setBytes(2, request.octets().toByteArray());
            }
            insert.executeUpdate();
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
