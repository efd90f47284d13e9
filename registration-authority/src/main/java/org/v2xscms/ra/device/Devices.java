package org.v2xscms.ra.device;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.messages.ChainId;

/**
 * The devices in the database. A device is made at the first sight of an enrolment certificate, with a random name and a
 * random chain for each linkage authority; a successor certificate names the same device, so blocking one blocks all.
 *
 * <p>Every change about a device happens under its advisory lock, which its transaction holds to the end.
 */
public final class Devices {

    private final SecureRandom random;

    public Devices(SecureRandom random) {
        this.random = random;
    }

    /** The two chains of a device's linkage seeds. */
    public record Chains(ChainId first, ChainId second) {}

    /** The device of an enrolment certificate, made where it is new; locked until the transaction ends. */
    public DeviceId lock(Connection connection, EnrolledDevice enrolled) throws SQLException {
        Octets certificate = enrolled.hash();
        advisoryLock(connection, ByteBuffer.wrap(certificate.toByteArray()).getLong());
        Optional<DeviceId> known = find(connection, certificate);
        DeviceId device = known.isPresent() ? known.get() : make(connection);
        if (known.isEmpty()) {
            enrol(connection, certificate, device);
        }
        lock(connection, device);
        return device;
    }

    /** Locks a device until the transaction ends. */
    public void lock(Connection connection, DeviceId device) throws SQLException {
        advisoryLock(connection, device.lock());
    }

    /** The device of an enrolment certificate; empty where this authority never saw it. */
    public Optional<DeviceId> find(Connection connection, EnrolledDevice enrolled) throws SQLException {
        return find(connection, enrolled.hash());
    }

    /** Makes {@code successor} another certificate of {@code device}. */
    public void addSuccessor(Connection connection, DeviceId device, HashedCertificate successor) throws SQLException {
        enrol(connection, EnrolledDevice.hash(successor), device);
    }

    public boolean isBlocked(Connection connection, DeviceId device) throws SQLException {
        return !blockedAmong(connection, Set.of(device)).isEmpty();
    }

    /** Those of {@code devices} that are blocked. */
    public Set<DeviceId> blockedAmong(Connection connection, Collection<DeviceId> devices) throws SQLException {
        byte[][] octets =
                devices.stream().map(device -> device.octets().toByteArray()).toArray(byte[][]::new);
        try (PreparedStatement query =
                connection.prepareStatement("select device from ra.blocked where device = any (?)")) {
            query.setArray(1, connection.createArrayOf("bytea", octets));
            Set<DeviceId> blocked = new HashSet<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    blocked.add(new DeviceId(Octets.of(rows.getBytes(1))));
                }
            }
            return blocked;
        }
    }

    /** Blocks a device for good. */
    public void block(Connection connection, DeviceId device) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ra.blocked (device) values (?) on conflict do nothing")) {
            insert.setBytes(1, device.octets().toByteArray());
            insert.executeUpdate();
        }
    }

    public Chains chains(Connection connection, DeviceId device) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select chain1, chain2 from ra.device where device = ?")) {
            query.setBytes(1, device.octets().toByteArray());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("a device without chains");
                }
                return new Chains(new ChainId(Octets.of(row.getBytes(1))), new ChainId(Octets.of(row.getBytes(2))));
            }
        }
    }

    private static Optional<DeviceId> find(Connection connection, Octets certificate) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select device from ra.enrolment where certificate = ?")) {
            query.setBytes(1, certificate.toByteArray());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new DeviceId(Octets.of(row.getBytes(1)))) : Optional.empty();
            }
        }
    }

    private DeviceId make(Connection connection) throws SQLException {
        DeviceId device = new DeviceId(draw());
        try (PreparedStatement insert =
                connection.prepareStatement("insert into ra.device (device, chain1, chain2) values (?, ?, ?)")) {
            insert.setBytes(1, device.octets().toByteArray());
            insert.setBytes(2, draw().toByteArray());
            insert.setBytes(3, draw().toByteArray());
            insert.executeUpdate();
        }
        return device;
    }

    private static void enrol(Connection connection, Octets certificate, DeviceId device) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ra.enrolment (certificate, device) values (?, ?) on conflict do nothing")) {
            insert.setBytes(1, certificate.toByteArray());
            insert.setBytes(2, device.octets().toByteArray());
            insert.executeUpdate();
        }
    }

    private static void advisoryLock(Connection connection, long key) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, key);
            lock.execute();
        }
    }

    private Octets draw() {
        byte[] octets = new byte[DeviceId.LENGTH];
        random.nextBytes(octets);
        return Octets.of(octets);
    }
}
