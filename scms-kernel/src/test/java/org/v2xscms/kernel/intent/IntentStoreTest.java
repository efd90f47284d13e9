package org.v2xscms.kernel.intent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.database.DatabaseAccess;
import org.v2xscms.kernel.database.DatabaseFault;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.kernel.time.SteppableClock;

class IntentStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");
    private static final Period PERIOD = new Period(100, NOW.plus(Duration.ofDays(7)));

    private static DatabaseAccess access;
    private static AuthorityDatabase database;

    @TempDir
    private Path folder;

    private TestIssuer issuer;
    private IntentStore store;

    @BeforeAll
    static void open() {
        access = TestPostgres.newDatabase();
        database = AuthorityDatabase.open(access, "own", List.of(), 12);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void newStore() {
        // A name of its own for each test: intents another test left pending are not recovered here.
        issuer = new TestIssuer("issuer of " + folder.getFileName(), 1, folder.resolve("journal"));
        store = store(database, issuer);
    }

    @Test
    void identicalRequestGetsTheIdenticalAnswerThoughSignaturesDiffer() {
        Octets first = answer(request("a", "content"));
        assertEquals(first, answer(request("a", "content")));
        assertEquals(first, answerOf(store(database, issuer), request("a", "content")));
        assertEquals(1, issuer.signed().size());
    }

    @Test
    void sameRequestIdWithOtherContentIsRefusedBeforeAndAfterTheAnswer() {
        try (IssuanceUnit unit = store.admit(List.of(request("b", "content")))) {
            assertEquals(1, unit.admissions().size());
        }
        assertInstanceOf(Admission.Conflicting.class, admission(request("b", "other")));
        Octets answer = answer(request("b", "content"));
        assertInstanceOf(Admission.Conflicting.class, admission(request("b", "other")));
        assertEquals(answer, answer(request("b", "content")));
    }

    @Test
    void sameRequestIdInAnotherPeriodIsAnotherRequest() {
        Octets id = TestIssuer.hash("c");
        IssuanceRequest next = new IssuanceRequest(
                new Period(101, PERIOD.expires().plus(Duration.ofDays(7))), id, id, 1, () -> Octets.of((byte) 2));
        IssuanceRequest now = new IssuanceRequest(PERIOD, id, id, 1, () -> Octets.of((byte) 1));
        assertTrue(answer(now).slice(0, 1).equals(Octets.of((byte) 1)));
        assertTrue(answer(next).slice(0, 1).equals(Octets.of((byte) 2)));
    }

    @Test
    void retryAfterAFailedSignatureSignsTheStoredOctetsNotRebuiltOnes() {
        try (IssuanceUnit unit = store.admit(List.of(request("d", "content", () -> text("built first"))))) {
            assertInstanceOf(Admission.Admitted.class, unit.admissions().getFirst());
        }
        Octets answer = answer(request("d", "content", () -> text("built again")));
        assertTrue(issuer.confirms(text("built first"), answer));
    }

    @Test
    void tokenSignsOnceAndNotAfterItsUnitEnded() {
        IssuanceToken used;
        IssuanceToken late;
        try (IssuanceUnit unit = store.admit(List.of(request("e", "x"), request("f", "x")))) {
            used = token(unit.admissions().get(0));
            late = token(unit.admissions().get(1));
            used.sign();
            assertThrows(IllegalStateException.class, used::sign);
        }
        assertThrows(IllegalStateException.class, late::sign);
        assertEquals(1, issuer.signed().size());
    }

    @Test
    void answerSignedInOneUnitIsNotStoredByAnother() {
        try (IssuanceUnit one = store.admit(List.of(request("g", "x")));
                IssuanceUnit two = store.admit(List.of(request("h", "x")))) {
            SignedIssuance signed = token(one.admissions().getFirst()).sign();
            assertThrows(IllegalArgumentException.class, () -> two.store(List.of(signed)));
        }
    }

    @Test
    void answerIsNotReleasedWhenItCannotBeStored() {
        try (IssuanceUnit unit = store.admit(List.of(request("i", "x")))) {
            SignedIssuance signed = token(unit.admissions().getFirst()).sign();
            assertThrows(
                    DatabaseFault.class,
                    () -> unit.store(List.of(signed), transaction -> {
                        try (Statement statement = transaction.createStatement()) {
                            return statement.execute("select 1 / 0");
                        }
                    }));
        }
        assertEquals(
                0,
                count("issuance.outcome where request_id = '\\x"
                        + TestIssuer.hash("i").hex() + "'"));
        assertTrue(issuer.confirms(text("tbs i"), answer(request("i", "x"))));
    }

    @Test
    void withoutAuditRecordNothingIsSignedOrStored() {
        try (IssuanceUnit unit = store.admit(List.of(request("j", "x")))) {
            SignedIssuance signed = token(unit.admissions().getFirst()).sign();
            auditFails(true);
            try {
                assertThrows(DatabaseFault.class, () -> unit.store(List.of(signed)));
                assertThrows(DatabaseFault.class, () -> store.admit(List.of(request("k", "x"))));
            } finally {
                auditFails(false);
            }
        }
        assertEquals(
                0,
                count("issuance.outcome where request_id = '\\x"
                        + TestIssuer.hash("j").hex() + "'"));
        assertEquals(
                0,
                count("issuance.intent where request_id = '\\x"
                        + TestIssuer.hash("k").hex() + "'"));
    }

    @Test
    void wrongSignatureIsNeitherStoredNorReleased() {
        TestIssuer faulty = new TestIssuer(issuer.name(), 1, folder.resolve("journal")) {
            @Override
            public Octets sign(Octets toBeSigned) {
                return super.sign(Octets.concat(toBeSigned, Octets.of((byte) 0)));
            }
        };
        try (IssuanceUnit unit = store(database, faulty).admit(List.of(request("l", "x")))) {
            assertThrows(
                    SignatureRefused.class,
                    () -> token(unit.admissions().getFirst()).sign());
        }
        assertTrue(issuer.confirms(text("tbs l"), answer(request("l", "x"))));
    }

    @Test
    void requestThatBreaksTheProfileIsAbandonedForEver() {
        IssuanceRequest broken = request("m", "x", () -> Octets.EMPTY);
        try (IssuanceUnit unit = store.admit(List.of(broken))) {
            Admission.Admitted admitted =
                    assertInstanceOf(Admission.Admitted.class, unit.admissions().getFirst());
            assertEquals(
                    new LintVerdict.Failed(List.of("not-empty")),
                    admitted.intent().lint());
        }
        assertEquals(new Admission.Abandoned("not-empty"), admission(request("m", "x")));
        assertEquals(List.of(), issuer.signed());
    }

    @Test
    void otherProfileVersionLeavesTheIntentToTheOneThatBeganIt() {
        try (IssuanceUnit unit = store.admit(List.of(request("n", "x")))) {
            assertInstanceOf(Admission.Admitted.class, unit.admissions().getFirst());
        }
        TestIssuer newer = new TestIssuer(issuer.name(), 2, folder.resolve("journal"));
        IntentStore newerStore = store(database, newer);
        assertInstanceOf(Admission.InProgress.class, admission(newerStore, request("n", "x")));
        try (IssuanceUnit recovered = newerStore.recover(10)) {
            assertEquals(List.of(), recovered.admissions());
        }
        Octets answer = answer(request("n", "x"));
        assertEquals(answer, answerOf(newerStore, request("n", "x")));
    }

    @Test
    void fiftyParallelIdenticalRequestsAtThreeInstancesMakeOneSignature() throws Exception {
        try (AuthorityDatabase second = AuthorityDatabase.open(access, "own", List.of(), 20);
                AuthorityDatabase third = AuthorityDatabase.open(access, "own", List.of(), 20);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<IntentStore> instances = List.of(store, store(second, issuer), store(third, issuer));
            List<Callable<Octets>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                IntentStore instance = instances.get(i % 3);
                calls.add(() -> answerOf(instance, request("o", "x")));
            }
            Set<Octets> answers = new HashSet<>();
            for (Future<Octets> call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
            assertEquals(1, answers.size());
        }
        assertEquals(1, issuer.signed().size());
    }

    @Test
    void overlappingBatchesInParallelAnswerEveryRequestOnce() throws Exception {
        List<IssuanceRequest> requests =
                IntStream.range(0, 200).mapToObj(i -> request("p" + i, "x")).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                List<IssuanceRequest> shuffled = new ArrayList<>(requests.subList(i * 10, 150 + i * 10));
                Collections.shuffle(shuffled, new java.util.Random(i));
                calls.add(() -> finish(store.admit(shuffled)));
            }
            for (Future<Integer> call : threads.invokeAll(calls)) {
                assertTrue(call.get() >= 0);
            }
        }
        try (IssuanceUnit unit = store.admit(requests)) {
            for (Admission admission : unit.admissions()) {
                assertInstanceOf(Admission.Answered.class, admission);
            }
        }
        assertEquals(200, issuer.signed().size());
        assertEquals(200, new HashSet<>(issuer.signed()).size());
    }

    @Test
    void requestTwiceInOneListIsWorkedOnOnce() {
        try (IssuanceUnit unit = store.admit(List.of(request("q", "x"), request("q", "x"), request("q", "y")))) {
            assertInstanceOf(Admission.Admitted.class, unit.admissions().get(0));
            assertInstanceOf(Admission.InProgress.class, unit.admissions().get(1));
            assertInstanceOf(Admission.Conflicting.class, unit.admissions().get(2));
        }
    }

    @Test
    void recoveryLeavesAloneWhatALivingUnitWorksOn() {
        try (IssuanceUnit living = store.admit(List.of(request("r", "x")))) {
            try (IssuanceUnit recovered = store.recover(10)) {
                assertEquals(List.of(), recovered.admissions());
            }
            assertEquals(1, living.admissions().size());
        }
        assertEquals(1, finish(store.recover(10)));
        assertEquals(0, finish(store.recover(10)));
        assertEquals(1, issuer.signed().size());
    }

    @Test
    void expiredPeriodIsDroppedAndNothingIsIssuedForItAgain() {
        Period old = new Period(7, NOW.minus(Duration.ofDays(1)));
        Octets id = TestIssuer.hash("s");
        IssuanceRequest request = new IssuanceRequest(old, id, id, 1, () -> text("x"));
        answer(request);
        assertEquals(1, store.dropExpired(NOW));
        assertEquals(0, count("pg_tables where tablename in ('intent_7', 'outcome_7')"));
        assertInstanceOf(Admission.PeriodDropped.class, admission(request));
        Octets kept = answer(request("t", "x"));
        assertEquals(0, store.dropExpired(NOW));
        assertEquals(kept, answer(request("t", "x")));
    }

    static IntentStore store(AuthorityDatabase database, Issuer issuer) {
        AuditLog audit = new AuditLog(database, "pca", new SteppableClock(NOW));
        return new IntentStore(
                database, audit, issuer, CrashPoints.fromSystemProperty(), Duration.ofSeconds(20), new SecureRandom());
    }

    static IssuanceRequest request(String id, String content) {
        return request(id, content, () -> text("tbs " + id));
    }

    private static IssuanceRequest request(String id, String content, Supplier<Octets> toBeSigned) {
        return new IssuanceRequest(PERIOD, TestIssuer.hash(id), TestIssuer.hash(id + " " + content), 1, toBeSigned);
    }

    private static Octets text(String text) {
        return Octets.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Octets answer(IssuanceRequest request) {
        return answerOf(store, request);
    }

    /** What a request handler does for one request. */
    static Octets answerOf(IntentStore store, IssuanceRequest request) {
        try (IssuanceUnit unit = store.admit(List.of(request))) {
            return switch (unit.admissions().getFirst()) {
                case Admission.Answered answered -> answered.answer().octets();
                case Admission.Admitted admitted ->
                    unit.store(List.of(token(admitted).sign())).getFirst().octets();
                case Admission other -> throw new AssertionError("not answered but " + other);
            };
        }
    }

    /** Signs and stores everything the unit may, and counts it. */
    static int finish(IssuanceUnit unit) {
        try (unit) {
            List<SignedIssuance> signed = new ArrayList<>();
            for (Admission admission : unit.admissions()) {
                if (admission instanceof Admission.Admitted) {
                    signed.add(token(admission).sign());
                }
            }
            return unit.store(signed).size();
        }
    }

    private static IssuanceToken token(Admission admission) {
        Admission.Admitted admitted = assertInstanceOf(Admission.Admitted.class, admission);
        return assertInstanceOf(LintVerdict.Passed.class, admitted.intent().lint())
                .token();
    }

    private Admission admission(IssuanceRequest request) {
        return admission(store, request);
    }

    private static Admission admission(IntentStore store, IssuanceRequest request) {
        try (IssuanceUnit unit = store.admit(List.of(request))) {
            return unit.admissions().getFirst();
        }
    }

    private static int count(String from) {
        return database.inTransaction("counting", connection -> {
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from " + from)) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private static void auditFails(boolean fails) {
        String runtime = access.runtime().role();
        database.asOwner("taking a privilege", connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(
                        fails
                                ? "revoke insert on audit.record from " + runtime
                                : "grant insert on audit.record to " + runtime);
            }
        });
    }
}
