package org.v2xscms.ma.crl;

import static org.v2xscms.ma.store.Statements.octets;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId10;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.crl.HashBasedRevocationInfo;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.ma.cases.Suspect;
import org.v2xscms.ma.store.Statements;
import org.v2xscms.messages.BlockAnswer;
import org.v2xscms.messages.CaseId;
import org.v2xscms.messages.SeedAnswer;

/** What is revoked. Rows are only added; a list leaves out what has expired. */
public final class Revocations {

    private static final String LOCK = "revocations";

    private final AuthorityDatabase database;
    private final LinkageRules rules;

    public Revocations(AuthorityDatabase database, LinkageRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /** Keeps revocations and lists apart: who holds this sees all that are stored, and none is added meanwhile. */
    static void lock(Connection connection) throws SQLException {
        Statements.lock(connection, LOCK);
    }

    /** Whether the case has its revocation. */
    public boolean holds(CaseId id) {
        return database.inTransaction(
                        "reading revocations",
                        connection -> Statements.first(
                                connection,
                                "select 1 from ma.revoked_device where case_id = ?"
                                        + " union all select 1 from ma.revoked_certificate where case_id = ?",
                                row -> true,
                                id.octets(),
                                id.octets()))
                .isPresent();
    }

    /** Stores the seeds of a case; if a period ended between the two answers, the older seed is moved on to the newer. */
    public void revokeDevice(CaseId id, SeedAnswer first, SeedAnswer second, BlockAnswer blocked) {
        int i = Math.max(first.i().value(), second.i().value());
        database.inTransaction("storing a revocation", connection -> {
            lock(connection);
            return Statements.insert(
                    connection,
                    "insert into ma.revoked_device (case_id, la1, la2, i_rev, seed1, seed2, i_max, j_max)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                    id.octets(),
                    first.laId().octets(),
                    second.laId().octets(),
                    i,
                    seed(first, i),
                    seed(second, i),
                    blocked.lastI().value(),
                    blocked.jMax());
        });
    }

    private Octets seed(SeedAnswer answer, int i) {
        return RevokedDevice.seed(
                rules, answer.laId(), answer.i().value(), answer.seed().octets(), i);
    }

    /** Stores the hash of a certificate without linkage value. */
    public void revokeCertificate(CaseId id, Suspect.Application certificate) {
        database.inTransaction("storing a revocation", connection -> {
            lock(connection);
            return Statements.insert(
                    connection,
                    "insert into ma.revoked_certificate (case_id, id, expiry) values (?, ?, ?) on conflict do nothing",
                    id.octets(),
                    certificate.id().octets(),
                    certificate.expiry());
        });
    }

    /** All devices ever revoked, each with the seeds of the period in which it was. */
    static List<RevokedDevice> devices(Connection connection) throws SQLException {
        return Statements.all(
                connection,
                "select la1, la2, i_rev, seed1, seed2, i_max, j_max from ma.revoked_device",
                row -> new RevokedDevice(
                        row.getInt("j_max"),
                        new LaId(octets(row, "la1")),
                        new LaId(octets(row, "la2")),
                        row.getInt("i_max"),
                        row.getInt("i_rev"),
                        octets(row, "seed1"),
                        octets(row, "seed2")));
    }

    /** All certificates ever revoked by hash. */
    static List<HashBasedRevocationInfo> certificates(Connection connection) throws SQLException {
        return Statements.all(
                connection,
                "select id, expiry from ma.revoked_certificate",
                row -> new HashBasedRevocationInfo(
                        new HashedId10(octets(row, "id")), new Time32(row.getLong("expiry"))));
    }
}
