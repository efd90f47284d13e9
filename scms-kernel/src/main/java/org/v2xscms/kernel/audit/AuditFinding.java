package org.v2xscms.kernel.audit;

/** Something an honest chain does not show. */
public sealed interface AuditFinding {

    /** The record's content is not what was hashed. */
    record Altered(long sequence) implements AuditFinding {}

    /** The record does not continue the one before it. */
    record Unlinked(long sequence) implements AuditFinding {}

    /** Records are gone from between others. */
    record Missing(long first, long last) implements AuditFinding {}

    /** A sequence number stands more than once. */
    record Repeated(long sequence) implements AuditFinding {}

    /** The chain's stored end is not its last record. */
    record EndDiffers(long storedEnd, long lastRecord) implements AuditFinding {}

    /** Checkpointed records are gone from the end: cut off, or the database was set back. */
    record Truncated(long checkpointed, long lastRecord) implements AuditFinding {}

    /** The chain agrees with itself but not with what was checkpointed: it was rewritten. */
    record Rewritten(long sequence) implements AuditFinding {}

    /** A line of the checkpoint file is unreadable, of another authority, or not signed by the right key. */
    record ForgedCheckpoint(int line) implements AuditFinding {}

    /** A checkpoint does not continue the one before it. */
    record UnlinkedCheckpoint(int line) implements AuditFinding {}

    /** A checkpoint states another number of signatures than the records up to it. */
    record MiscountedCheckpoint(int line, long stated, long recorded) implements AuditFinding {}

    /**
     * The signing module counted a number of signatures that the records do not explain: fewer than stand in answers,
     * or more than were intended.
     */
    record SignaturesUnexplained(long counted, long issued, long intended) implements AuditFinding {}
}
