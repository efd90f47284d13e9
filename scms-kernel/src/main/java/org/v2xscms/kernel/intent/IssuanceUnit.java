package org.v2xscms.kernel.intent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.v2xscms.kernel.audit.AuditEntry;
import org.v2xscms.kernel.audit.AuditKind;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.BinaryCopy;
import org.v2xscms.kernel.database.DatabaseFault;
import org.v2xscms.kernel.database.DatabaseWork;
import org.v2xscms.kernel.database.Transactions;

/**
 * Requests that are answered together. Holds a database connection and the right to finish its intents until it is
 * closed; what is not stored by then stays an intent, for a retry or the recovery. {@link #store} and the linting run
 * on one thread at a time; tokens may sign on several.
 */
public final class IssuanceUnit implements AutoCloseable {

    private final Connection connection;
    private final AuditLog audit;
    private final Issuer issuer;
    private final CrashPoints crashPoints;
    private final AtomicBoolean closed = new AtomicBoolean();
    private List<Admission> admissions = List.of();

    IssuanceUnit(Connection connection, AuditLog audit, Issuer issuer, CrashPoints crashPoints) {
        this.connection = connection;
        this.audit = audit;
        this.issuer = issuer;
        this.crashPoints = crashPoints;
    }

    /** One for each request, in the order of the requests. */
    public List<Admission> admissions() {
        return admissions;
    }

    /**
     * Makes answers durable and releases them, all or none, with an audit record in the same transaction.
     *
     * @param alongside what the authority writes in the same transaction
     * @return the answers that may now leave, in the order given
     */
    public List<ReleasedAnswer> store(List<SignedIssuance> signed, DatabaseWork<?> alongside) {
        refuseIfClosed();
        BinaryCopy outcomes = new BinaryCopy(4);
        List<IntentKey> keys = new ArrayList<>();
        List<ReleasedAnswer> released = new ArrayList<>();
        int signatures = 0;
        for (SignedIssuance issuance : signed) {
            PersistedIntent intent = issuance.intent();
            if (intent.unit() != this) {
                throw new IllegalArgumentException("signed in another unit of work");
            }
            outcomes.row(intent.key().period(), intent.key().requestId(), issuance.answer(), null);
            keys.add(intent.key());
            released.add(new ReleasedAnswer(intent.key(), issuance.answer()));
            signatures += intent.signatures();
        }
        if (!signed.isEmpty()) {
            finish(outcomes, keys, issueEntry(signed).withSignatures(signatures), alongside);
            crashPoints.reached(IntentStore.STORED);
        }
        return released;
    }

    /** {@link #store(List, DatabaseWork)} with nothing alongside. */
    public List<ReleasedAnswer> store(List<SignedIssuance> signed) {
        return store(signed, transaction -> true);
    }

    /** Ends the unit's rights and gives the connection back. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (connection) {
            UnitLocks.releaseAll(connection);
        } catch (SQLException e) {
            throw new DatabaseFault("closing a unit of work", e);
        }
    }

    void setAdmissions(List<Admission> decided) {
        admissions = List.copyOf(decided);
    }

    void abandon(PersistedIntent intent, List<String> rules) {
        refuseIfClosed();
        String names = String.join(",", rules);
        BinaryCopy outcome = new BinaryCopy(4);
        outcome.row(intent.key().period(), intent.key().requestId(), null, names);
        AuditEntry entry = AuditEntry.of(AuditKind.ABANDON, issuer.name(), Map.of("rules", names, "count", "1"));
        finish(outcome, List.of(intent.key()), entry, transaction -> true);
    }

    void auditIntent(Connection transaction, int signatures, int recovered) throws SQLException {
        Map<String, String> facts =
                Map.of("profile", Integer.toString(issuer.profileVersion()), "recovered", Integer.toString(recovered));
        audit.append(
                transaction,
                AuditEntry.of(AuditKind.INTEND, issuer.name(), facts).withSignatures(signatures));
    }

    Connection connection() {
        return connection;
    }

    Issuer issuer() {
        return issuer;
    }

    CrashPoints crashPoints() {
        return crashPoints;
    }

    void refuseIfClosed() {
        if (closed.get()) {
            throw new IllegalStateException("this unit of work has ended: another may be finishing its intents");
        }
    }

    private void finish(BinaryCopy outcomes, List<IntentKey> keys, AuditEntry entry, DatabaseWork<?> alongside) {
        Transactions.run(connection, "storing outcomes", transaction -> {
            IntentRows.finish(transaction, outcomes, keys);
            alongside.with(transaction);
            audit.append(transaction, entry);
            return true;
        });
    }

    private AuditEntry issueEntry(List<SignedIssuance> signed) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        digest.update("v2xscms-answers-1".getBytes(StandardCharsets.US_ASCII));
        signed.forEach(issuance -> {
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(0, issuance.answer().length()));
            issuance.answer().updateInto(digest);
        });
        return AuditEntry.of(
                AuditKind.ISSUE,
                issuer.name(),
                Map.of(
                        "count", Integer.toString(signed.size()),
                        "answers", HexFormat.of().formatHex(digest.digest())));
    }
}
