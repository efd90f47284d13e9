package org.v2xscms.cli.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;

/** Who signed something, by the names of the certificates' holders. */
final class SignerNames {

    private final Map<HashedId8, String> names = new HashMap<>();

    void add(HashedCertificate certificate, String name) {
        names.put(certificate.id(), name);
    }

    String issuer(HashedCertificate certificate) {
        return switch (certificate.certificate().issuer()) {
            case IssuerIdentifier.Sha256AndDigest(var id) -> name(id);
            case IssuerIdentifier.Sha384AndDigest(var id) -> name(id);
            case IssuerIdentifier.Sm3AndDigest(var id) -> name(id);
            case IssuerIdentifier.Self _ -> name(certificate.id());
            case IssuerIdentifier.Unknown _ -> "unknown";
        };
    }

    /** The signer of an SPDU; empty where it is not signed on the outside. */
    Optional<String> signer(Octets spdu) throws DecodeException {
        if (!(Ieee1609Dot2Data.CODEC.decode(spdu, Reading.STRICT).value().content() instanceof SignedData signed)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (signed.signer()) {
                    case SignerIdentifier.Digest(var id) -> name(id);
                    case SignerIdentifier.Certificates(var chain) ->
                        name(HashedCertificate.of(chain.getFirst()).id());
                    case SignerIdentifier.Self _ -> "the key asked to be certified";
                    case SignerIdentifier.Unknown _ -> "unknown";
                });
    }

    static HashedCertificate certificate(Octets octets) throws DecodeException {
        return HashedCertificate.of(
                Certificate.CODEC.keepingOctets().decode(octets, Reading.STRICT).value());
    }

    private String name(HashedId8 id) {
        return names.getOrDefault(id, id.toString());
    }
}
