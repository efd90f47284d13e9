package org.v2xscms.crypto.ecqv;

import java.util.Optional;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.secret.SecretOctets;

/** The keys of an implicit certificate (IEEE 1609.2-2022 5.3.2, SEC 4), for everybody and for its holder. */
public final class EcqvReconstruction {

    private EcqvReconstruction() {}

    /** QU = e * PU + QCA; empty where that is the point at infinity, which is no key. */
    public static Optional<PublicPoint> publicKey(PublicPoint reconstructionValue, Digest e, PublicPoint issuerKey) {
        return reconstructionValue.times(e.value()).flatMap(product -> product.plus(issuerKey));
    }

    /**
     * dU = r + e * kU, accepted only if dU * G is the public key that everybody else reconstructs.
     *
     * @param requestKey kU, or the cocoon private key b
     * @param r the private key reconstruction value of the issuer's answer
     */
    public static EcqvKeys keys(
            PrivateScalar requestKey, Octets r, PublicPoint reconstructionValue, Digest e, PublicPoint issuerKey) {
        Optional<PublicPoint> expected = publicKey(reconstructionValue, e, issuerKey);
        Optional<PrivateScalar> addend;
        try (SecretOctets octets = SecretOctets.wrap(r.toByteArray())) {
            addend = PrivateScalar.of(requestKey.curve(), octets);
        }
        if (expected.isEmpty() || addend.isEmpty()) {
            addend.ifPresent(PrivateScalar::close);
            return new EcqvKeys.Refused(
                    expected.isEmpty() ? EcqvKeys.Reason.NO_PUBLIC_KEY : EcqvKeys.Reason.R_OUT_OF_RANGE);
        }
        try (PrivateScalar reconstruction = addend.get()) {
            return requestKey
                    .multiplyAdd(e.value(), reconstruction)
                    .map(KeyPair::of)
                    .map(keys -> checked(keys, expected.get()))
                    .orElse(new EcqvKeys.Refused(EcqvKeys.Reason.KEYS_DO_NOT_MATCH));
        }
    }

    private static EcqvKeys checked(KeyPair keys, PublicPoint expected) {
        if (keys.publicKey().equals(expected)) {
            return new EcqvKeys.Reconstructed(keys);
        }
        keys.close();
        return new EcqvKeys.Refused(EcqvKeys.Reason.KEYS_DO_NOT_MATCH);
    }
}
