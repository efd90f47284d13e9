package org.v2xscms.ma.resolution;

import static org.v2xscms.ma.store.Statements.octets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.kernel.audit.AuditEntry;
import org.v2xscms.kernel.audit.AuditKind;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.ma.cases.CaseFile;
import org.v2xscms.ma.store.Statements;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.CaseId;

/** What was asked and what was answered, each written once and before it takes effect. */
public final class StepRecords {

    private final AuthorityDatabase database;
    private final AuditLog audit;

    public StepRecords(AuthorityDatabase database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * One question.
     *
     * @param attempt counts the questions of a step from 1: a new one is asked only where the last was refused
     * @param answer the answer as its authority signed it; null while there is none
     * @param refused the reason of a refusal; null otherwise
     */
    record Asked(
            Step step,
            int attempt,
            BackEndPdu request,
            @Nullable Octets answer,
            @Nullable String refused) {}

    /** A line about a step for operators: {@code what} is asked, answered, or the reason of a refusal. */
    public record Line(String step, int attempt, String what) {}

    /** All questions of a case for operators. */
    public List<Line> lines(CaseId id) {
        return database.inTransaction(
                "reading what was asked",
                connection -> Statements.all(
                        connection,
                        "select step, attempt, request, answer, refused from ma.asked left join ma.answered"
                                + " using (case_id, step, attempt) where case_id = ? order by step, attempt",
                        row -> line(asked(row)),
                        id.octets()));
    }

    private static Line line(Asked asked) {
        String refused = asked.refused();
        String what = refused != null ? "refused: " + refused : asked.answer() == null ? "asked" : "answered";
        return new Line(asked.step().name(), asked.attempt(), what);
    }

    Optional<Asked> last(CaseFile file, Step step) {
        return database.inTransaction(
                "reading what was asked",
                connection -> Statements.first(
                        connection,
                        "select step, attempt, request, answer, refused from ma.asked left join ma.answered"
                                + " using (case_id, step, attempt) where case_id = ? and step = ?"
                                + " order by attempt desc limit 1",
                        StepRecords::asked,
                        file.id().octets(),
                        step.name()));
    }

    /** Notes a question, durably, before it is sent. */
    Asked ask(CaseFile file, Step step, int attempt, BackEndPdu request) {
        return database.inTransaction("noting a question", connection -> {
            Statements.insert(
                    connection,
                    "insert into ma.asked (case_id, step, attempt, request) values (?, ?, ?, ?)",
                    file.id().octets(),
                    step.name(),
                    attempt,
                    BackEndPdu.CODEC.encode(request));
            audit.append(connection, entry(file, step, attempt, "asked"));
            return new Asked(step, attempt, request, null, null);
        });
    }

    /** Notes the answer to a question. */
    void answer(CaseFile file, Asked asked, Octets signed, @Nullable String refused) {
        database.inTransaction("noting an answer", connection -> {
            Statements.insert(
                    connection,
                    "insert into ma.answered (case_id, step, attempt, answer, refused) values (?, ?, ?, ?, ?)",
                    file.id().octets(),
                    asked.step().name(),
                    asked.attempt(),
                    signed,
                    refused);
            String what = refused == null ? "answered" : "refused: " + refused;
            return audit.append(connection, entry(file, asked.step(), asked.attempt(), what));
        });
    }

    private static AuditEntry entry(CaseFile file, Step step, int attempt, String what) {
        return AuditEntry.of(
                AuditKind.RESOLVE,
                "resolution",
                Map.of("case", file.name(), "step", step.name(), "attempt", Integer.toString(attempt), "what", what));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        byte[] answer = row.getBytes("answer");
        return new Asked(
                Step.valueOf(row.getString("step")),
                row.getInt("attempt"),
                request(octets(row, "request")),
                answer == null ? null : Octets.of(answer),
                row.getString("refused"));
    }

    private static BackEndPdu request(Octets stored) {
        try {
            return BackEndPdu.CODEC.decode(stored, Reading.STRICT).value();
        } catch (DecodeException e) {
            throw new IllegalStateException("a stored question does not decode", e);
        }
    }
}
