package org.v2xscms.kernel.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.database.Transactions;

/**
 * Reads a whole chain and its checkpoints and says what is wrong with them. Needs a role that may read the audit
 * schema and nothing else.
 *
 * <p>What it cannot see: records cut from the end since the last checkpoint together with the stored end, unless the
 * signing module's counter tells. Checkpoints are therefore written often and kept where the authority's host cannot
 * change them.
 */
public final class AuditVerifier {

    private final String authority;
    private final CheckpointVerifier key;

    public AuditVerifier(String authority, CheckpointVerifier key) {
        this.authority = authority;
        this.key = key;
    }

    /**
     * Examines the chain.
     *
     * @param countedSignatures what the signing module counted for the authority's keys, if it is known
     */
    public AuditReport verify(DataSource source, CheckpointFile file, OptionalLong countedSignatures) {
        Examination examination = new Examination();
        List<CheckpointFile.Line> checkpoints = examination.acceptable(file.lines());
        checkpoints.forEach(examination::expect);
        Transactions.run(source, "reading the audit chain", connection -> {
            AuditRows.after(connection, Long.MIN_VALUE, examination::accept);
            examination.compareStoredEnd(storedEnd(connection));
            return examination;
        });
        examination.compareEnd(checkpoints);
        countedSignatures.ifPresent(examination::compareSignatures);
        return new AuditReport(examination.records, examination.issued, examination.intended, examination.findings);
    }

    private static long storedEnd(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("select sequence from audit.head")) {
            return head.next() ? head.getLong(1) : -1;
        }
    }

    /** The state of one pass over the records. */
    private final class Examination {

        private final List<AuditFinding> findings = new ArrayList<>();
        private final Map<Long, CheckpointFile.Line> expected = new HashMap<>();
        private long records;
        private long sequence;
        private Octets hash = AuditRecord.GENESIS;
        private long issued;
        private long intended;

        /** The readable, signed lines; what is wrong with the others becomes a finding. */
        List<CheckpointFile.Line> acceptable(List<CheckpointFile.Line> lines) {
            List<CheckpointFile.Line> good = new ArrayList<>();
            Octets previous = AuditRecord.GENESIS;
            for (CheckpointFile.Line line : lines) {
                @Nullable Checkpoint checkpoint = line.checkpoint();
                if (checkpoint == null
                        || !checkpoint.authority().equals(authority)
                        || !key.verify(line.encoded(), line.signature())) {
                    findings.add(new AuditFinding.ForgedCheckpoint(line.number()));
                    continue;
                }
                if (!checkpoint.previous().equals(previous)) {
                    findings.add(new AuditFinding.UnlinkedCheckpoint(line.number()));
                }
                previous = checkpoint.digest();
                good.add(line);
            }
            return good;
        }

        void expect(CheckpointFile.Line line) {
            @Nullable Checkpoint checkpoint = line.checkpoint();
            if (checkpoint != null) {
                expected.put(checkpoint.sequence(), line);
            }
        }

        void accept(AuditRecord record) {
            records++;
            if (record.sequence() <= sequence) {
                findings.add(new AuditFinding.Repeated(record.sequence()));
            } else if (record.sequence() > sequence + 1) {
                findings.add(new AuditFinding.Missing(sequence + 1, record.sequence() - 1));
            } else if (!record.previousHash().equals(hash)) {
                findings.add(new AuditFinding.Unlinked(record.sequence()));
            }
            if (!record.isIntact(authority)) {
                findings.add(new AuditFinding.Altered(record.sequence()));
            }
            sequence = record.sequence();
            hash = record.hash();
            count(record);
            compareCheckpoint(record);
        }

        private void count(AuditRecord record) {
            boolean intent = record.kind().equals(AuditKind.INTEND.name());
            boolean issue = record.kind().equals(AuditKind.ISSUE.name());
            issued += intent ? 0 : record.signatures();
            intended += issue ? 0 : record.signatures();
        }

        private void compareCheckpoint(AuditRecord record) {
            CheckpointFile.@Nullable Line line = expected.get(record.sequence());
            @Nullable Checkpoint checkpoint = line == null ? null : line.checkpoint();
            if (line == null || checkpoint == null) {
                return;
            }
            if (!checkpoint.hash().equals(record.hash())) {
                findings.add(new AuditFinding.Rewritten(record.sequence()));
            }
            if (checkpoint.issued() != issued) {
                findings.add(new AuditFinding.MiscountedCheckpoint(line.number(), checkpoint.issued(), issued));
            }
        }

        void compareStoredEnd(long storedEnd) {
            if (storedEnd != sequence) {
                findings.add(new AuditFinding.EndDiffers(storedEnd, sequence));
            }
        }

        void compareEnd(List<CheckpointFile.Line> checkpoints) {
            long newest = 0;
            for (CheckpointFile.Line line : checkpoints) {
                @Nullable Checkpoint checkpoint = line.checkpoint();
                newest = checkpoint == null ? newest : Math.max(newest, checkpoint.sequence());
            }
            if (newest > sequence) {
                findings.add(new AuditFinding.Truncated(newest, sequence));
            }
        }

        void compareSignatures(long counted) {
            if (counted < issued || counted > intended) {
                findings.add(new AuditFinding.SignaturesUnexplained(counted, issued, intended));
            }
        }
    }
}
