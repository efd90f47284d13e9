package org.v2xscms.eca.request;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.eca.device.Device;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.http.ErrorNumber;

/**
 * How often a device may ask, and how old a request may be. Times are those the devices wrote into their requests: a
 * request that waited somewhere counts where it belongs. A retry does not count again.
 */
public final class RequestLimits {

    /** The stretch in which maxRequests counts (IEEE 1609.2.1-2022 eca-maxReqs). */
    private static final Duration WINDOW = Duration.ofDays(7);

    private final AuthorityDatabase database;
    private final InstantSource clock;
    private final Duration tolerance;
    private final Limits limits;

    /** @param tolerance how far a device's clock may be ahead */
    public RequestLimits(AuthorityDatabase database, InstantSource clock, Duration tolerance, Limits limits) {
        this.database = database;
        this.clock = clock;
        this.tolerance = tolerance;
        this.limits = limits;
    }

    /** See {@code EnrollmentSettings}. */
    public record Limits(Duration maxAge, int maxRequests, Duration minWait) {

        public Limits {
            if (maxAge.compareTo(WINDOW) > 0 || maxRequests < 1) {
                throw new IllegalArgumentException(
                        "a request may be at most seven days old, and at least one counts in them");
            }
        }
    }

    /** Why the generation time of a request is refused. */
    public Optional<Judgement.Refused<Octets>> age(Time32 generated) {
        Instant at = generated.toInstant();
        Instant now = clock.instant();
        if (at.isAfter(now.plus(tolerance))) {
            return refused(ErrorNumber.GENERATION_TIME_IN_FUTURE, "generated in the future");
        }
        return at.isBefore(now.minus(limits.maxAge()))
                ? refused(ErrorNumber.ECA_MAX_AGE, "generated too long ago")
                : Optional.empty();
    }

    /**
     * Counts a request of {@code device}, unless it is a retry.
     *
     * @param id what may be asked once
     * @param hash of the request as received
     */
    public Optional<Judgement.Refused<Octets>> count(Device device, Octets id, Octets hash, Time32 generated) {
        return database.inTransaction("counting a request", connection -> {
            lock(connection, device);
            Optional<Octets> known = known(connection, device, id);
            if (known.isPresent()) {
                return known.get().equals(hash)
                        ? Optional.empty()
                        : refused(ErrorNumber.OTHER_FIELDS_NOT_ALLOWED, "asked before with other content");
            }
            prune(connection, device);
            Optional<Judgement.Refused<Octets>> refusal = tooMany(connection, device, generated);
            if (refusal.isEmpty()) {
                insert(connection, device, id, hash, generated);
            }
            return refusal;
        });
    }

    private Optional<Judgement.Refused<Octets>> tooMany(Connection connection, Device device, Time32 generated)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select count(*),"
                + " count(*) filter (where abs(generated - ?) < ?) from eca.request where canonical_id = ?")) {
            query.setLong(1, generated.seconds());
            query.setLong(2, limits.minWait().toSeconds());
            query.setString(3, device.canonicalId());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (row.getLong(1) >= limits.maxRequests()) {
                    return refused(ErrorNumber.ECA_MAX_REQUESTS, "too many requests in seven days");
                }
                return row.getLong(2) > 0
                        ? refused(ErrorNumber.ECA_MIN_WAIT, "too soon after another request")
                        : Optional.empty();
            }
        }
    }

    /** Two requests of one device wait for each other. */
    private static void lock(Connection connection, Device device) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended('eca request ' || ?, 0))")) {
            lock.setString(1, device.canonicalId());
            lock.execute();
        }
    }

    private static Optional<Octets> known(Connection connection, Device device, Octets id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select request_hash from eca.request where canonical_id = ? and request_id = ?")) {
            query.setString(1, device.canonicalId());
            query.setBytes(2, id.toByteArray());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(Octets.of(row.getBytes(1))) : Optional.empty();
            }
        }
    }

    private void prune(Connection connection, Device device) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from eca.request where canonical_id = ? and generated < ?")) {
            delete.setString(1, device.canonicalId());
            delete.setLong(2, Time32.of(clock.instant().minus(WINDOW)).seconds());
            delete.executeUpdate();
        }
    }

    private static void insert(Connection connection, Device device, Octets id, Octets hash, Time32 generated)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into eca.request"
                + " (canonical_id, request_id, request_hash, generated) values (?, ?, ?, ?)")) {
            insert.setString(1, device.canonicalId());
            insert.setBytes(2, id.toByteArray());
            insert.setBytes(3, hash.toByteArray());
            insert.setLong(4, generated.seconds());
            insert.executeUpdate();
        }
    }

    private static Optional<Judgement.Refused<Octets>> refused(ErrorNumber number, String reason) {
        return Optional.of(new Judgement.Refused<>(number, reason));
    }
}
