package org.v2xscms.ra.successor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.ra.device.DeviceId;

/** Requests for successor enrolment certificates in the database, and the ECA's answers; rows are written once. */
final class SuccessorRows {

    private SuccessorRows() {}

    /** An earlier request's acknowledgement, and whose it was. */
    record Known(DeviceId device, Octets ack) {}

    /** A request that the ECA has not answered. */
    record Open(HashedId8 requestHash, DeviceId device, HashedId8 current, Octets request) {}

    static Optional<Known> known(Connection connection, Octets spduHash) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select device, ack from ra.successor where spdu_hash = ?")) {
            query.setBytes(1, spduHash.toByteArray());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Known(new DeviceId(Octets.of(row.getBytes(1))), Octets.of(row.getBytes(2))))
                        : Optional.empty();
            }
        }
    }

    /** Whether the device has asked for a successor of {@code current} before. */
    static boolean hasAsked(Connection connection, DeviceId device, HashedId8 current) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from ra.successor s"
                + " left join ra.successor_answer a using (request_hash)"
                + " where s.device = ? and s.current = ? and (a.request_hash is null or a.response is not null)")) {
            query.setBytes(1, device.octets().toByteArray());
            query.setBytes(2, current.octets().toByteArray());
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    static boolean insert(
            Connection connection, DeviceId device, Octets spduHash, HashedId8 current, Octets request, Octets ack)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into ra.successor (request_hash, spdu_hash,"
                + " device, current, request, ack) values (?, ?, ?, ?, ?, ?) on conflict do nothing")) {
            insert.setBytes(1, HashedId8.of(spduHash).octets().toByteArray());
            insert.setBytes(2, spduHash.toByteArray());
            insert.setBytes(3, device.octets().toByteArray());
            insert.setBytes(4, current.octets().toByteArray());
            insert.setBytes(5, request.toByteArray());
            insert.setBytes(6, ack.toByteArray());
            return insert.executeUpdate() == 1;
        }
    }

    static List<Open> open(Connection connection, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select request_hash, device, current, request"
                + " from ra.successor s where not exists (select 1 from ra.successor_answer a"
                + " where a.request_hash = s.request_hash) and not exists (select 1 from ra.blocked b"
                + " where b.device = s.device) limit ?")) {
            query.setInt(1, most);
            List<Open> open = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    open.add(new Open(
                            new HashedId8(Octets.of(rows.getBytes(1))),
                            new DeviceId(Octets.of(rows.getBytes(2))),
                            new HashedId8(Octets.of(rows.getBytes(3))),
                            Octets.of(rows.getBytes(4))));
                }
            }
            return open;
        }
    }

    /** @param response null where the ECA refused */
    static boolean answer(Connection connection, HashedId8 requestHash, @Nullable Octets response) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ra.successor_answer (request_hash, response) values (?, ?) on conflict do nothing")) {
            insert.setBytes(1, requestHash.octets().toByteArray());
            insert.setBytes(2, response == null ? null : response.toByteArray());
            return insert.executeUpdate() == 1;
        }
    }

    /**
     * A request and what came of it.
     *
     * @param response null while there is none
     */
    record Found(
            DeviceId device, boolean answered, @Nullable Octets response) {}

    static Optional<Found> find(Connection connection, HashedId8 requestHash) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select s.device, a.request_hash is not null,"
                + " a.response from ra.successor s left join ra.successor_answer a using (request_hash)"
                + " where request_hash = ?")) {
            query.setBytes(1, requestHash.octets().toByteArray());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                byte[] response = row.getBytes(3);
                return Optional.of(new Found(
                        new DeviceId(Octets.of(row.getBytes(1))),
                        row.getBoolean(2),
                        response == null ? null : Octets.of(response)));
            }
        }
    }
}
