package org.v2xscms.kernel.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.v2xscms.codec.oer.Octets;

/**
 * A link of the chain.
 *
 * <p>Its hash is SHA-256 over: the text {@code v2xscms-audit-1}, the authority's name, the hash of the record before,
 * the sequence number (8 octets), the kind, the time (8 octets, seconds of the Unix epoch), the actor, the facts and
 * the number of signatures (4 octets). Each text is the
 * {@link java.io.DataOutput#writeUTF modified UTF-8} behind its length in 2 octets; numbers are big-endian.
 */
public record AuditRecord(
        long sequence,
        Octets previousHash,
        String kind,
        long atSecond,
        String actor,
        String facts,
        int signatures,
        Octets hash) {

    /** What stands before the first record. */
    static final Octets GENESIS = Octets.of(new byte[32]);

    /** The record that follows {@code previousHash}, with its hash computed. */
    static AuditRecord link(String authority, long sequence, Octets previousHash, long atSecond, AuditEntry entry) {
        String facts = entry.factLines();
        String kind = entry.kind().name();
        Octets hash = hash(authority, sequence, previousHash, kind, atSecond, entry.actor(), facts, entry.signatures());
        return new AuditRecord(sequence, previousHash, kind, atSecond, entry.actor(), facts, entry.signatures(), hash);
    }

    /** Whether the stored hash is the hash of the stored content. */
    boolean isIntact(String authority) {
        return hash(authority, sequence, previousHash, kind, atSecond, actor, facts, signatures)
                .equals(hash);
    }

    private static Octets hash(
            String authority,
            long sequence,
            Octets previousHash,
            String kind,
            long atSecond,
            String actor,
            String facts,
            int signatures) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeUTF("v2xscms-audit-1");
            out.writeUTF(authority);
            out.write(previousHash.toByteArray());
            out.writeLong(sequence);
            out.writeUTF(kind);
            out.writeLong(atSecond);
            out.writeUTF(actor);
            out.writeUTF(facts);
            out.writeInt(signatures);
        } catch (IOException e) {
            throw new UncheckedIOException("a record in memory", e);
        }
        return sha256(octets.toByteArray());
    }

    static Octets sha256(byte[] content) {
        try {
            return Octets.of(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
