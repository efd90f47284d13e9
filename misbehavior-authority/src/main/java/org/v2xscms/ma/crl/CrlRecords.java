package org.v2xscms.ma.crl;

import static org.v2xscms.ma.store.Statements.octets;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.kernel.audit.AuditEntry;
import org.v2xscms.kernel.audit.AuditKind;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.ma.cases.CaseState;
import org.v2xscms.ma.cases.Cases;
import org.v2xscms.ma.store.Statements;
import org.v2xscms.messages.CaseId;

/** The lists of each series: what was to be signed, what was signed, what was published. */
final class CrlRecords {

    private final AuthorityDatabase database;
    private final AuditLog audit;
    private final Cases cases;

    CrlRecords(AuthorityDatabase database, AuditLog audit, Cases cases) {
        this.database = database;
        this.audit = audit;
        this.cases = cases;
    }

    /** A list before its signature. */
    record Intended(long number, CrlContents contents) {}

    /** A signed list. */
    record Signed(long number, Octets spdu) {}

    /** The newest signed list. */
    Optional<Signed> newest(CrlSeries series) {
        return database.inTransaction(
                "reading the newest list",
                connection -> Statements.first(
                        connection,
                        "select number, spdu from ma.crl_signed where series = ? order by number desc limit 1",
                        row -> new Signed(row.getLong("number"), octets(row, "spdu")),
                        series.value()));
    }

    /** A list that was about to be signed after {@code newest} when the process died. */
    Optional<Intended> unfinished(CrlSeries series, long newest) {
        return database.inTransaction(
                "reading an unfinished list",
                connection -> Statements.first(
                        connection,
                        "select number, contents from ma.crl where series = ? and number > ?"
                                + " order by number desc limit 1",
                        row -> new Intended(row.getLong("number"), contents(octets(row, "contents"))),
                        series.value(),
                        newest));
    }

    /** Decides on the next list inside one transaction, in which no revocation can be added. */
    interface Decision {
        Optional<Intended> decide(Connection connection) throws SQLException;
    }

    /** Stores what is about to be signed, and which cases stand on it for the first time. */
    Optional<Intended> intend(SeriesList series, Decision decision) {
        return database.inTransaction("deciding on a list", connection -> {
            Revocations.lock(connection);
            Optional<Intended> intended = decision.decide(connection);
            if (intended.isPresent()) {
                insert(connection, series.series(), intended.get());
                Statements.insert(
                        connection,
                        "insert into ma.listed (case_id, series, number) select case_id, ?, ? from " + series.table()
                                + " on conflict do nothing",
                        series.series().value(),
                        intended.get().number());
                audit.append(
                        connection,
                        entry(AuditKind.INTEND, series.series(), intended.get().number())
                                .withSignatures(1));
            }
            return intended;
        });
    }

    private static void insert(Connection connection, CrlSeries series, Intended intended) throws SQLException {
        Statements.insert(
                connection,
                "insert into ma.crl (series, number, contents) values (?, ?, ?) on conflict do nothing",
                series.value(),
                intended.number(),
                CrlContents.CODEC.encode(intended.contents()));
    }

    /** Stores a signed list. */
    void signed(CrlSeries series, Signed list) {
        database.inTransaction("storing a signed list", connection -> {
            insert(connection, series, list);
            return audit.append(
                    connection, entry(AuditKind.ISSUE, series, list.number()).withSignatures(1));
        });
    }

    private static void insert(Connection connection, CrlSeries series, Signed list) throws SQLException {
        Statements.insert(
                connection,
                "insert into ma.crl_signed (series, number, spdu) values (?, ?, ?)",
                series.value(),
                list.number(),
                list.spdu());
    }

    /** Takes over a published list that is newer than all this database knows: it was restored from an old copy. */
    void adopt(CrlSeries series, CrlContents contents, Signed published) {
        database.inTransaction("taking over a published list", connection -> {
            insert(connection, series, new Intended(published.number(), contents));
            insert(connection, series, published);
            return audit.append(connection, entry(AuditKind.CONFIGURE, series, published.number()));
        });
    }

    boolean isPublished(CrlSeries series, long number) {
        return database.inTransaction(
                        "reading publications",
                        connection -> Statements.first(
                                connection,
                                "select 1 from ma.crl_published where series = ? and number = ?",
                                row -> true,
                                series.value(),
                                number))
                .isPresent();
    }

    /** Notes that the RA serves a list: the cases on it are done. */
    void published(CrlSeries series, long number) {
        database.inTransaction("noting a publication", connection -> {
            Statements.insert(
                    connection,
                    "insert into ma.crl_published (series, number) values (?, ?) on conflict do nothing",
                    series.value(),
                    number);
            List<CaseId> listed = Statements.all(
                    connection,
                    "select case_id from ma.listed join ma.case_state using (case_id)"
                            + " where series = ? and number <= ? and state = 'RESOLVING' order by case_id",
                    row -> new CaseId(octets(row, "case_id")),
                    series.value(),
                    number);
            for (CaseId id : listed) {
                cases.move(connection, id, CaseState.RESOLVING, CaseState.REVOKED, "crl", "");
            }
            return audit.append(connection, entry(AuditKind.PUBLISH, series, number));
        });
    }

    private static AuditEntry entry(AuditKind kind, CrlSeries series, long number) {
        return AuditEntry.of(
                kind, "crl", Map.of("series", Integer.toString(series.value()), "number", Long.toString(number)));
    }

    private static CrlContents contents(Octets stored) {
        try {
            return CrlContents.CODEC
                    .decode(stored, Reading.STRICT.withLimits(Limits.FILE))
                    .value();
        } catch (DecodeException e) {
            throw new IllegalStateException("a stored list does not decode", e);
        }
    }
}
