package org.v2xscms.crypto;

import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.secret.SecretOctets;

/** Values of this module from hex figures. */
public final class Hex {

    private Hex() {}

    public static SecretOctets secret(String hex) {
        return SecretOctets.wrap(Octets.ofHex(hex).toByteArray());
    }

    public static PrivateScalar scalar(Curve curve, String hex) {
        return PrivateScalar.of(curve, secret(hex)).orElseThrow();
    }

    public static KeyPair keyPair(Curve curve, String hex) {
        return KeyPair.of(scalar(curve, hex));
    }

    public static PublicPoint point(Curve curve, String x, String y) {
        return PublicPoint.ofCoordinates(curve, Octets.ofHex(x), Octets.ofHex(y))
                .orElseThrow();
    }

    public static SymmetricKey aes(String hex) {
        return new SymmetricKey(SymmAlgorithm.AES128_CCM, secret(hex));
    }
}
