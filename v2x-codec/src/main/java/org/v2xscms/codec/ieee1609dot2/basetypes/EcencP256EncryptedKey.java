package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/**
 * A symmetric key of 16 octets encrypted with SM2.
 *
 * @param v the sender's ephemeral public key
 * @param c the encrypted symmetric key
 * @param t the authentication tag
 */
public record EcencP256EncryptedKey(EccP256CurvePoint v, Octets c, Octets t) {

    public static final Codec<EcencP256EncryptedKey> CODEC = sequence(
            "EcencP256EncryptedKey",
            MODULE,
            EcencP256EncryptedKey::new,
            required("v", EccP256CurvePoint.CODEC, EcencP256EncryptedKey::v),
            required("c", fixedOctetString("OCTET STRING", 16), EcencP256EncryptedKey::c),
            required("t", fixedOctetString("OCTET STRING", 32), EcencP256EncryptedKey::t));

    public EcencP256EncryptedKey {
        c.requireLength("c", 16);
        t.requireLength("t", 32);
    }
}
