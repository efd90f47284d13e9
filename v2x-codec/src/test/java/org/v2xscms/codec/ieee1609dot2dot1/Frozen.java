package org.v2xscms.codec.ieee1609dot2dot1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/**
 * This project's own encodings: nobody has published vectors for most of these types, so each was written down by hand
 * from the rules of ITU-T X.696, octet by octet, and the codec has to agree. Spaces are for the eye.
 */
final class Frozen {

    /** 32 octets that stand for an x coordinate, an r or an s. */
    static final String X = "00112233445566778899aabbccddeeff" + "0123456789abcdef0123456789abcdef";

    /** 2025-04-07T20:47:47Z, 671 061 672 TAI seconds. */
    static final String TIME = "27ff90a8";

    static final String HASH8 = "a0a1a2a3a4a5a6a7";

    /** EccP256CurvePoint, compressed-y-0 [2]. */
    static final String POINT = "82" + X;

    /** PublicEncryptionKey: aes128Ccm (no preamble), eciesNistP256 [0]. */
    static final String ENC_KEY = "00 80" + POINT;

    /** Signature: ecdsaNistP256Signature [0], r x-only [0], s. */
    static final String SIGNATURE = "80 80" + X + X;

    /** From id to validityPeriod: id none [3], cracaId, crlSeries, start, 1 year [6]. */
    static final String UNASSIGNED = "83 000000 0000" + TIME + "86 0001";

    /** appPermissions: one PsidSsp without ssp for PSID 32. */
    static final String APP = "01 01 00 01 20";

    /** verifyKeyIndicator: verificationKey [0], ecdsaNistP256 [0]. */
    static final String KEY = "80 80" + POINT;

    /** Preamble: extension, region, assuranceLevel, appPermissions, issue, request, rollover, encryptionKey. */
    static final String TBS_APP = "10" + UNASSIGNED + APP + KEY;

    /** certRequestPermissions: one PsidGroupPermissions, all at their defaults, subjectPermissions all [1]. */
    static final String TBS_ENROL = "04" + UNASSIGNED + "01 01 00 81" + KEY;

    /** An implicit certificate: preamble without signature, version, type, issuer sha256AndDigest [0], tbs. */
    static final String CERTIFICATE = "00 03 01 80" + HASH8 + "10" + UNASSIGNED + APP + "81" + POINT;

    private Frozen() {}

    static Octets octets(String spacedHex) {
        return Octets.ofHex(spacedHex.replace(" ", ""));
    }

    /** {@code hex} behind its length, which must be below 128 or, with {@code 81} or {@code 82} in front, the rest. */
    static String sized(String hex) {
        int length = octets(hex).length();
        String determinant = length < 0x80
                ? String.format("%02x", length)
                : length < 0x100 ? String.format("81%02x", length) : String.format("82%04x", length);
        return determinant + hex;
    }

    /** What {@code hex} says as a value of {@code codec}. */
    static <T> T value(Codec<T> codec, String hex) {
        try {
            return codec.decode(octets(hex), Reading.STRICT).value();
        } catch (DecodeException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static <T> Encoded<T> encoded(Codec<T> codec, String hex) {
        return new Encoded<>(value(codec, hex), octets(hex));
    }

    static Time32 time() {
        return value(Time32.CODEC, TIME);
    }

    static HashedId8 hash8() {
        return new HashedId8(octets(HASH8));
    }

    static EccP256CurvePoint point() {
        return value(EccP256CurvePoint.CODEC, POINT);
    }

    static PublicEncryptionKey encKey() {
        return value(PublicEncryptionKey.CODEC, ENC_KEY);
    }

    static Signature signature() {
        return value(Signature.CODEC, SIGNATURE);
    }

    static ToBeSignedCertificate tbs(String hex) {
        return value(ToBeSignedCertificate.CODEC, hex);
    }

    static Encoded<Certificate> certificate() {
        return encoded(Certificate.CODEC, CERTIFICATE);
    }

    /** {@code value} is written as {@code hex}, and {@code hex} read strictly is {@code value}. */
    static <T> void assertEncoding(String hex, Codec<T> codec, T value) {
        assertEquals(octets(hex).hex(), codec.encode(value).hex());
        assertEquals(value, value(codec, hex));
    }

    /** {@code hex} is refused when strict, for the reason {@code expected}, and kept and noted as received. */
    static <T> void assertRefusedWhenStrict(String expected, Codec<T> codec, String hex) throws DecodeException {
        DecodeException refusal =
                assertThrows(DecodeException.class, () -> codec.decode(octets(hex), Reading.STRICT), expected);
        assertEquals(expected, refusal.expected());
        var received = codec.decode(octets(hex), Reading.AS_RECEIVED);
        assertEquals(expected, received.deviations().getFirst().expected());
        assertEquals(octets(hex).hex(), codec.encode(received.value()).hex());
    }
}
