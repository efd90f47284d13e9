package org.v2xscms.pca.resolve;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.kernel.audit.AuditEntry;
import org.v2xscms.kernel.audit.AuditKind;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.operator.Operators;
import org.v2xscms.kernel.operator.WarrantBudget;
import org.v2xscms.messages.Approval;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.ResolveAnswer;
import org.v2xscms.messages.ResolveWarrant;
import org.v2xscms.messages.Subject;
import org.v2xscms.pca.issue.IssuedCertificates;

/**
 * Tells the misbehaviour authority the request behind one reported certificate: the one that two operators committed to, in
 * a case of which there are only so many a day. The answer says nothing about any other certificate.
 */
public final class Resolution {

    private static final int OPERATORS = 2;
    private static final String BUDGET = "resolve";

    private final Operators operators;
    private final WarrantBudget budget;
    private final AuthorityDatabase database;
    private final AuditLog audit;
    private final IssuedCertificates issued;
    private final int perDay;

    /** @param perDay how many cases a day are answered */
    public Resolution(
            Operators operators,
            WarrantBudget budget,
            AuthorityDatabase database,
            AuditLog audit,
            IssuedCertificates issued,
            int perDay) {
        this.operators = operators;
        this.budget = budget;
        this.database = database;
        this.audit = audit;
        this.issued = issued;
        this.perDay = perDay;
    }

    /** The request's digest and the RA, or why not. */
    public BackEndPdu answer(ResolveWarrant order) {
        if (!operators.approve(order.warrant(), OPERATORS)) {
            return new Refusal(Refusal.Reason.NOT_APPROVED);
        }
        boolean opens = HashFunction.SHA256
                .digest(Subject.CODEC.encode(order.subject()))
                .value()
                .equals(order.warrant().decision().subject());
        if (!opens) {
            return new Refusal(Refusal.Reason.EVIDENCE);
        }
        return database.inTransaction("resolving a certificate", connection -> resolve(connection, order));
    }

    private BackEndPdu resolve(Connection connection, ResolveWarrant order) throws SQLException {
        var caseId = order.warrant().decision().caseId();
        Optional<IssuedCertificates.Source> source = issued.find(
                connection,
                order.subject().i().value(),
                order.subject().linkageValue().octets());
        if (source.isEmpty()) {
            return new Refusal(Refusal.Reason.UNKNOWN);
        }
        if (!budget.spend(connection, BUDGET, caseId.octets(), perDay)) {
            return new Refusal(Refusal.Reason.BUDGET);
        }
        String names = String.join(
                ",",
                order.warrant().approvals().stream().map(Approval::operator).toList());
        audit.append(
                connection,
                AuditEntry.of(
                        AuditKind.RESOLVE,
                        "ma",
                        Map.of("order", BUDGET, "case", caseId.octets().hex(), "operators", names)));
        return new ResolveAnswer(caseId, source.get().request(), source.get().ra());
    }
}
