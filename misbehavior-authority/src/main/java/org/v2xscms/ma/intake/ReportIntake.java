package org.v2xscms.ma.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.ma.cases.Cases;
import org.v2xscms.ma.evidence.Accusation;
import org.v2xscms.ma.evidence.OpenedReport;
import org.v2xscms.ma.evidence.ReportExaminer;
import org.v2xscms.ma.evidence.ReportVerdict;
import org.v2xscms.ma.store.Statements;

/**
 * Takes reports. A report that was looked at is never looked at again: the same content of the same reporter has one row,
 * however it was encrypted. Whoever forwards it learns only that it is durable, not what became of it.
 */
public final class ReportIntake {

    private static final Logger LOG = LoggerFactory.getLogger(ReportIntake.class);
    private static final Duration BUSY = Duration.ofSeconds(2);
    private static final Duration FULL = Duration.ofHours(1);

    private final AuthorityDatabase database;
    private final Cases cases;
    private final ReportExaminer examiner;
    private final IntakeLimits limits;
    private final MeterRegistry meters;
    private final CrashPoints crashes;
    private final Semaphore places;

    public ReportIntake(
            AuthorityDatabase database,
            Cases cases,
            ReportExaminer examiner,
            IntakeLimits limits,
            MeterRegistry meters,
            CrashPoints crashes) {
        this.database = database;
        this.cases = cases;
        this.examiner = examiner;
        this.limits = limits;
        this.meters = meters;
        this.crashes = crashes;
        this.places = new Semaphore(limits.atATime());
    }

    /** Judges a report and keeps it; empty when that is durable, otherwise when to come back with it. */
    public Optional<Duration> take(Octets sealed) {
        if (!places.tryAcquire()) {
            return Optional.of(BUSY);
        }
        try {
            if (octetsOnDisk() >= limits.disk()) {
                LOG.warn("the reports take up all the room they may: no further one is accepted");
                return Optional.of(FULL);
            }
            switch (examiner.open(sealed)) {
                case ReportExaminer.Opening.Refused(String reason, String _) -> refuse(sealed, reason);
                case ReportExaminer.Opening.Opened(OpenedReport report) -> take(sealed, report);
            }
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    private long octetsOnDisk() {
        return database.inTransaction(
                "reading how much is kept",
                connection -> Statements.first(
                                connection,
                                "select pg_total_relation_size('ma.report') + pg_total_relation_size('ma.accusation')"
                                        + " as octets",
                                row -> row.getLong("octets"))
                        .orElse(0L));
    }

    private void refuse(Octets sealed, String reason) {
        Octets id = HashFunction.SHA256.digest(sealed).value();
        boolean isNew = database.inTransaction(
                "keeping a refused report", connection -> insert(connection, id, null, reason, null));
        count(isNew ? reason : "REPEATED");
    }

    private void take(Octets sealed, OpenedReport report) {
        Octets id = report.id();
        Optional<String> early =
                database.inTransaction("looking for a report", connection -> early(connection, report, id));
        if (early.isPresent()) {
            count(early.get());
            return;
        }
        ReportVerdict verdict = examiner.examine(report);
        String outcome = database.inTransaction("keeping a report", connection -> {
            // Again, now alone: another copy may have come meanwhile.
            Statements.lock(connection, "reporter " + report.reporter());
            Optional<String> known = early(connection, report, id);
            return known.isPresent() ? known.get() : keep(connection, sealed, report, id, verdict);
        });
        crashes.reached("ma.report.kept");
        count(outcome);
    }

    /** Why a report need not be examined; empty where it must. */
    private Optional<String> early(Connection connection, OpenedReport report, Octets id) throws SQLException {
        if (Statements.first(connection, "select 1 from ma.report where report_id = ?", row -> true, id)
                .isPresent()) {
            return Optional.of("REPEATED");
        }
        int kept = Statements.first(
                        connection,
                        "select count(*) as number from ma.report where reporter = ?",
                        row -> row.getInt("number"),
                        report.reporter().octets())
                .orElse(0);
        return kept >= limits.perReporter() ? Optional.of("TOO_MANY") : Optional.empty();
    }

    private String keep(Connection connection, Octets sealed, OpenedReport report, Octets id, ReportVerdict verdict)
            throws SQLException {
        Octets reporter = report.reporter().octets();
        return switch (verdict) {
            case ReportVerdict.Refused(String reason, String found) -> {
                LOG.info("a report proves nothing: {}", reason);
                insert(connection, id, reporter, reason + ": " + found, sealed);
                yield reason;
            }
            case ReportVerdict.Holds holds -> {
                insert(connection, id, reporter, null, sealed);
                for (Accusation accusation : holds.accusations()) {
                    cases.accuse(
                            connection,
                            accusation.suspect(),
                            id,
                            report.reporter(),
                            accusation.observations(),
                            limits.threshold());
                }
                yield "HELD";
            }
        };
    }

    private static boolean insert(
            Connection connection,
            Octets id,
            @Nullable Octets reporter,
            @Nullable String refused,
            @Nullable Octets sealed)
            throws SQLException {
        return Statements.insert(
                        connection,
                        "insert into ma.report (report_id, reporter, refused, sealed) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        id,
                        reporter,
                        refused,
                        sealed)
                == 1;
    }

    private void count(String outcome) {
        meters.counter("scms.reports", "outcome", outcome).increment();
    }
}
