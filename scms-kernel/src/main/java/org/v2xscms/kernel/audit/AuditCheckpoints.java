package org.v2xscms.kernel.audit;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.database.AuthorityDatabase;

/**
 * Signs where the chain ends and puts it outside the database at once, so that a database set back or rewritten later
 * shows.
 */
public final class AuditCheckpoints {

    private final AuthorityDatabase database;
    private final String authority;
    private final CheckpointFile file;
    private final CheckpointSigner signer;
    private final InstantSource clock;

    public AuditCheckpoints(
            AuthorityDatabase database,
            String authority,
            CheckpointFile file,
            CheckpointSigner signer,
            InstantSource clock) {
        this.database = database;
        this.authority = authority;
        this.file = file;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * Recomputes the chain from the last checkpoint on, from stored octets, and signs its end.
     *
     * @return the new checkpoint, or empty if nothing was recorded since the last one
     * @throws AuditBroken if the stored chain does not continue the last checkpoint: nothing is signed then
     */
    public synchronized Optional<Checkpoint> write() {
        @Nullable Checkpoint last = last();
        ChainEnd end = new ChainEnd(authority, last);
        database.inTransaction("reading the audit chain", connection -> {
            // The record of the last checkpoint is read again, to see that it is still the same.
            AuditRows.after(connection, last == null ? 0 : last.sequence() - 1, end::accept);
            return end;
        });
        end.refuseIfShort();
        if (end.added == 0) {
            return Optional.empty();
        }
        Checkpoint checkpoint = new Checkpoint(
                authority,
                end.sequence,
                end.hash,
                end.issued,
                clock.instant().getEpochSecond(),
                last == null ? AuditRecord.GENESIS : last.digest());
        file.append(checkpoint, signer.sign(checkpoint.encoded()));
        return Optional.of(checkpoint);
    }

    /**
     * Refuses to work on a database that is behind its last checkpoint: it was restored from an older state or cut.
     * Called at start, before anything is signed.
     *
     * @throws AuditBroken if so
     */
    public synchronized void refuseRolledBackDatabase() {
        @Nullable Checkpoint last = last();
        if (last == null) {
            return;
        }
        ChainEnd end = new ChainEnd(authority, last);
        database.inTransaction("reading the audit chain", connection -> {
            AuditRows.after(connection, last.sequence() - 1, end::accept);
            return end;
        });
        end.refuseIfShort();
    }

    private @Nullable Checkpoint last() {
        List<CheckpointFile.Line> lines = file.lines();
        if (lines.isEmpty()) {
            return null;
        }
        @Nullable Checkpoint last = lines.getLast().checkpoint();
        if (last == null || !last.authority().equals(authority)) {
            throw new AuditBroken("the last audit checkpoint is not one of " + authority);
        }
        return last;
    }

    /** Follows the chain from a checkpoint to its end. */
    private static final class ChainEnd {

        private final String authority;
        private final @Nullable Checkpoint from;
        private long sequence;
        private Octets hash;
        private long issued;
        private long added;

        ChainEnd(String authority, @Nullable Checkpoint from) {
            this.authority = authority;
            this.from = from;
            this.sequence = from == null ? 0 : from.sequence() - 1;
            this.hash = AuditRecord.GENESIS;
            this.issued = from == null ? 0 : from.issued();
        }

        void accept(AuditRecord record) {
            boolean isCheckpointed = from != null && record.sequence() == from.sequence();
            boolean continues = isCheckpointed
                    ? from != null && record.hash().equals(from.hash())
                    : record.previousHash().equals(hash);
            if (record.sequence() != sequence + 1 || !continues || !record.isIntact(authority)) {
                throw new AuditBroken("the audit chain is broken at record " + record.sequence());
            }
            sequence = record.sequence();
            hash = record.hash();
            if (!isCheckpointed) {
                added++;
                issued += record.kind().equals(AuditKind.INTEND.name()) ? 0 : record.signatures();
            }
        }

        void refuseIfShort() {
            if (from != null && sequence < from.sequence()) {
                throw new AuditBroken("the database ends before audit record " + from.sequence()
                        + ", which was checkpointed: it was restored from an older state or cut");
            }
        }
    }
}
