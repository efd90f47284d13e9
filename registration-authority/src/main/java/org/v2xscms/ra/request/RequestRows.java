package org.v2xscms.ra.request;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.ra.device.DeviceId;
import org.v2xscms.ra.device.Judged;

/** Requests for authorization certificates in the database; a row is written once. */
public final class RequestRows {

    private RequestRows() {}

    /** An earlier request's answer, and whose it was. */
    public record Known(DeviceId device, Octets ack) {}

    /**
     * What a download needs to know of its request.
     *
     * @param generated the request's generationTime, TAI seconds since 2004
     * @param weekly whether there is a batch for each week
     */
    public record Asked(DeviceId device, int firstI, int lastI, long generated, boolean weekly) {}

    static Optional<Known> known(Connection connection, Octets spduHash) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select device, ack from ra.request where spdu_hash = ?")) {
            query.setBytes(1, spduHash.toByteArray());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Known(new DeviceId(Octets.of(row.getBytes(1))), Octets.of(row.getBytes(2))))
                        : Optional.empty();
            }
        }
    }

    /** Whether the device has a request for the same series and one of the same weeks. */
    static boolean hasWeeks(Connection connection, DeviceId device, Admitted admitted) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select 1 from ra.request where device = ?" + " and series = ? and first_i <= ? and last_i >= ?")) {
            query.setBytes(1, device.octets().toByteArray());
            setSeries(query, 2, admitted.series());
            query.setInt(3, admitted.lastI());
            query.setInt(4, admitted.firstI());
            return exists(query);
        }
    }

    /** Whether the device has a single certificate of the same permissions that overlaps by more than {@code seconds}. */
    static boolean hasSingle(Connection connection, DeviceId device, Admitted admitted, long seconds)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from ra.request where device = ?"
                + " and series is null and permissions = ? and least(valid_to, ?) - greatest(valid_from, ?) > ?")) {
            query.setBytes(1, device.octets().toByteArray());
            query.setBytes(2, permissions(admitted).toByteArray());
            query.setLong(3, admitted.validTo());
            query.setLong(4, admitted.validFrom());
            query.setLong(5, seconds);
            return exists(query);
        }
    }

    static int countSince(Connection connection, DeviceId device, long since) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select count(*) from ra.request where device = ? and generated >= ?")) {
            query.setBytes(1, device.octets().toByteArray());
            query.setLong(2, since);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Stores a request with its answer; false where another request has the same eight octets of hash. */
    static boolean insert(Connection connection, DeviceId device, Octets spduHash, Admitted admitted, Octets ack)
            throws SQLException {
        EeRaCertRequest request = admitted.wish().request();
        try (PreparedStatement insert = connection.prepareStatement("insert into ra.request (request_hash, spdu_hash,"
                + " device, series, permissions, first_i, last_i, valid_from, valid_to, generated, request, ack)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")) {
            insert.setBytes(1, HashedId8.of(spduHash).octets().toByteArray());
            insert.setBytes(2, spduHash.toByteArray());
            insert.setBytes(3, device.octets().toByteArray());
            setSeries(insert, 4, admitted.series());
            insert.setBytes(5, permissions(admitted).toByteArray());
            insert.setInt(6, admitted.firstI());
            insert.setInt(7, admitted.lastI());
            insert.setLong(8, admitted.validFrom());
            insert.setLong(9, admitted.validTo());
            insert.setLong(10, request.generationTime().seconds());
            insert.setBytes(11, EeRaCertRequest.CODEC.encode(request).toByteArray());
            insert.setBytes(12, ack.toByteArray());
            return insert.executeUpdate() == 1;
        }
    }

    static void insertProgress(Connection connection, HashedId8 requestHash, Admitted admitted) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ra.progress (request_hash, next_i, last_i) values (?, ?, ?)")) {
            insert.setBytes(1, requestHash.octets().toByteArray());
            insert.setInt(2, admitted.firstI());
            insert.setInt(3, admitted.lastI());
            insert.executeUpdate();
        }
    }

    /** The request that files are named by. */
    public static Optional<Asked> find(Connection connection, HashedId8 requestHash) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select device, first_i, last_i, generated, series" + " from ra.request where request_hash = ?")) {
            query.setBytes(1, requestHash.octets().toByteArray());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Asked(
                                new DeviceId(Octets.of(row.getBytes(1))),
                                row.getInt(2),
                                row.getInt(3),
                                row.getLong(4),
                                row.getObject(5) != null))
                        : Optional.empty();
            }
        }
    }

    /** A stored request as it was admitted. */
    public static Wish wish(Octets stored) {
        try {
            EeRaCertRequest request =
                    EeRaCertRequest.CODEC.decode(stored, Reading.STRICT).value();
            return switch (Wish.of(request)) {
                case Judged.Accepted<Wish>(Wish wish) -> wish;
                case Judged.Refused<Wish> _ ->
                    throw new IllegalStateException("a stored request that would be refused");
            };
        } catch (DecodeException e) {
            throw new IllegalStateException("a stored request that cannot be read", e);
        }
    }

    private static Octets permissions(Admitted admitted) {
        var wanted = admitted.wish().request().tbsCert().appPermissions();
        return HashFunction.SHA256
                .digest(wanted == null ? Octets.EMPTY : PsidSsp.SEQUENCE_OF.encode(wanted))
                .value();
    }

    private static void setSeries(PreparedStatement statement, int at, @Nullable Integer series) throws SQLException {
        if (series == null) {
            statement.setNull(at, Types.SMALLINT);
        } else {
            statement.setInt(at, series);
        }
    }

    private static boolean exists(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }
}
