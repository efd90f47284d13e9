package org.v2xscms.ra.provisioning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.ra.device.DeviceId;
import org.v2xscms.ra.request.RequestRows;
import org.v2xscms.ra.request.Wish;

/** Which weeks are to be prepared: {@code ra.progress}, one row for each request that has weeks left. */
final class DueRows {

    private DueRows() {}

    /**
     * A request with weeks to prepare.
     *
     * @param nextI the first of them
     * @param lastI the last one the request is answered for
     */
    record Due(HashedId8 requestHash, DeviceId device, Wish.Weekly wish, int series, int nextI, int lastI) {}

    /** Some requests that have a week up to {@code horizon} to prepare, of devices that are not blocked. */
    static List<Due> find(Connection connection, long horizon, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select p.request_hash, r.device, r.request,"
                + " r.series, p.next_i, p.last_i from ra.progress p join ra.request r using (request_hash)"
                + " where p.next_i <= ? and not exists (select 1 from ra.blocked b where b.device = r.device)"
                + " order by p.next_i limit ?")) {
            query.setLong(1, horizon);
            query.setInt(2, most);
            List<Due> due = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (RequestRows.wish(Octets.of(rows.getBytes(3))) instanceof Wish.Weekly wish) {
                        due.add(new Due(
                                new HashedId8(Octets.of(rows.getBytes(1))),
                                new DeviceId(Octets.of(rows.getBytes(2))),
                                wish,
                                rows.getInt(4),
                                rows.getInt(5),
                                rows.getInt(6)));
                    }
                }
            }
            return due;
        }
    }

    /** Notes that the weeks before {@code nextI} are prepared; false where somebody else did so before. */
    static boolean advance(Connection connection, Due due, int nextI) throws SQLException {
        boolean done = nextI > due.lastI();
        String statement = done
                ? "delete from ra.progress where request_hash = ? and next_i = ?"
                : "update ra.progress set next_i = " + nextI + " where request_hash = ? and next_i = ?";
        try (PreparedStatement change = connection.prepareStatement(statement)) {
            change.setBytes(1, due.requestHash().octets().toByteArray());
            change.setInt(2, due.nextI());
            return change.executeUpdate() == 1;
        }
    }
}
