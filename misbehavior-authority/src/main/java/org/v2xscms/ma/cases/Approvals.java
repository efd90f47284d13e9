package org.v2xscms.ma.cases;

import static org.v2xscms.ma.store.Statements.octets;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.v2xscms.kernel.audit.AuditEntry;
import org.v2xscms.kernel.audit.AuditKind;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.operator.Operators;
import org.v2xscms.ma.store.Statements;
import org.v2xscms.messages.Approval;
import org.v2xscms.messages.CaseId;
import org.v2xscms.messages.Warrant;

/** The consent of operators: two different ones approve a case before anything is asked of another authority. */
public final class Approvals {

    /** How many different operators a revocation takes. */
    public static final int NEEDED = 2;

    private final AuthorityDatabase database;
    private final AuditLog audit;
    private final Cases cases;
    private final Operators operators;

    public Approvals(AuthorityDatabase database, AuditLog audit, Cases cases, Operators operators) {
        this.database = database;
        this.audit = audit;
        this.cases = cases;
        this.operators = operators;
    }

    /** What became of an approval. */
    public enum Outcome {
        /** It counts now, or did before. */
        COUNTED,
        /** The signature is not one of an operator over the decision of this case. */
        INVALID,
        /** The case is no longer open. */
        TOO_LATE
    }

    /** Takes one operator's consent; the second different one approves the case. */
    public Outcome approve(CaseFile file, Approval approval) {
        if (!operators.approve(new Warrant(file.decision(), List.of(approval)), 1)) {
            return Outcome.INVALID;
        }
        return database.inTransaction("recording an approval", connection -> {
            Statements.lock(connection, "case " + file.name());
            List<Approval> known = of(connection, file.id());
            if (known.stream().anyMatch(other -> other.operator().equals(approval.operator()))) {
                return Outcome.COUNTED;
            }
            if (Cases.standing(connection, file.id()).state() != CaseState.OPEN) {
                return Outcome.TOO_LATE;
            }
            record(connection, file, approval);
            if (known.size() + 1 >= NEEDED) {
                cases.move(connection, file.id(), CaseState.OPEN, CaseState.APPROVED, approval.operator(), "");
            }
            return Outcome.COUNTED;
        });
    }

    private void record(Connection connection, CaseFile file, Approval approval) throws SQLException {
        Statements.insert(
                connection,
                "insert into ma.approval (case_id, operator, signature) values (?, ?, ?)",
                file.id().octets(),
                approval.operator(),
                approval.signature());
        audit.append(
                connection,
                AuditEntry.of(AuditKind.DECIDE, approval.operator(), Map.of("case", file.name(), "approval", "given")));
    }

    /** The approvals of a case, by operator. */
    public List<Approval> of(CaseId id) {
        return database.inTransaction("reading approvals", connection -> of(connection, id));
    }

    private static List<Approval> of(Connection connection, CaseId id) throws SQLException {
        return Statements.all(
                connection,
                "select operator, signature from ma.approval where case_id = ? order by operator",
                row -> new Approval(row.getString("operator"), octets(row, "signature")),
                id.octets());
    }

    /** The decision of an approved case with its approvals. */
    public Warrant warrant(CaseFile file) {
        return new Warrant(file.decision(), of(file.id()));
    }
}
