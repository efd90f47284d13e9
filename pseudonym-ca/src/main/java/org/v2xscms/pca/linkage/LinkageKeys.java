package org.v2xscms.pca.linkage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmetricEncryptionKey;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.kernel.audit.AuditEntry;
import org.v2xscms.kernel.audit.AuditKind;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.authority.AuthoritySecret;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.messages.Accepted;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.LinkageKeyOffer;
import org.v2xscms.messages.Refusal;

/**
 * The keys under which linkage authorities encrypt pre-linkage values, as they offered them: durable, encrypted, and kept
 * when a newer one comes, for values that are under way.
 */
public final class LinkageKeys {

    private static final String PURPOSE = "linkage key";
    private static final int KEY_ID_OCTETS = 8;

    private final AuthorityDatabase database;
    private final AuthoritySecret secret;
    private final AuditLog audit;
    private volatile Map<LaId, List<SymmetricKey>> known = Map.of();

    public LinkageKeys(AuthorityDatabase database, AuthoritySecret secret, AuditLog audit) {
        this.database = database;
        this.secret = secret;
        this.audit = audit;
    }

    /** Keeps an offered key. The number must be the one in the sender's certificate. */
    public synchronized BackEndPdu accept(LinkageKeyOffer offer, HashedCertificate sender) {
        if (!isNumberOf(sender, offer.laId())) {
            return new Refusal(Refusal.Reason.ROLE);
        }
        if (!(offer.key() instanceof SymmetricEncryptionKey.Aes128Ccm(var octets))) {
            return new Refusal(Refusal.Reason.NOT_SERVED);
        }
        Octets laId = offer.laId().octets();
        Octets keyId = HashFunction.SHA256
                .digest(SymmetricEncryptionKey.CODEC.encode(offer.key()))
                .hashedId(KEY_ID_OCTETS);
        try (SecretOctets key = SecretOctets.wrap(octets.toByteArray())) {
            Octets sealed = secret.seal(PURPOSE, Octets.concat(laId, keyId), key);
            database.inTransaction("keeping a linkage key", connection -> {
                try (PreparedStatement statement = connection.prepareStatement(
                        "insert into pca.linkage_key (la_id, key_id, sealed) values (?, ?, ?) on conflict do nothing")) {
                    statement.setBytes(1, laId.toByteArray());
                    statement.setBytes(2, keyId.toByteArray());
                    statement.setBytes(3, sealed.toByteArray());
                    if (statement.executeUpdate() == 1) {
                        Map<String, String> facts = Map.of("linkage-authority", laId.hex(), "key", keyId.hex());
                        audit.append(connection, AuditEntry.of(AuditKind.CONFIGURE, "la", facts));
                    }
                    return true;
                }
            });
        }
        known = Map.of();
        return new Accepted();
    }

    /** The keys of one authority; empty if it offered none yet. */
    List<SymmetricKey> of(LaId laId) {
        List<SymmetricKey> keys = known.get(laId);
        if (keys != null) {
            return keys;
        }
        return readAgain().getOrDefault(laId, List.of());
    }

    private synchronized Map<LaId, List<SymmetricKey>> readAgain() {
        known = read();
        return known;
    }

    private Map<LaId, List<SymmetricKey>> read() {
        return database.inTransaction("reading linkage keys", connection -> {
            Map<LaId, List<SymmetricKey>> keys = new HashMap<>();
            try (PreparedStatement statement =
                            connection.prepareStatement("select la_id, key_id, sealed from pca.linkage_key");
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Octets laId = Octets.of(row.getBytes(1));
                    Octets name = Octets.concat(laId, Octets.of(row.getBytes(2)));
                    SecretOctets key = secret.open(PURPOSE, name, Octets.of(row.getBytes(3)))
                            .orElseThrow(() -> new IllegalStateException(
                                    "a stored linkage key does not decrypt: table or home folder were changed"));
                    keys.computeIfAbsent(new LaId(laId), id -> new ArrayList<>())
                            .add(new SymmetricKey(SymmAlgorithm.AES128_CCM, key));
                }
            }
            return Map.copyOf(keys);
        });
    }

    private static boolean isNumberOf(HashedCertificate sender, LaId laId) {
        return Role.ssp(sender).orElse(null) instanceof SecurityMgmtSsp.La(var ssp)
                && laId.octets().equals(Octets.of((byte) (ssp.laId() >> 8), (byte) ssp.laId()));
    }
}
