package org.v2xscms.eca.device;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicVerificationKey;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.curve.PointDecoding;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.kernel.audit.AuditEntry;
import org.v2xscms.kernel.audit.AuditKind;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.database.AuthorityDatabase;

/** The registered devices and the certificates they hold, in tables whose rows are written once. */
public final class Devices {

    private static final String FIND =
            "select d.canonical_id, d.canonical_key, b.canonical_id is not null from eca.device d"
                    + " left join eca.blocked b on b.canonical_id = d.canonical_id where d.canonical_id = ";

    private final AuthorityDatabase database;
    private final AuditLog audit;

    public Devices(AuthorityDatabase database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /** What became of a registration. */
    public enum Registered {
        /** It is registered, now or before with the same key. */
        YES,
        /** The name is taken by a device with another key. */
        OTHER_KEY
    }

    /** Registers a device, with an audit record that does not name it. */
    public Registered register(DeviceRegistration registration, String operator) {
        Octets key = PublicVerificationKey.CODEC.encode(CurvePoints.verificationKey(registration.point()));
        return database.inTransaction("registering a device", connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into eca.device (canonical_id, canonical_key) values (?, ?) on conflict do nothing")) {
                insert.setString(1, registration.canonicalId());
                insert.setBytes(2, key.toByteArray());
                if (insert.executeUpdate() == 1) {
                    audit.append(
                            connection,
                            AuditEntry.of(AuditKind.CONFIGURE, operator, Map.of("registered-devices", "1")));
                }
            }
            boolean same = find(connection, registration.canonicalId())
                    .filter(device -> device.key().equals(registration.point()))
                    .isPresent();
            return same ? Registered.YES : Registered.OTHER_KEY;
        });
    }

    /** Blocks a device for ever; false if there is none of this name. */
    public boolean block(String canonicalId, String operator) {
        return database.inTransaction("blocking a device", connection -> {
            if (find(connection, canonicalId).isEmpty()) {
                return false;
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into eca.blocked (canonical_id) values (?) on conflict do nothing")) {
                insert.setString(1, canonicalId);
                if (insert.executeUpdate() == 1) {
                    audit.append(connection, AuditEntry.of(AuditKind.BLOCK, operator, Map.of("devices", "1")));
                }
            }
            return true;
        });
    }

    public Optional<Device> find(String canonicalId) {
        return database.inTransaction("finding a device", connection -> find(connection, canonicalId));
    }

    /** The device that holds an enrolment certificate. */
    public Optional<Device> holderOf(HashedId8 certificate) {
        return database.inTransaction("finding the holder of a certificate", connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    FIND + "(select canonical_id from eca.enrollment where certificate_id = ?)")) {
                query.setBytes(1, certificate.octets().toByteArray());
                return read(query);
            }
        });
    }

    /** Notes who holds a certificate; noted once, whatever comes later. */
    public void note(HashedId8 certificate, Device holder) {
        database.inTransaction("noting the holder of a certificate", connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into eca.enrollment (certificate_id, canonical_id) values (?, ?) on conflict do nothing")) {
                insert.setBytes(1, certificate.octets().toByteArray());
                insert.setString(2, holder.canonicalId());
                return insert.executeUpdate();
            }
        });
    }

    private static Optional<Device> find(Connection connection, String canonicalId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FIND + "?")) {
            query.setString(1, canonicalId);
            return read(query);
        }
    }

    private static Optional<Device> read(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(new Device(row.getString(1), point(row.getBytes(2)), row.getBoolean(3)))
                    : Optional.empty();
        }
    }

    private static PublicPoint point(byte[] stored) {
        try {
            return ((PointDecoding.OnCurve) CurvePoints.decode(PublicVerificationKey.CODEC
                            .decode(stored, Reading.STRICT)
                            .value()))
                    .point();
        } catch (DecodeException damaged) {
            throw new IllegalStateException("a stored canonical key is damaged", damaged);
        }
    }
}
