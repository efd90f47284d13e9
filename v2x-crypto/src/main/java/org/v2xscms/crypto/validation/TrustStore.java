package org.v2xscms.crypto.validation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.crypto.certificate.HashedCertificate;

/**
 * The certificates a verifier knows: anchors, which it trusts, and others, which it uses to complete chains and trusts
 * only as far as they lead to an anchor. Immutable.
 */
public final class TrustStore {

    private final Set<HashedCertificate> anchors;
    private final Map<HashedId8, List<HashedCertificate>> byId;

    /** Few, and looked through one by one. */
    private final List<HashedCertificate> sent;

    private TrustStore(
            Set<HashedCertificate> anchors,
            Map<HashedId8, List<HashedCertificate>> byId,
            List<HashedCertificate> sent) {
        this.anchors = anchors;
        this.byId = byId;
        this.sent = sent;
    }

    public static TrustStore of(List<HashedCertificate> anchors, List<HashedCertificate> others) {
        Map<HashedId8, List<HashedCertificate>> byId = new HashMap<>();
        Set<HashedCertificate> seen = new HashSet<>();
        for (List<HashedCertificate> certificates : List.of(anchors, others)) {
            for (HashedCertificate certificate : certificates) {
                if (seen.add(certificate)) {
                    index(certificate.id(), certificate, byId);
                    if (!certificate.idAsSent().equals(certificate.id())) {
                        index(certificate.idAsSent(), certificate, byId);
                    }
                }
            }
        }
        return new TrustStore(Set.copyOf(anchors), Map.copyOf(byId), List.of());
    }

    private static void index(
            HashedId8 id, HashedCertificate certificate, Map<HashedId8, List<HashedCertificate>> byId) {
        List<HashedCertificate> known = byId.getOrDefault(id, List.of());
        byId.put(id, Stream.concat(known.stream(), Stream.of(certificate)).toList());
    }

    /** This store and certificates that came with a message, which are trusted no further than their chains. */
    public TrustStore with(List<HashedCertificate> sent) {
        return new TrustStore(anchors, byId, List.copyOf(sent));
    }

    public boolean isAnchor(HashedCertificate certificate) {
        return anchors.contains(certificate);
    }

    /** Certificates with this HashedId8; more than one only where hashes collide in eight octets. */
    public List<HashedCertificate> withId(HashedId8 id) {
        List<HashedCertificate> known = byId.getOrDefault(id, List.of());
        return sent.isEmpty()
                ? known
                : Stream.concat(known.stream(), sent.stream().filter(certificate -> certificate.isNamed(id)))
                        .toList();
    }

    /** The certificate that {@code issuer} refers to. */
    public Optional<HashedCertificate> issuerOf(HashedCertificate certificate) {
        IssuerIdentifier issuer = certificate.certificate().issuer();
        HashedId8 id = switch (issuer) {
            case IssuerIdentifier.Sha256AndDigest digest -> digest.value();
            case IssuerIdentifier.Sha384AndDigest digest -> digest.value();
            case IssuerIdentifier.Sm3AndDigest digest -> digest.value();
            case IssuerIdentifier.Self _, IssuerIdentifier.Unknown _ -> null;
        };
        return id == null
                ? Optional.empty()
                : withId(id).stream()
                        .filter(candidate -> ShapeRules.refersTo(issuer, candidate))
                        .findFirst();
    }
}
