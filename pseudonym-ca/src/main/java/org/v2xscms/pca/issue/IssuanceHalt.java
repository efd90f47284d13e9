package org.v2xscms.pca.issue;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import org.v2xscms.kernel.audit.AuditEntry;
import org.v2xscms.kernel.audit.AuditKind;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.database.AuthorityDatabase;

/** The switch by which an operator stops one issuer. It stands in the database, so it holds for every instance at once. */
public final class IssuanceHalt {

    private final AuthorityDatabase database;
    private final AuditLog audit;
    private final String issuer;

    public IssuanceHalt(AuthorityDatabase database, AuditLog audit, String issuer) {
        this.database = database;
        this.audit = audit;
        this.issuer = issuer;
    }

    /** Whether nothing may be issued now. */
    public boolean isHalted() {
        return database.inTransaction("reading the switch", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select 1 from pca.halted where issuer = ?")) {
                statement.setString(1, issuer);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** Stops issuance; what is being signed at this moment is finished. */
    void halt(String operator) {
        set(operator, AuditKind.HALT, "insert into pca.halted (issuer) values (?) on conflict do nothing");
    }

    void resume(String operator) {
        set(operator, AuditKind.RESUME, "delete from pca.halted where issuer = ?");
    }

    private void set(String operator, AuditKind kind, String change) {
        database.inTransaction("setting the switch", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(change)) {
                statement.setString(1, issuer);
                statement.executeUpdate();
            }
            return audit.append(connection, AuditEntry.of(kind, operator, Map.of("issuer", issuer)));
        });
    }
}
