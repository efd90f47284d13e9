package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/**
 * A symmetric key of 16 octets encrypted with ECIES.
 *
 * @param v the sender's ephemeral public key
 * @param c the encrypted symmetric key
 * @param t the authentication tag
 */
public record EciesP256EncryptedKey(EccP256CurvePoint v, Octets c, Octets t) {

    public static final Codec<EciesP256EncryptedKey> CODEC = sequence(
            "EciesP256EncryptedKey",
            MODULE,
            EciesP256EncryptedKey::new,
            required("v", EccP256CurvePoint.CODEC, EciesP256EncryptedKey::v),
            required("c", fixedOctetString("OCTET STRING", 16), EciesP256EncryptedKey::c),
            required("t", fixedOctetString("OCTET STRING", 16), EciesP256EncryptedKey::t));

    public EciesP256EncryptedKey {
        c.requireLength("c", 16);
        t.requireLength("t", 16);
    }
}
