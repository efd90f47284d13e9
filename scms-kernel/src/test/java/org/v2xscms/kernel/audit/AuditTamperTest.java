package org.v2xscms.kernel.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.database.TestPostgres;
import org.v2xscms.kernel.time.SteppableClock;

/** Six records, checkpointed after the fourth and the sixth, tampered with by somebody who owns the database. */
class AuditTamperTest {

    private static final int RECORDS = 6;

    private static AuthorityDatabase database;

    @TempDir
    private Path folder;

    private final SteppableClock clock = new SteppableClock(Instant.parse("2026-03-01T10:20:30Z"));
    private CheckpointFile file;
    private AuditCheckpoints checkpoints;

    @BeforeAll
    static void open() {
        database = AuthorityDatabase.open(TestPostgres.newDatabase(), "own", List.of(), 2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void writeChain() {
        tamper("truncate audit.record");
        tamper("alter table audit.record drop constraint if exists record_pkey, add primary key (sequence)");
        tamper("update audit.head set sequence = 0, hash = decode(repeat('00', 32), 'hex')");
        file = new CheckpointFile(folder.resolve("checkpoints"));
        checkpoints = new AuditCheckpoints(database, "pca", file, checkpoint -> mac("key", checkpoint), clock);
        AuditLog log = new AuditLog(database, "pca", clock);
        log.append(AuditEntry.of(AuditKind.START, "pca", Map.of("profile", "1")));
        log.append(AuditEntry.of(AuditKind.INTEND, "pca", Map.of()).withSignatures(20));
        log.append(AuditEntry.of(AuditKind.ISSUE, "pca", Map.of()).withSignatures(20));
        log.append(AuditEntry.of(AuditKind.LOGIN, "operator-a", Map.of()));
        checkpoints.write();
        log.append(AuditEntry.of(AuditKind.INTEND, "pca", Map.of()).withSignatures(5));
        log.append(AuditEntry.of(AuditKind.HALT, "operator-a", Map.of("reason", "drill")));
        checkpoints.write();
    }

    @Test
    void honestChainHasNoFindings() {
        assertEquals(new AuditReport(RECORDS, 20, 25, List.of()), examine());
        checkpoints.refuseRolledBackDatabase();
    }

    @ParameterizedTest
    @CsvSource({"kind,'STOP'", "at,0", "actor,'operator-b'", "facts,'reason=real'", "signatures,19"})
    void changedRecordIsFoundWhicheverFieldChanged(String column, String value) {
        tamper("update audit.record set " + column + " = "
                + (column.matches("at|signatures") ? value : "'" + value + "'") + " where sequence = 6");
        assertTrue(examine().findings().contains(new AuditFinding.Altered(6)));
    }

    @Test
    void changedHashIsFound() {
        tamper("update audit.record set hash = sha256('x') where sequence = 3");
        assertTrue(examine().findings().contains(new AuditFinding.Altered(3)));
        assertTrue(examine().findings().contains(new AuditFinding.Unlinked(4)));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5"})
    void deletedRecordIsFoundWhereverItStood(long sequence) {
        tamper("delete from audit.record where sequence = " + sequence);
        assertTrue(examine().findings().contains(new AuditFinding.Missing(sequence, sequence)));
    }

    @Test
    void swappedRecordsAreFound() {
        tamper("update audit.record set sequence = case sequence when 2 then -3 else -2 end where sequence in (2, 3)");
        tamper("update audit.record set sequence = -sequence where sequence < 0");
        List<AuditFinding> findings = examine().findings();
        assertTrue(findings.contains(new AuditFinding.Altered(2)), findings::toString);
        assertTrue(findings.contains(new AuditFinding.Altered(3)), findings::toString);
    }

    @Test
    void duplicatedRecordIsFound() {
        tamper("alter table audit.record drop constraint record_pkey");
        tamper("insert into audit.record select * from audit.record where sequence = 3");
        assertTrue(examine().findings().contains(new AuditFinding.Repeated(3)));
    }

    @Test
    void recordDuplicatedUnderTheNextNumberIsFound() {
        tamper("insert into audit.record select 7, hash, kind, at, actor, facts, signatures, hash from audit.record"
                + " where sequence = 6");
        assertTrue(examine().findings().contains(new AuditFinding.Altered(7)));
    }

    @Test
    void truncationIsFoundThoughTheStoredEndWasSetBackToo() {
        tamper("delete from audit.record where sequence > 4");
        tamper("update audit.head set sequence = 4, hash = (select hash from audit.record where sequence = 4)");
        assertEquals(List.of(new AuditFinding.Truncated(6, 4)), examine().findings());
        assertThrows(AuditBroken.class, checkpoints::refuseRolledBackDatabase);
        assertThrows(AuditBroken.class, checkpoints::write);
    }

    @Test
    void databaseRolledBackAndWrittenOnIsFound() {
        tamper("delete from audit.record where sequence > 4");
        tamper("update audit.head set sequence = 4, hash = (select hash from audit.record where sequence = 4)");
        AuditLog log = new AuditLog(database, "pca", clock);
        log.append(AuditEntry.of(AuditKind.LOGIN, "operator-c", Map.of()));
        log.append(AuditEntry.of(AuditKind.LOGIN, "operator-d", Map.of()));
        assertTrue(examine().findings().contains(new AuditFinding.Rewritten(6)));
        assertThrows(AuditBroken.class, checkpoints::refuseRolledBackDatabase);
    }

    @Test
    void chainRewrittenConsistentlyIsFoundByItsCheckpoints() {
        rewriteFrom(3);
        List<AuditFinding> findings = examine().findings();
        assertEquals(List.of(new AuditFinding.Rewritten(4), new AuditFinding.Rewritten(6)), findings);
    }

    @Test
    void emptiedChainIsFound() {
        tamper("truncate audit.record");
        assertTrue(examine().findings().contains(new AuditFinding.Truncated(6, 0)));
    }

    @Test
    void checkpointSignedByAnotherKeyIsFound() {
        new AuditLog(database, "pca", clock).append(AuditEntry.of(AuditKind.STOP, "pca", Map.of()));
        new AuditCheckpoints(database, "pca", file, checkpoint -> mac("old key", checkpoint), clock).write();
        assertEquals(List.of(new AuditFinding.ForgedCheckpoint(3)), examine().findings());
    }

    @Test
    void checkpointTakenOutIsFound() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("checkpoints"));
        Files.write(folder.resolve("checkpoints"), lines.subList(1, 2), StandardCharsets.US_ASCII);
        assertEquals(List.of(new AuditFinding.UnlinkedCheckpoint(1)), examine().findings());
    }

    @Test
    void checkpointLineCutByACrashIsPassedOver() throws IOException {
        Files.writeString(folder.resolve("checkpoints"), "0014763278", StandardOpenOption.APPEND);
        new AuditLog(database, "pca", clock).append(AuditEntry.of(AuditKind.STOP, "pca", Map.of()));
        checkpoints.write();
        assertEquals(List.of(), examine().findings());
        assertEquals(3, file.lines().size());
    }

    @ParameterizedTest
    @CsvSource({"19", "26"})
    void signaturesTheRecordsDoNotExplainAreFound(long counted) {
        assertEquals(
                List.of(new AuditFinding.SignaturesUnexplained(counted, 20, 25)),
                verify(OptionalLong.of(counted)).findings());
    }

    @ParameterizedTest
    @CsvSource({"20", "25"})
    void signaturesLostInACrashAreExplainedByTheirIntents(long counted) {
        assertEquals(List.of(), verify(OptionalLong.of(counted)).findings());
    }

    @Test
    void issuanceIsRecordedByTheHourAndOperatorsByTheSecond() {
        List<Long> times = new ArrayList<>();
        database.inTransaction("reading", connection -> {
            AuditRows.after(connection, 0, record -> times.add(record.atSecond()));
            return times;
        });
        long hour = Instant.parse("2026-03-01T10:00:00Z").getEpochSecond();
        assertEquals(List.of(hour, hour), times.subList(1, 3));
        assertEquals(clock.instant().getEpochSecond(), times.get(3));
    }

    @Test
    void nothingIsSignedWhereNothingWasRecorded() {
        assertTrue(checkpoints.write().isEmpty());
    }

    private AuditReport examine() {
        return verify(OptionalLong.empty());
    }

    private AuditReport verify(OptionalLong counted) {
        return new AuditVerifier(
                        "pca", (checkpoint, signature) -> mac("key", checkpoint).equals(signature))
                .verify(database.dataSource(), file, counted);
    }

    private static void tamper(String statement) {
        database.asOwner("tampering", connection -> {
            try (Statement sql = connection.createStatement()) {
                return sql.executeUpdate(statement);
            }
        });
    }

    /** What a patient attacker with the database would do: change one record and recompute all that follow. */
    private void rewriteFrom(long first) {
        List<AuditRecord> records = new ArrayList<>();
        database.inTransaction("reading", connection -> {
            AuditRows.after(connection, 0, records::add);
            return records;
        });
        Octets previous = records.get((int) first - 2).hash();
        for (AuditRecord old : records.subList((int) first - 1, records.size())) {
            AuditEntry entry =
                    new AuditEntry(AuditKind.valueOf(old.kind()), "forger", new TreeMap<>(), old.signatures());
            AuditRecord forged = AuditRecord.link("pca", old.sequence(), previous, old.atSecond(), entry);
            database.asOwner("forging", connection -> replace(connection, forged));
            previous = forged.hash();
        }
    }

    private static int replace(Connection connection, AuditRecord record) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(
                "update audit.record set actor = ?, facts = ?, previous_hash = ?, hash = ? where sequence = ?")) {
            sql.setString(1, record.actor());
            sql.setString(2, record.facts());
            sql.setBytes(3, record.previousHash().toByteArray());
            sql.setBytes(4, record.hash().toByteArray());
            sql.setLong(5, record.sequence());
            return sql.executeUpdate();
        }
    }

    private static Octets mac(String key, Octets content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return Octets.of(mac.doFinal(content.toByteArray()));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
