package org.v2xscms.eca.device;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.PublicVerificationKey;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;
import org.v2xscms.codec.oer.Strings;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PointDecoding;
import org.v2xscms.crypto.curve.PublicPoint;

/**
 * What an operator registers a device with. COER of
 *
 * <pre>
 * DeviceRegistration ::= SEQUENCE {
 *   version       INTEGER (1),
 *   canonicalId   IA5String (SIZE (1..64)),
 *   canonicalKey  PublicVerificationKey  -- any curve but SM2
 * }
 * </pre>
 */
public record DeviceRegistration(String canonicalId, PublicVerificationKey canonicalKey) {

    private static final String MODULE = "V2X-SCMS DeviceRegistration";
    private static final int VERSION = 1;
    private static final int MOST_CHARACTERS = 64;

    public static final Codec<DeviceRegistration> CODEC = sequence(
            "DeviceRegistration",
            MODULE,
            (version, canonicalId, canonicalKey) -> new DeviceRegistration(canonicalId, canonicalKey),
            required("version", Integers.integer("INTEGER", MODULE, VERSION, VERSION), device -> VERSION),
            required("canonicalId", Strings.ia5String("IA5String"), DeviceRegistration::canonicalId),
            required("canonicalKey", PublicVerificationKey.CODEC, DeviceRegistration::canonicalKey));

    public DeviceRegistration {
        if (canonicalId.isEmpty()
                || canonicalId.length() > MOST_CHARACTERS
                || !canonicalId.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("a canonicalId of 1 to 64 visible characters of ASCII");
        }
        if (!(CurvePoints.decode(canonicalKey) instanceof PointDecoding.OnCurve(PublicPoint key))
                || key.curve() == Curve.SM2) {
            throw new IllegalArgumentException("a canonicalKey that is a point of an ECDSA curve");
        }
    }

    public static DeviceRegistration of(String canonicalId, PublicPoint key) {
        return new DeviceRegistration(canonicalId, CurvePoints.verificationKey(key));
    }

    /** The key as a point. */
    PublicPoint point() {
        return ((PointDecoding.OnCurve) CurvePoints.decode(canonicalKey)).point();
    }
}
