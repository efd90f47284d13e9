package org.v2xscms.hsm.pkcs11;

import org.v2xscms.codec.oer.Octets;
import org.v2xscms.hsm.KeyPurpose;
import org.v2xscms.hsm.PairSpec;
import org.xipki.pkcs11.wrapper.AttributeVector;

/** The attributes of new keys: every use that is not the key's one purpose is switched off by name. */
final class KeyTemplates {

    private KeyTemplates() {}

    /** Without CKA_EC_PARAMS, which SoftHSM refuses when a key is unwrapped. */
    static AttributeVector privateKey(PairSpec spec, Octets id) {
        return AttributeVector.newECPrivateKey()
                .token(true)
                .private_(true)
                .sensitive(true)
                .extractable(spec.extractable())
                .sign(spec.purpose() == KeyPurpose.SIGNING)
                .derive(spec.purpose() == KeyPurpose.AGREEMENT)
                .decrypt(false)
                .unwrap(false)
                .id(id.toByteArray())
                .label(spec.label());
    }

    static AttributeVector publicKey(PairSpec spec, Octets id) {
        return AttributeVector.newECPublicKey()
                .token(true)
                .verify(spec.purpose() == KeyPurpose.SIGNING)
                .encrypt(false)
                .wrap(false)
                .id(id.toByteArray())
                .label(spec.label());
    }

    /** CKA_EC_POINT is a DER OCTET STRING around the point; points of these curves need one length octet. */
    static byte[] derOctetString(Octets point) {
        byte[] header = {4, (byte) point.length()};
        return Octets.concat(Octets.of(header), point).toByteArray();
    }
}
