package org.v2xscms.ma.operator;

import static org.v2xscms.ma.store.Statements.octets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.ma.cases.Approvals;
import org.v2xscms.ma.cases.CaseFile;
import org.v2xscms.ma.cases.Cases;
import org.v2xscms.ma.cases.Suspect;
import org.v2xscms.ma.resolution.StepRecords;
import org.v2xscms.ma.store.Statements;
import org.v2xscms.messages.Approval;
import org.v2xscms.messages.Decision;

/** Makes views of cases. */
public final class CaseViews {

    private static final int MOST_CASES = 1000;
    private static final int MOST_REPORTS = 100;

    private final AuthorityDatabase database;
    private final Cases cases;
    private final Approvals approvals;
    private final StepRecords records;

    public CaseViews(AuthorityDatabase database, Cases cases, Approvals approvals, StepRecords records) {
        this.database = database;
        this.cases = cases;
        this.approvals = approvals;
        this.records = records;
    }

    List<CaseLine> lines() {
        return cases.all(MOST_CASES).stream().map(this::line).toList();
    }

    private CaseLine line(CaseFile file) {
        int reporters = database.inTransaction(
                "counting reporters",
                connection -> Statements.first(
                                connection,
                                "select count(distinct reporter) as number from ma.accusation where suspect = ?",
                                row -> row.getInt("number"),
                                file.suspect().key())
                        .orElse(0));
        return new CaseLine(
                file.name(),
                cases.standing(file.id()).state().name(),
                kind(file.suspect()),
                period(file.suspect()),
                reporters,
                approvals.of(file.id()).size());
    }

    CaseView view(CaseFile file) {
        Suspect suspect = file.suspect();
        Cases.Standing standing = cases.standing(file.id());
        return new CaseView(
                file.name(),
                standing.state().name(),
                standing.actor(),
                standing.reason(),
                kind(suspect),
                period(suspect),
                suspect instanceof Suspect.Pseudonym pseudonym
                        ? pseudonym.linkageValue().octets().hex()
                        : null,
                file.certificate().encoded().octets().hex(),
                file.salt().hex(),
                Decision.CODEC.encode(file.decision()).hex(),
                approvals.of(file.id()).stream().map(Approval::operator).toList(),
                Approvals.NEEDED,
                evidence(file),
                records.lines(file.id()).stream()
                        .map(line -> new CaseView.Question(line.step(), line.attempt(), line.what()))
                        .toList());
    }

    private List<CaseView.Evidence> evidence(CaseFile file) {
        return database.inTransaction(
                "reading evidence",
                connection -> Statements.all(
                        connection,
                        "select report_id, reporter, observations from ma.accusation where suspect = ?"
                                + " order by report_id limit " + MOST_REPORTS,
                        row -> new CaseView.Evidence(
                                octets(row, "report_id").hex(),
                                octets(row, "reporter").hex(),
                                row.getString("observations")),
                        file.suspect().key()));
    }

    private static String kind(Suspect suspect) {
        return suspect instanceof Suspect.Pseudonym ? "pseudonym" : "application";
    }

    private static @Nullable Integer period(Suspect suspect) {
        return suspect instanceof Suspect.Pseudonym pseudonym ? pseudonym.i().value() : null;
    }
}
