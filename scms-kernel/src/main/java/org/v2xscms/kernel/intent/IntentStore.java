package org.v2xscms.kernel.intent;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.database.DatabaseFault;
import org.v2xscms.kernel.database.Transactions;

/**
 * The write-ahead store of issuance: what is to be signed is durable before it is signed, and an answer is durable
 * before it leaves.
 *
 * <p>An intent and its outcome are two rows, each written once and never changed; the primary key of the outcome makes
 * a second answer impossible. Who works on an intent holds the advisory lock that is named with it while it is pending,
 * over a database session that dies with the process: an intent without an outcome whose lock is free was left by a crash, and the next who
 * asks for it, or {@link #recover}, finishes it from the stored octets. A transaction-pooling proxy in front of the
 * database would break these locks; session pooling does not.
 *
 * <p>Written in JDBC: rows are immutable, come by the thousand, and an answer needs three statements whatever their
 * number.
 */
public final class IntentStore {

    /** Crash point: nothing of the request is stored. */
    public static final String ASKED = "intent.asked";
    /** Crash point: the intent is durable, nothing is signed. */
    public static final String INTENDED = "intent.intended";
    /** Crash point: a signature exists in memory only. */
    public static final String SIGNED = "intent.signed";
    /** Crash point: the answer is durable and was not handed over. */
    public static final String STORED = "intent.stored";

    private static final int ROUNDS = 20;

    private final AuthorityDatabase database;
    private final AuditLog audit;
    private final Issuer issuer;
    private final CrashPoints crashPoints;
    private final Duration patience;
    private final SecureRandom random;
    private final Set<Integer> openPeriods = ConcurrentHashMap.newKeySet();

    /** @param patience how long a retry waits for the unit of work that is answering the same request */
    public IntentStore(
            AuthorityDatabase database,
            AuditLog audit,
            Issuer issuer,
            CrashPoints crashPoints,
            Duration patience,
            SecureRandom random) {
        this.database = database;
        this.audit = audit;
        this.issuer = issuer;
        this.crashPoints = crashPoints;
        this.patience = patience;
        this.random = random;
    }

    /**
     * Looks up known requests and stores the intents of new ones, together.
     *
     * @return a unit of work with one admission for each request, in their order; close it in any case
     */
    public IssuanceUnit admit(List<IssuanceRequest> requests) {
        Map<IntentKey, Admission> decided = new HashMap<>();
        Map<IntentKey, IssuanceRequest> open = new LinkedHashMap<>();
        for (IssuanceRequest request : requests) {
            if (isOpen(request.period())) {
                open.putIfAbsent(request.key(), request);
            } else {
                decided.put(request.key(), new Admission.PeriodDropped());
            }
        }
        crashPoints.reached(ASKED);
        IssuanceUnit unit = newUnit();
        try {
            new Admitting(unit, open, decided).run();
            unit.setAdmissions(inOrder(requests, decided));
            return unit;
        } catch (SQLException e) {
            unit.close();
            throw new DatabaseFault("admitting requests", e);
        } catch (RuntimeException | Error e) {
            unit.close();
            throw e;
        }
    }

    /**
     * Takes up intents of this issuer and profile that a crash left without an outcome. Called at start until the unit
     * has no admissions.
     *
     * @param limit the greatest number to take at a time
     */
    public IssuanceUnit recover(int limit) {
        IssuanceUnit unit = newUnit();
        try {
            Connection connection = unit.connection();
            List<KnownIntent> left = IntentRows.pending(connection, issuer, limit);
            List<KnownIntent> free = new ArrayList<>();
            Map<Long, Boolean> locks = new HashMap<>();
            for (KnownIntent intent : left) {
                Boolean held = locks.get(intent.unitLock());
                if (held == null) {
                    held = UnitLocks.tryLock(connection, intent.unitLock());
                    locks.put(intent.unitLock(), held);
                }
                if (held) {
                    free.add(intent);
                }
            }
            // Somebody may have finished one between the two looks.
            List<KnownIntent> taken = IntentRows.find(connection, keys(free)).stream()
                    .filter(intent -> !intent.isDecided())
                    .toList();
            unit.setAdmissions(taken.isEmpty() ? List.of() : takeUp(unit, taken));
            return unit;
        } catch (SQLException e) {
            unit.close();
            throw new DatabaseFault("recovering intents", e);
        } catch (RuntimeException | Error e) {
            unit.close();
            throw e;
        }
    }

    /** Drops the rows of every period that expired before {@code before}, as the owner role, and counts the periods. */
    public int dropExpired(Instant before) {
        int dropped =
                database.asOwner("dropping expired periods", connection -> IntentRows.dropExpired(connection, before));
        openPeriods.clear();
        return dropped;
    }

    private List<Admission> takeUp(IssuanceUnit unit, List<KnownIntent> taken) {
        Transactions.run(unit.connection(), "recording a recovery", connection -> {
            unit.auditIntent(
                    connection, taken.stream().mapToInt(KnownIntent::signatures).sum(), taken.size());
            return true;
        });
        List<Admission> admissions = new ArrayList<>();
        for (KnownIntent intent : taken) {
            admissions.add(new Admission.Admitted(intent.persistedFor(unit)));
        }
        return admissions;
    }

