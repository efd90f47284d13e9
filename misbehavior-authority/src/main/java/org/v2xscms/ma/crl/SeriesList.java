package org.v2xscms.ma.crl;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;

/** The rules of one series of lists. */
sealed interface SeriesList permits LinkageList, HashList {

    CrlSeries series();

    /** The table of its revocations. */
    String table();

    /**
     * The number of a list, which orders the lists of the series.
     *
     * @throws IllegalArgumentException if {@code contents} is no list of this kind
     */
    long number(CrlContents contents);

    /** The list after {@code last}; the first one where that is null. The caller holds the lock on revocations. */
    Draft next(Connection connection, @Nullable CrlContents last) throws SQLException;
}
