package org.v2xscms.pca.issue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.database.BinaryCopy;
import org.v2xscms.messages.RequestDigest;
import org.v2xscms.pca.certificate.Origin;
import org.v2xscms.pca.certificate.PlannedCertificate;

/**
 * The record of pseudonym certificates: linkage value, its two shares, the request and the RA, by i-period. Rows are stored
 * in the order of their linkage values, which is no order at all.
 */
public final class IssuedCertificates {

    private final AuthorityDatabase database;
    private final Set<Integer> open = ConcurrentHashMap.newKeySet();

    public IssuedCertificates(AuthorityDatabase database) {
        this.database = database;
    }

    /** Where a pseudonym certificate came from. */
    public record Source(RequestDigest request, HashedId8 ra) {}

    /** Makes room for the periods of the plans. */
    void open(Collection<PlannedCertificate> plans) {
        for (PlannedCertificate plan : plans) {
            if (plan.toBeSigned().value().id() instanceof LinkageData data
                    && !open.contains(data.iCert().value())) {
                int i = data.iCert().value();
                database.inTransaction("opening a period of issued certificates", connection -> {
                    try (PreparedStatement statement = connection.prepareStatement("select pca.open_period(?)")) {
                        statement.setInt(1, i);
                        return statement.execute();
                    }
                });
                open.add(i);
            }
        }
    }

    /** Stores the rows in the caller's transaction; the primary key refuses a linkage value that was issued before. */
    long store(Connection connection, Collection<PlannedCertificate> plans) throws SQLException {
        record Row(LinkageData data, Origin origin) {}
        List<Row> rows = plans.stream()
                .filter(plan -> plan.origin() != null)
                .map(plan -> new Row((LinkageData) plan.toBeSigned().value().id(), plan.origin()))
                .sorted(Comparator.comparing(row -> row.data().linkageValue().octets()))
                .toList();
        if (rows.isEmpty()) {
            return 0;
        }
        BinaryCopy copy = new BinaryCopy(6);
        for (Row row : rows) {
            copy.row(
                    row.data().iCert().value(),
                    row.data().linkageValue().octets(),
                    row.origin().plv1(),
                    row.origin().plv2(),
                    row.origin().request().octets(),
                    row.origin().ra().octets());
        }
        return copy.into(
                connection, "copy pca.issued (i, linkage_value, plv1, plv2, request, ra) from stdin (format binary)");
    }

    /** Which request led to the certificate with this linkage value. */
    public Optional<Source> find(Connection connection, int i, Octets linkageValue) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select request, ra from pca.issued where i = ? and linkage_value = ?")) {
            statement.setInt(1, i);
            statement.setBytes(2, linkageValue.toByteArray());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Source(
                                new RequestDigest(Octets.of(row.getBytes(1))),
                                new HashedId8(Octets.of(row.getBytes(2)))))
                        : Optional.empty();
            }
        }
    }

    /** Drops the rows of all periods before the given one, as the owner role, and counts the periods. */
    int dropBefore(int i) {
        int dropped = database.asOwner("dropping periods of issued certificates", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select pca.drop_before(?)")) {
                statement.setInt(1, i);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
        open.clear();
        return dropped;
    }
}
