package org.v2xscms.hsm.ec;

import java.util.Optional;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;

/** Curves and points as PKCS#11 writes them (v2.40 6.3). */
public final class EcParameters {

    private EcParameters() {}

    /** CKA_EC_PARAMS of a named curve: its object identifier as DER. */
    public static Octets oid(Curve curve) {
        return switch (curve) {
            case NIST_P256 -> Octets.ofHex("06082a8648ce3d030107");
            case NIST_P384 -> Octets.ofHex("06052b81040022");
            case BRAINPOOL_P256R1 -> Octets.ofHex("06092b2403030208010107");
            case BRAINPOOL_P384R1 -> Octets.ofHex("06092b240303020801010b");
            case SM2 -> Octets.ofHex("06082a811ccf5501822d");
        };
    }

    /** The curve with this object identifier. */
    public static Optional<Curve> curve(Octets parameters) {
        for (Curve curve : Curve.values()) {
            if (oid(curve).equals(parameters)) {
                return Optional.of(curve);
            }
        }
        return Optional.empty();
    }

    /** 04, x, y. */
    public static Octets uncompressed(PublicPoint point) {
        return Octets.concat(Octets.of((byte) 4), point.x(), point.y());
    }

    /** CKA_EC_POINT: tokens return it bare or, as PKCS#11 asks, as a DER OCTET STRING. */
    public static Optional<PublicPoint> point(Curve curve, Octets value) {
        int size = 1 + 2 * curve.octets();
        if (value.length() != size && value.length() != size + 2) {
            return Optional.empty();
        }
        return PublicPoint.ofSec1(curve, value.last(size)).asOptional();
    }
}
