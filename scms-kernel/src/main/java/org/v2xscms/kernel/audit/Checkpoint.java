package org.v2xscms.kernel.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.v2xscms.codec.oer.Octets;

/**
 * The end of the chain at some moment.
 *
 * @param authority whose chain
 * @param sequence the last record covered
 * @param hash that record's hash
 * @param issued signatures in answers up to here: what the signing module must have counted at least
 * @param atSecond when, in seconds of the Unix epoch
 * @param previous hash of the checkpoint before, zeros for the first
 */
public record Checkpoint(String authority, long sequence, Octets hash, long issued, long atSecond, Octets previous) {

    private static final String TAG = "v2xscms-checkpoint-1";
    private static final int HASH_LENGTH = 32;

    /** The octets that are signed: the tag and the components in order, texts behind a 2-octet length. */
    public Octets encoded() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            out.writeUTF(TAG);
            out.writeUTF(authority);
            out.writeLong(sequence);
            out.write(hash.toByteArray());
            out.writeLong(issued);
            out.writeLong(atSecond);
            out.write(previous.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("a checkpoint in memory", e);
        }
        return Octets.of(octets.toByteArray());
    }

    /** Reads what {@link #encoded()} wrote. */
    static Checkpoint decode(Octets encoded) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded.toByteArray()))) {
            if (!in.readUTF().equals(TAG)) {
                throw new IOException("not a checkpoint");
            }
            Checkpoint checkpoint = new Checkpoint(
                    in.readUTF(),
                    in.readLong(),
                    Octets.of(in.readNBytes(HASH_LENGTH)),
                    in.readLong(),
                    in.readLong(),
                    Octets.of(in.readNBytes(HASH_LENGTH)));
            if (!checkpoint.encoded().equals(encoded)) {
                throw new IOException("not a checkpoint");
            }
            return checkpoint;
        }
    }

    Octets digest() {
        return AuditRecord.sha256(encoded().toByteArray());
    }
}
