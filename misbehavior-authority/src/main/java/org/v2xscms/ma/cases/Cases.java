package org.v2xscms.ma.cases;

import static org.v2xscms.ma.store.Statements.octets;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.kernel.audit.AuditEntry;
import org.v2xscms.kernel.audit.AuditKind;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.ma.store.Statements;
import org.v2xscms.messages.CaseId;

/**
 * Cases and their states. A state is a row that is inserted once; keys and checks of the table allow each transition once
 * and none but the legal ones, whatever this code or two of its kind at a time do. Every transition is in the audit chain,
 * in the same transaction.
 */
public final class Cases {

    private static final int ID_LENGTH = 16;
    private static final String FILE =
            "select f.case_id, f.salt, s.certificate from ma.case_file f" + " join ma.suspect s using (suspect)";

    private final AuthorityDatabase database;
    private final AuditLog audit;
    private final SecureRandom random;

    public Cases(AuthorityDatabase database, AuditLog audit, SecureRandom random) {
        this.database = database;
        this.audit = audit;
        this.random = random;
    }

    /**
     * Adds one report's evidence against a certificate, and opens a case where that makes enough reporters.
     *
     * @param observations what was found, for operators
     * @param threshold how many different reporters open a case
     */
    public void accuse(
            Connection connection,
            HashedCertificate certificate,
            Octets reportId,
            HashedId8 reporter,
            String observations,
            int threshold)
            throws SQLException {
        Octets suspect = Suspect.of(certificate).key();
        Statements.lock(connection, "suspect " + suspect.hex());
        Statements.insert(
                connection,
                "insert into ma.suspect (suspect, certificate) values (?, ?) on conflict do nothing",
                suspect,
                certificate.encoded().octets());
        Statements.insert(
                connection,
                "insert into ma.accusation (suspect, report_id, reporter, observations) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                suspect,
                reportId,
                reporter.octets(),
                observations);
        int reporters = Statements.first(
                        connection,
                        "select count(distinct reporter) as number from ma.accusation where suspect = ?",
                        row -> row.getInt("number"),
                        suspect)
                .orElse(0);
        if (reporters >= threshold) {
            open(connection, suspect);
        }
    }

    private void open(Connection connection, Octets suspect) throws SQLException {
        CaseId id = new CaseId(random(ID_LENGTH));
        int opened = Statements.insert(
                connection,
                "insert into ma.case_file (case_id, suspect, salt) values (?, ?, ?) on conflict (suspect) do nothing",
                id.octets(),
                suspect,
                random(ID_LENGTH));
        if (opened == 1) {
            Statements.insert(
                    connection,
                    "insert into ma.transition (case_id, to_state, actor, reason) values (?, 'OPEN', 'intake', '')",
                    id.octets());
            record(connection, id, CaseState.OPEN, "intake", "");
        }
    }

    /** All cases, at most {@code limit}. */
    public List<CaseFile> all(int limit) {
        return database.inTransaction(
                "listing cases",
                connection -> Statements.all(connection, FILE + " order by f.case_id limit " + limit, Cases::caseFile));
    }

    public Optional<CaseFile> find(CaseId id) {
        return database.inTransaction(
                "reading a case",
                connection ->
                        Statements.first(connection, FILE + " where f.case_id = ?", Cases::caseFile, id.octets()));
    }

    /** The cases that stand in {@code state} now. */
    public List<CaseFile> in(CaseState state) {
        return database.inTransaction(
                "reading cases",
                connection -> Statements.all(
                        connection,
                        FILE + " join ma.case_state t on t.case_id = f.case_id where t.state = ? order by f.case_id",
                        Cases::caseFile,
                        state.name()));
    }

    /**
     * Where a case stands.
     *
     * @param actor who brought it there: an operator or a part of this authority
     * @param reason what was said about it; may be empty
     */
    public record Standing(CaseState state, String actor, String reason) {}

    public Standing standing(CaseId id) {
        return database.inTransaction("reading a case", connection -> standing(connection, id));
    }

    static Standing standing(Connection connection, CaseId id) throws SQLException {
        return Statements.first(
                        connection,
                        "select state, actor, reason from ma.case_state where case_id = ?",
                        row -> new Standing(
                                CaseState.valueOf(row.getString("state")),
                                row.getString("actor"),
                                row.getString("reason")),
                        id.octets())
                .orElseThrow(() -> new IllegalStateException("a case without a state"));
    }

    /** Moves a case in a transaction of its own; false where it does not stand in {@code from}. */
    public boolean move(CaseId id, CaseState from, CaseState to, String actor, String reason) {
        return database.inTransaction("moving a case", connection -> move(connection, id, from, to, actor, reason));
    }

    /** Moves a case in the caller's transaction; false where it does not stand in {@code from}. */
    public boolean move(Connection connection, CaseId id, CaseState from, CaseState to, String actor, String reason)
            throws SQLException {
        int moved = Statements.insert(
                connection,
                "insert into ma.transition (case_id, from_state, to_state, actor, reason)"
                        + " select case_id, state, ?, ?, ? from ma.case_state where case_id = ? and state = ?"
                        + " on conflict do nothing",
                to.name(),
                actor,
                reason,
                id.octets(),
                from.name());
        if (moved == 1) {
            record(connection, id, to, actor, reason);
        }
        return moved == 1;
    }

    private void record(Connection connection, CaseId id, CaseState state, String actor, String reason)
            throws SQLException {
        audit.append(
                connection,
                AuditEntry.of(
                        AuditKind.DECIDE,
                        actor,
                        Map.of("case", id.octets().hex(), "state", state.name(), "reason", reason)));
    }

    private Octets random(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Octets.of(octets);
    }

    private static CaseFile caseFile(ResultSet row) throws SQLException {
        return new CaseFile(
                new CaseId(octets(row, "case_id")),
                CaseFile.certificate(octets(row, "certificate")),
                octets(row, "salt"));
    }
}
