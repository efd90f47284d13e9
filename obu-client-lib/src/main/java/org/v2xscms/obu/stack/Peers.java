package org.v2xscms.obu.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.crypto.certificate.HashedCertificate;

/**
 * The senders around us by the digest of their certificate. Only those get in whose chain and a message were valid, so
 * filling it takes as many genuine certificates; the one heard least recently goes first.
 */
final class Peers {

    private final Map<HashedId8, Peer> byDigest;

    Peers(int capacity) {
        byDigest = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<HashedId8, Peer> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized Optional<Peer> find(HashedId8 digest) {
        return Optional.ofNullable(byDigest.get(digest));
    }

    /** The sender with exactly this certificate. */
    Optional<Peer> find(HashedCertificate certificate) {
        return find(certificate.id()).filter(peer -> peer.certificate().equals(certificate));
    }

    /** Keeps {@code peer}, with the memory of the sender that was kept for the same certificate before. */
    synchronized Peer keep(Peer peer) {
        Peer kept = find(peer.certificate())
                .map(known -> new Peer(peer.certificate(), peer.chain(), peer.trust(), known.memory()))
                .orElse(peer);
        byDigest.put(kept.certificate().id(), kept);
        if (!kept.certificate().isCanonical()) {
            byDigest.put(kept.certificate().idAsSent(), kept);
        }
        return kept;
    }
}
