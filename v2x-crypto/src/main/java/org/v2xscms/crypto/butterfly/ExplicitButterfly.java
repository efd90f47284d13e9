package org.v2xscms.crypto.butterfly;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * Butterfly keys in explicit certificates (IEEE 1609.2.1-2022 9.3): the ACA moves the cocoon key by a number c of its own,
 * S = B + c * G, so that the RA cannot know the certificate's key; the device gets c and computes s = b + c.
 */
public final class ExplicitButterfly {

    private ExplicitButterfly() {}

    /**
     * The certificate's key S and the number c for {@code privateKeyInfo}, big-endian, as long as the curve's order.
     *
     * @param addend c, to be sent to the device encrypted
     */
    public record Moved(PublicPoint certificateKey, Octets addend) {}

    /** The ACA's step. */
    public static Moved move(PublicPoint cocoonKey, SecureRandom random) {
        try (PrivateScalar c = PrivateScalar.generate(cocoonKey.curve(), random)) {
            PublicPoint moved = cocoonKey.plusMultiplesOfG(List.of(c)).getFirst();
            return new Moved(moved, c.disclose());
        }
    }

    /**
     * The device's step: the key pair of the certificate, to be closed by the caller; empty if {@code addend} is no scalar
     * or does not lead to the certificate's key.
     */
    public static Optional<KeyPair> keys(PrivateScalar cocoonKey, Octets addend, PublicPoint certificateKey) {
        Optional<PrivateScalar> c;
        try (SecretOctets octets = SecretOctets.wrap(addend.toByteArray())) {
            c = PrivateScalar.of(cocoonKey.curve(), octets);
        }
        if (c.isEmpty()) {
            return Optional.empty();
        }
        try (PrivateScalar number = c.get()) {
            Optional<KeyPair> keys = cocoonKey.plus(number).map(KeyPair::of);
            keys.filter(pair -> !pair.publicKey().equals(certificateKey)).ifPresent(KeyPair::close);
            return keys.filter(pair -> pair.publicKey().equals(certificateKey));
        }
    }
}
