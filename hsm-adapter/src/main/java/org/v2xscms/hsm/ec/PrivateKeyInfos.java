package org.v2xscms.hsm.ec;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * PKCS#8 PrivateKeyInfo around an RFC 5915 ECPrivateKey, which is what PKCS#11 wraps. The scalar is copied as octets
 * and never becomes a number of variable-time arithmetic.
 */
public final class PrivateKeyInfos {

    private static final Octets EC_PUBLIC_KEY = Octets.ofHex("06072a8648ce3d0201");
    private static final Octets VERSION_0 = Octets.ofHex("020100");
    private static final Octets VERSION_1 = Octets.ofHex("020101");
    private static final byte SEQUENCE = 0x30;
    private static final byte OCTET_STRING = 0x04;

    private PrivateKeyInfos() {}

    /** The DER octets; the caller closes them. */
    public static SecretOctets encode(PrivateScalar scalar) {
        try (SecretOctets octets = scalar.toSecretOctets()) {
            byte[] der = octets.lend(value -> {
                byte[] ecPrivateKey = nested(SEQUENCE, VERSION_1.toByteArray(), nested(OCTET_STRING, value));
                byte[] algorithm = nested(
                        SEQUENCE,
                        EC_PUBLIC_KEY.toByteArray(),
                        EcParameters.oid(scalar.curve()).toByteArray());
                byte[] wrapped = nested(OCTET_STRING, ecPrivateKey);
                byte[] whole = nested(SEQUENCE, VERSION_0.toByteArray(), algorithm, wrapped);
                Arrays.fill(ecPrivateKey, (byte) 0);
                Arrays.fill(wrapped, (byte) 0);
                return whole;
            });
            return SecretOctets.wrap(der);
        }
    }

    /** The scalar in a PrivateKeyInfo for {@code curve}; empty if the octets are anything else. */
    public static Optional<PrivateScalar> decode(Curve curve, SecretOctets der) {
        return der.lend(octets -> {
            try {
                PrivateKeyInfo info = PrivateKeyInfo.getInstance(ASN1Primitive.fromByteArray(octets));
                Octets named = Octets.of(info.getPrivateKeyAlgorithm()
                        .getParameters()
                        .toASN1Primitive()
                        .getEncoded());
                if (!named.equals(EcParameters.oid(curve))) {
                    return Optional.empty();
                }
                ASN1Sequence key = ASN1Sequence.getInstance(info.parsePrivateKey());
                try (SecretOctets scalar =
                        padded(ASN1OctetString.getInstance(key.getObjectAt(1)).getOctets(), curve.octets())) {
                    return PrivateScalar.of(curve, scalar);
                }
            } catch (IOException | RuntimeException notAKey) {
                return Optional.empty();
            }
        });
    }

    /** RFC 5915 asks for the full length; some tokens leave leading zeros out. */
    private static SecretOctets padded(byte[] value, int length) {
        byte[] full = new byte[length];
        System.arraycopy(value, 0, full, length - value.length, value.length);
        Arrays.fill(value, (byte) 0);
        return SecretOctets.wrap(full);
    }

    /** One DER element with short length: no key of these curves needs more than 127 octets. */
    private static byte[] nested(byte tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] element = new byte[2 + length];
        element[0] = tag;
        element[1] = (byte) length;
        int at = 2;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, element, at, part.length);
            at += part.length;
        }
        return element;
    }
}
