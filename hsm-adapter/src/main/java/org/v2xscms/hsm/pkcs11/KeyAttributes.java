package org.v2xscms.hsm.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.*;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.hsm.KeyPurpose;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.ec.EcParameters;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;

/** Reads a key's attributes back. A key whose attributes allow more than one purpose is not ours. */
final class KeyAttributes {

    private final Session session;

    KeyAttributes(Session session) {
        this.session = session;
    }

    Optional<VaultKey.Pair> pair(long handle) throws PKCS11Exception {
        AttributeVector read =
                session.getAttrValues(handle, CKA_ID, CKA_LABEL, CKA_EC_PARAMS, CKA_SIGN, CKA_DERIVE, CKA_EXTRACTABLE);
        Optional<Curve> curve = curve(read.ecParams());
        Optional<KeyPurpose> purpose = purpose(isTrue(read.sign()), isTrue(read.derive()));
        byte[] id = read.id();
        String label = read.label();
        if (curve.isEmpty() || purpose.isEmpty() || id == null || id.length == 0 || label == null) {
            return Optional.empty();
        }
        boolean extractable = !Boolean.FALSE.equals(read.extractable());
        return publicPoint(id, curve.get())
                .map(point -> new VaultKey.Pair(Octets.of(id), label, purpose.get(), point, extractable));
    }

    Optional<VaultKey.Wrapping> wrapping(long handle) throws PKCS11Exception {
        AttributeVector read =
                session.getAttrValues(handle, CKA_ID, CKA_LABEL, CKA_WRAP, CKA_UNWRAP, CKA_ENCRYPT, CKA_DECRYPT);
        byte[] id = read.id();
        String label = read.label();
        boolean wrapsOnly =
                isTrue(read.wrap()) && isTrue(read.unwrap()) && !isTrue(read.encrypt()) && !isTrue(read.decrypt());
        return id == null || id.length == 0 || label == null || !wrapsOnly
                ? Optional.empty()
                : Optional.of(new VaultKey.Wrapping(Octets.of(id), label));
    }

    private Optional<PublicPoint> publicPoint(byte[] id, Curve curve) throws PKCS11Exception {
        long[] publicKeys = session.findAllObjectsSingle(
                AttributeVector.newECPublicKey().token(true).id(id));
        if (publicKeys.length != 1) {
            return Optional.empty();
        }
        byte[] point = session.getAttrValues(publicKeys[0], CKA_EC_POINT).ecPoint();
        return point == null ? Optional.empty() : EcParameters.point(curve, Octets.of(point));
    }

    private static Optional<Curve> curve(byte @Nullable [] parameters) {
        return parameters == null ? Optional.empty() : EcParameters.curve(Octets.of(parameters));
    }

    private static Optional<KeyPurpose> purpose(boolean signs, boolean derives) {
        if (signs == derives) {
            return Optional.empty();
        }
        return Optional.of(signs ? KeyPurpose.SIGNING : KeyPurpose.AGREEMENT);
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
