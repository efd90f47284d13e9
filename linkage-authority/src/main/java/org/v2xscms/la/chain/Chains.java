package org.v2xscms.la.chain;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.linkage.LinkageSeed;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.kernel.authority.AuthoritySecret;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.messages.ChainId;

/** The chains of this authority. A first seed is random, durable before anything made from it leaves, and never changes. */
public final class Chains {

    private static final String PURPOSE = "linkage seed";

    private final AuthorityDatabase database;
    private final AuthoritySecret secret;
    private final SecureRandom random;
    private final LinkageRules rules;
    private final LaId laId;

    /** @throws IllegalStateException if chains were begun under other rules: values of two profiles must never meet */
    public Chains(
            AuthorityDatabase database, AuthoritySecret secret, SecureRandom random, LinkageRules rules, LaId laId) {
        this.database = database;
        this.secret = secret;
        this.random = random;
        this.rules = rules;
        this.laId = laId;
        refuseOtherProfile();
    }

    /** The chain's first seed, made if this is the first time anybody names it; empty if the chain begins later. */
    public Optional<LinkageSeed> begin(ChainId chain, int firstI, int lastI) {
        return database.inTransaction("beginning a chain", connection -> {
            insert(connection, chain, firstI, lastI);
            Optional<LinkageSeed> seed = read(connection, chain);
            if (seed.filter(first -> first.period() <= firstI).isEmpty()) {
                return Optional.<LinkageSeed>empty();
            }
            extend(connection, chain, lastI);
            return seed;
        });
    }

    /** The first seed of a chain that is known. */
    public Optional<LinkageSeed> find(Connection connection, ChainId chain) throws SQLException {
        return read(connection, chain);
    }

    private void insert(Connection connection, ChainId chain, int firstI, int lastI) throws SQLException {
        try (SecretOctets seed = SecretOctets.random(LinkageSeed.SEED_OCTETS, random);
                PreparedStatement statement = connection.prepareStatement(
                        "insert into la.chain (chain_id, first_seed, first_i, last_i) values (?, ?, ?, ?)"
                                + " on conflict do nothing")) {
            statement.setBytes(1, chain.octets().toByteArray());
            statement.setBytes(2, secret.seal(PURPOSE, chain.octets(), seed).toByteArray());
            statement.setInt(3, firstI);
            statement.setInt(4, lastI);
            statement.executeUpdate();
        }
    }

    private Optional<LinkageSeed> read(Connection connection, ChainId chain) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select first_seed, first_i from la.chain where chain_id = ?")) {
            statement.setBytes(1, chain.octets().toByteArray());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                SecretOctets seed = secret.open(PURPOSE, chain.octets(), Octets.of(row.getBytes(1)))
                        .orElseThrow(() -> new IllegalStateException(
                                "a stored seed does not decrypt: the table or the home folder belongs to another"
                                        + " installation, or was changed"));
                return Optional.of(new LinkageSeed(rules, laId.octets(), row.getInt(2), seed));
            }
        }
    }

    private static void extend(Connection connection, ChainId chain, int lastI) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update la.chain set last_i = ? where chain_id = ? and last_i < ?")) {
            statement.setInt(1, lastI);
            statement.setBytes(2, chain.octets().toByteArray());
            statement.setInt(3, lastI);
            statement.executeUpdate();
        }
    }

    private void refuseOtherProfile() {
        String begun = database.inTransaction("reading the profile", connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                            "insert into la.profile (name) values (?) on conflict do nothing");
                    PreparedStatement select = connection.prepareStatement("select name from la.profile")) {
                insert.setString(1, rules.profile().name());
                insert.executeUpdate();
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
        if (!begun.equals(rules.profile().name())) {
            throw new IllegalStateException("the chains here were begun with scms.la.profile = " + begun
                    + " and cannot go on with " + rules.profile());
        }
    }
}
