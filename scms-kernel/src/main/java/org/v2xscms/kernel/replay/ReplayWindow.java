package org.v2xscms.kernel.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.database.AuthorityDatabase;

/**
 * The messages accepted lately, by hash, in the database: a restart forgets none, and all instances of an authority
 * share them.
 *
 * <p>Time is cut into buckets of a fixed length by generation time. {@link #prune} removes buckets that have left the
 * window and notes the newest removed one, so that a clock set back does not open them again. What is stored of a
 * message is its hash and its bucket, nothing finer.
 */
public final class ReplayWindow {

    private final AuthorityDatabase database;
    private final InstantSource clock;
    private final Duration past;
    private final Duration future;
    private final long bucketSeconds;
    private final long capacity;
    private final AtomicLong held = new AtomicLong();

    /**
     * @param past how old a message may be
     * @param future how far its sender's clock may be ahead
     * @param bucket the length of a bucket, at most {@code past}
     * @param capacity the greatest number of messages held, in this instance's view
     */
    public ReplayWindow(
            AuthorityDatabase database,
            InstantSource clock,
            Duration past,
            Duration future,
            Duration bucket,
            long capacity) {
        this.database = database;
        this.clock = clock;
        this.past = past;
        this.future = future;
        this.bucketSeconds = bucket.toSeconds();
        this.capacity = capacity;
        held.set(database.inTransaction("counting seen messages", ReplayWindow::count));
    }

    /** Accepts a message, in a transaction of its own. Call it after the signature is verified. */
    public Freshness accept(Octets messageHash, Instant generationTime) {
        return database.inTransaction(
                "checking for a replay", connection -> accept(connection, messageHash, generationTime));
    }

    /** Accepts a message in the transaction that does what it asks: both happen, or neither. */
    public Freshness accept(Connection connection, Octets messageHash, Instant generationTime) throws SQLException {
        Instant now = clock.instant();
        if (generationTime.isBefore(now.minus(past))) {
            return new Freshness.TooOld();
        }
        if (generationTime.isAfter(now.plus(future))) {
            return new Freshness.InFuture();
        }
        if (held.get() >= capacity) {
            return new Freshness.Full(Duration.ofSeconds(bucketSeconds));
        }
        long bucket = bucket(generationTime);
        if (bucket <= floor(connection)) {
            return new Freshness.TooOld();
        }
        if (!insert(connection, bucket, messageHash)) {
            return new Freshness.Replayed();
        }
        held.incrementAndGet();
        return new Freshness.Fresh();
    }

    /** Removes what has left the window. Called by a schedule, about once a bucket. */
    public void prune() {
        long oldest = bucket(clock.instant().minus(past));
        database.inTransaction("pruning seen messages", connection -> {
            try (PreparedStatement floor =
                            connection.prepareStatement("update replay.floor set bucket = greatest(bucket, ?)");
                    PreparedStatement seen = connection.prepareStatement(
                            "delete from replay.seen where bucket <= (select bucket from replay.floor)")) {
                floor.setLong(1, oldest - 1);
                floor.executeUpdate();
                seen.executeUpdate();
            }
            held.set(count(connection));
            return true;
        });
    }

    private long bucket(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), bucketSeconds);
    }

    /** Locked against {@link #prune} until the transaction ends: a message is not accepted into a bucket being closed. */
    private static long floor(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select bucket from replay.floor for share")) {
            if (!row.next()) {
                throw new IllegalStateException("the replay window has lost its floor");
            }
            return row.getLong(1);
        }
    }

    private static boolean insert(Connection connection, long bucket, Octets messageHash) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into replay.seen (bucket, message_hash) values (?, ?) on conflict do nothing")) {
            statement.setLong(1, bucket);
            statement.setBytes(2, messageHash.toByteArray());
            return statement.executeUpdate() == 1;
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from replay.seen")) {
            row.next();
            return row.getLong(1);
        }
    }
}
