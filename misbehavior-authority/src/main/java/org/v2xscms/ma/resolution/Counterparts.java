package org.v2xscms.ma.resolution;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.kernel.exchange.Peers;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.Trust;

/**
 * The authorities that a resolution asks.
 *
 * @param linkage both linkage authorities, in the order in which a CRL names them
 */
public record Counterparts(Counterpart pca, Counterpart ra, List<Linkage> linkage) {

    public Counterparts {
        linkage = List.copyOf(linkage);
    }

    /** One authority: how it is asked, and the certificate its answers are signed with. */
    public record Counterpart(String name, Role role, HashedCertificate certificate, PeerClient client) {}

    /** A linkage authority with its number. */
    public record Linkage(LaId laId, Counterpart counterpart) {}

    /**
     * The authorities as configured: {@code pca}, {@code ra}, {@code la1} and {@code la2}.
     *
     * @throws IllegalStateException if one is missing; the message says what to configure
     */
    public static Counterparts of(Trust trust, Peers peers) {
        return new Counterparts(
                counterpart("pca", Role.ACA, trust, peers),
                counterpart("ra", Role.RA, trust, peers),
                List.of(linkage("la1", trust, peers), linkage("la2", trust, peers)));
    }

    private static Counterpart counterpart(String name, Role role, Trust trust, Peers peers) {
        return new Counterpart(name, role, trust.require(name), peers.client(name, role));
    }

    private static Linkage linkage(String name, Trust trust, Peers peers) {
        Counterpart counterpart = counterpart(name, Role.LA, trust, peers);
        if (Role.ssp(counterpart.certificate()).orElse(null) instanceof SecurityMgmtSsp.La(var ssp)) {
            int number = ssp.laId();
            return new Linkage(new LaId(Octets.of((byte) (number >> 8), (byte) number)), counterpart);
        }
        throw new IllegalStateException("the certificate of " + name + " states no number of a linkage authority");
    }
}
