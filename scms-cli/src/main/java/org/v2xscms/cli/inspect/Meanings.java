package org.v2xscms.cli.inspect;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.Detection.Recognised;
import org.v2xscms.codec.Structures;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicVerificationKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Printer;
import org.v2xscms.codec.view.Resolver;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.hash.HashFunction;

/**
 * Adds to a view what takes hashing or more decoding: the names of certificates and keys, the end of a validity, what
 * stands in the payload of a message. Made anew for each value printed.
 */
final class Meanings implements Resolver {

    /** The application of the message whose payload comes next, which may say what the payload is. */
    private @Nullable Psid psid;

    /** The permission whose SSP comes next. */
    private @Nullable PsidSsp permission;

    @Override
    public @Nullable String note(String typeName, Encoded<?> encoded) {
        return switch (encoded.value()) {
            case Certificate certificate -> name(HashedCertificate.of(new Encoded<>(certificate, encoded.octets())));
            case ToBeSignedData data -> {
                psid = data.headerInfo().psid();
                yield null;
            }
            default -> null;
        };
    }

    private static String name(HashedCertificate certificate) {
        return certificate.isCanonical()
                ? "HashedId8 " + certificate.id()
                : "HashedId8 " + certificate.id() + ", over the octets as sent " + certificate.idAsSent();
    }

    @Override
    public @Nullable String note(String typeName, Object value) {
        return switch (value) {
            case PsidSsp psidSsp -> {
                permission = psidSsp;
                yield null;
            }
            case Ieee1609Dot2Content.SignedCertificateRequest _ -> {
                psid = SecurityMgmtPsid.PSID;
                yield null;
            }
            case Ieee1609Dot2Content.SignedX509CertificateRequest _ -> {
                psid = SecurityMgmtPsid.PSID;
                yield null;
            }
            case ValidityPeriod period -> "until " + period.endTime().toInstant();
            case PublicVerificationKey key -> fingerprint(PublicVerificationKey.CODEC.encode(key));
            case PublicEncryptionKey key -> fingerprint(PublicEncryptionKey.CODEC.encode(key));
            default -> null;
        };
    }

    /** The HashedId8 of the key's own encoding; of an encryption key it is the name that encrypted data refers to. */
    private static String fingerprint(Octets key) {
        return "fingerprint " + HashFunction.SHA256.digest(key).value().last(8);
    }

    @Override
    public @Nullable Consumer<Printer> inside(String typeName, Octets octets) {
        if (typeName.equals("Opaque")) {
            return printed(Structures.inside(octets, psid, Limits.FILE));
        }
        if (permission != null
                && permission.ssp() instanceof ServiceSpecificPermissions.Opaque(Octets ssp)
                && ssp.equals(octets)) {
            return printed(Structures.permission(ssp, permission.psid(), Limits.FILE));
        }
        return null;
    }

    private static @Nullable Consumer<Printer> printed(Optional<Recognised<?>> recognised) {
        return recognised.<Consumer<Printer>>map(found -> found::print).orElse(null);
    }
}
