package org.v2xscms.crypto.ecqv;

import java.security.SecureRandom;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;

/**
 * The issuer's side of one implicit certificate (IEEE 1609.2-2022 5.3.2, SEC 4), in two steps because the certificate has
 * to be built in between:
 *
 * <ol>
 *   <li>{@link #start} draws k; the {@link #reconstructionValue()} PU = RU + k * G goes into the certificate;
 *   <li>{@link #finish} takes e = H(H(tbs) ‖ H(issuer certificate)) and gives r = e * k + dCA.
 * </ol>
 *
 * The number e is the whole hash modulo n; old texts shift it right by one bit, deployed certificates do not. One
 * issuance serves one certificate: r for two different e with one k would give dCA away, so {@code finish} wipes k.
 */
public final class EcqvIssuance implements AutoCloseable {

    private final PrivateScalar k;
    private final PublicPoint reconstructionValue;

    private EcqvIssuance(PrivateScalar k, PublicPoint reconstructionValue) {
        this.k = k;
        this.reconstructionValue = reconstructionValue;
    }

    /**
     * Draws k for the requester's public key RU.
     *
     * @param requestKey the key of the request, or the cocoon key B
     */
    public static EcqvIssuance start(PublicPoint requestKey, SecureRandom random) {
        while (true) {
            KeyPair keys = KeyPair.generate(requestKey.curve(), random);
            Optional<PublicPoint> sum = requestKey.plus(keys.publicKey());
            if (sum.isPresent()) {
                return new EcqvIssuance(keys.privateKey(), sum.get());
            }
            keys.close(); // k = -kU: the requester's own key, met once in 2^256 draws
        }
    }

    /** PU, sent compressed in {@code reconstructionValue}. */
    public PublicPoint reconstructionValue() {
        return reconstructionValue;
    }

    /** The private key reconstruction value r, big-endian, 32 octets. */
    public Octets finish(Digest e, PrivateScalar issuerKey) {
        try (k;
                PrivateScalar r =
                        k.multiplyAdd(e.value(), issuerKey).orElseThrow(() -> new ArithmeticException("r is zero"))) {
            return r.disclose();
        }
    }

    @Override
    public void close() {
        k.close();
    }
}
