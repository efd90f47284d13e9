package org.v2xscms.crypto.linkage;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.encrypt.BlockCipher;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * The seed of one linkage authority for one device (or one group) and one i-period. Seeds form a forward hash chain:
 * s(i) comes from s(i-1), so publishing the seed of a period betrays later periods only.
 *
 * <p>s(i) = 16 octets of Hash(la_id(2) ‖ s(i-1)(16) ‖ 0^112).
 */
public final class LinkageSeed implements AutoCloseable {

    public static final int SEED_OCTETS = 16;

    private final LinkageRules rules;
    private final Octets laId;
    private final int period;
    private final SecretOctets octets;

    /**
     * The seed of one authority for one period.
     *
     * @param laId the authority's two octets
     * @param period the i-period to which {@code octets} belong
     * @param octets 16 octets, owned by the new seed
     */
    public LinkageSeed(LinkageRules rules, Octets laId, int period, SecretOctets octets) {
        if (laId.length() != 2 || octets.length() != SEED_OCTETS || period < 0) {
            throw new IllegalArgumentException("la_id of " + laId.length() + " and seed of " + octets.length()
                    + " octets for period " + period + "; 2, 16 and no negative period belong here");
        }
        this.rules = rules;
        this.laId = laId;
        this.period = period;
        this.octets = octets;
    }

    public LinkageRules rules() {
        return rules;
    }

    public int period() {
        return period;
    }

    /** The seed itself, for a CRL or for storage. */
    public SecretOctets octets() {
        return octets;
    }

    /** The seed of the following period. */
    public LinkageSeed next() {
        return new LinkageSeed(rules, laId, period + 1, evolve(octets));
    }

    /**
     * The seed of {@code later}, which is this period or a later one; a fresh object in any case. The number of steps is
     * the caller's to bound.
     */
    public LinkageSeed at(int later) {
        if (later < period) {
            throw new IllegalArgumentException("seeds do not run back from period " + period + " to " + later);
        }
        SecretOctets current = octets.slice(0, SEED_OCTETS);
        for (int i = period; i < later; i++) {
            try (SecretOctets previous = current) {
                current = evolve(previous);
            }
        }
        return new LinkageSeed(rules, laId, later, current);
    }

    private SecretOctets evolve(SecretOctets seed) {
        MessageDigest engine = rules.hash().newEngine();
        laId.updateInto(engine);
        seed.use(engine::update);
        engine.update(new byte[14]);
        try (SecretOctets hash = SecretOctets.wrap(engine.digest())) {
            return switch (rules.profile()) {
                case MOST_SIGNIFICANT -> hash.slice(0, SEED_OCTETS);
                case LEAST_SIGNIFICANT -> hash.slice(hash.length() - SEED_OCTETS, hash.length());
            };
        }
    }

    /** This authority's share of the linkage value number {@code j} (an unsigned 32-bit number) of the period. */
    public PreLinkageValue preLinkageValue(long j) {
        return preLinkageValues(j, 1).getFirst();
    }

    /**
     * The shares for {@code count} numbers from {@code firstJ} on: 9 octets of E_s(D) XOR D, where D holds la_id and j.
     * One key schedule serves all.
     */
    public List<PreLinkageValue> preLinkageValues(long firstJ, int count) {
        byte[] blocks = new byte[count * BlockCipher.BLOCK_OCTETS];
        for (int n = 0; n < count; n++) {
            int at = n * BlockCipher.BLOCK_OCTETS
                    + switch (rules.profile()) {
                        case MOST_SIGNIFICANT -> 0;
                        case LEAST_SIGNIFICANT -> 10;
                    };
            laId.copyTo(blocks, at);
            long j = firstJ + n;
            for (int k = 0; k < 4; k++) {
                blocks[at + 2 + k] = (byte) (j >>> (24 - 8 * k));
            }
        }
        try (BlockCipher cipher = new BlockCipher(rules.cipher(), octets)) {
            cipher.encryptAndXor(blocks);
        }
        List<PreLinkageValue> values = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            int at = n * BlockCipher.BLOCK_OCTETS
                    + switch (rules.profile()) {
                        case MOST_SIGNIFICANT -> 0;
                        case LEAST_SIGNIFICANT -> BlockCipher.BLOCK_OCTETS - LinkageValue.VALUE_OCTETS;
                    };
            values.add(new PreLinkageValue(rules, Octets.of(blocks, at, LinkageValue.VALUE_OCTETS)));
        }
        return values;
    }

    @Override
    public void close() {
        octets.close();
    }

    @Override
    public String toString() {
        return "LinkageSeed[la_id " + laId + ", period " + period + "]";
    }
}
