package org.v2xscms.ma.crl;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.HashBasedRevocationInfo;
import org.v2xscms.codec.ieee1609dot2.crl.SequenceOfHashBasedRevocationInfo;
import org.v2xscms.codec.ieee1609dot2.crl.ToBeSignedHashIdCrl;
import org.v2xscms.codec.ieee1609dot2.crl.TypeSpecificCrlContents;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Octets;

/**
 * Full hash lists: all revoked certificates that have not expired. The number of a list is its crlSerial. What the last
 * list holds stays on the next one until it expires, whether or not the database knows it.
 */
record HashList(CrlSeries series, CurrentPeriod period) implements SeriesList {

    @Override
    public String table() {
        return "ma.revoked_certificate";
    }

    @Override
    public long number(CrlContents contents) {
        return list(contents).crlSerial();
    }

    private static ToBeSignedHashIdCrl list(CrlContents contents) {
        if (contents.typeSpecific() instanceof TypeSpecificCrlContents.FullHashCrl(var list)) {
            return list;
        }
        throw new IllegalArgumentException(
                "a list of series " + contents.crlSeries().value() + " of another kind");
    }

    @Override
    public Draft next(Connection connection, @Nullable CrlContents last) throws SQLException {
        List<HashBasedRevocationInfo> known = new ArrayList<>(Revocations.certificates(connection));
        if (last == null) {
            return draft(1, current(known), true);
        }
        List<HashBasedRevocationInfo> before = list(last).entries().entries();
        known.addAll(before);
        List<HashBasedRevocationInfo> entries = current(known);
        return draft(list(last).crlSerial() + 1, entries, !entries.equals(before));
    }

    private List<HashBasedRevocationInfo> current(List<HashBasedRevocationInfo> known) {
        SortedMap<Octets, HashBasedRevocationInfo> current = new TreeMap<>();
        known.stream()
                .filter(entry -> entry.expiry().compareTo(period.time()) > 0)
                .forEach(entry -> current.put(entry.id().octets(), entry));
        return List.copyOf(current.values());
    }

    private static Draft draft(long serial, List<HashBasedRevocationInfo> entries, boolean changed) {
        return new Draft.Next(
                serial,
                new TypeSpecificCrlContents.FullHashCrl(new ToBeSignedHashIdCrl(
                        serial, new SequenceOfHashBasedRevocationInfo(entries), Additions.NONE)),
                changed);
    }
}