    private IssuanceUnit newUnit() {
        try {
            return new IssuanceUnit(database.dataSource().getConnection(), audit, issuer, crashPoints);
        } catch (SQLException e) {
            throw new DatabaseFault("taking a connection", e);
        }
    }

    private boolean isOpen(Period period) {
        if (openPeriods.contains(period.number())) {
            return true;
        }
        boolean open =
                database.inTransaction("opening a period", connection -> IntentRows.openPeriod(connection, period));
        if (open) {
            openPeriods.add(period.number());
        }
        return open;
    }

    /** A request that stands twice in the list is worked on once. */
    private static List<Admission> inOrder(List<IssuanceRequest> requests, Map<IntentKey, Admission> decided) {
        List<Admission> admissions = new ArrayList<>();
        Map<IntentKey, IssuanceRequest> seen = new HashMap<>();
        for (IssuanceRequest request : requests) {
            IssuanceRequest first = seen.putIfAbsent(request.key(), request);
            Admission admission = decided.getOrDefault(request.key(), new Admission.InProgress());
            if (first != null && !first.requestHash().equals(request.requestHash())) {
                admission = new Admission.Conflicting();
            } else if (first != null && admission instanceof Admission.Admitted) {
                admission = new Admission.InProgress();
            }
            admissions.add(admission);
        }
        return admissions;
    }

    private static List<IntentKey> keys(Collection<KnownIntent> intents) {
        return intents.stream().map(KnownIntent::key).toList();
    }

    /**
     * One admission of a list: look up, wait for those who work on some of them, store the rest; again if somebody was
     * faster in between.
     */
    private final class Admitting {

        private final IssuanceUnit unit;
        private final Connection connection;
        private final Map<IntentKey, IssuanceRequest> open;
        private final Map<IntentKey, Admission> decided;
        private final List<KnownIntent> left = new ArrayList<>();
        private boolean holdsOwnLock;

        Admitting(IssuanceUnit unit, Map<IntentKey, IssuanceRequest> open, Map<IntentKey, Admission> decided) {
            this.unit = unit;
            this.connection = unit.connection();
            this.open = open;
            this.decided = decided;
        }

        void run() throws SQLException {
            for (int round = 0; !open.isEmpty() && round < ROUNDS; round++) {
                lookUp();
                boolean raced = storeNew();
                if (!raced || holdsOwnLock) {
                    return;
                }
            }
        }

        private void lookUp() throws SQLException {
            List<KnownIntent> known = IntentRows.find(connection, open.keySet());
            Set<Long> busy = new TreeSet<>();
            for (KnownIntent intent : known) {
                if (!decide(intent)) {
                    busy.add(intent.unitLock());
                }
            }
            if (busy.isEmpty()) {
                return;
            }
            // In the order of their numbers, and before a lock of our own: nobody waits in a circle.
            Set<Long> free = UnitLocks.lockAll(connection, busy, patience);
            for (KnownIntent intent : IntentRows.find(connection, open.keySet())) {
                if (decide(intent)) {
                    continue;
                }
                open.remove(intent.key());
                if (free.contains(intent.unitLock())) {
                    left.add(intent);
                } else {
                    decided.put(intent.key(), new Admission.InProgress());
                }
            }
        }

        /** Whether nothing remains to be done for the request. */
        private boolean decide(KnownIntent intent) {
            IssuanceRequest request = open.get(intent.key());
            if (request == null) {
                return true;
            }
            Admission admission = intent.answerTo(request);
            if (admission instanceof Admission.InProgress && intent.isOf(issuer)) {
                return false;
            }
            open.remove(intent.key());
            decided.put(intent.key(), admission);
            return true;
        }

        /** Stores what is new and takes up what was left; true if somebody stored one of them first. */
        private boolean storeNew() throws SQLException {
            if (open.isEmpty() && left.isEmpty()) {
                return false;
            }
            long ownLock = random.nextLong();
            List<KnownIntent> fresh = new ArrayList<>();
            for (IssuanceRequest request : open.values()) {
                fresh.add(KnownIntent.begin(request, issuer, ownLock));
            }
            if (!fresh.isEmpty()) {
                UnitLocks.tryLock(connection, ownLock);
            }
            Transactions.run(connection, "storing intents", transaction -> {
                fresh.retainAll(IntentRows.insert(transaction, fresh));
                List<KnownIntent> mine = new ArrayList<>(left);
                mine.addAll(fresh);
                if (!mine.isEmpty()) {
                    int signatures =
                            mine.stream().mapToInt(KnownIntent::signatures).sum();
                    unit.auditIntent(transaction, signatures, left.size());
                }
                return true;
            });
            crashPoints.reached(INTENDED);
            left.forEach(this::admit);
            fresh.forEach(this::admit);
            holdsOwnLock = !fresh.isEmpty() || !left.isEmpty();
            left.clear();
            return !open.isEmpty();
        }

        private void admit(KnownIntent intent) {
            open.remove(intent.key());
            decided.put(intent.key(), new Admission.Admitted(intent.persistedFor(unit)));
        }
    }
}
