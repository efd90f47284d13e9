package org.v2xscms.crypto.envelope;

import java.security.MessageDigest;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.CanonicalForm;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;

/** How a recipient finds its entry in encrypted data: the HashedId8 of what the key came in. */
final class KeyIds {

    private KeyIds() {}

    /** Of a bare encryption key: its COER, with the point compressed. */
    static HashedId8 of(PublicEncryptionKey key) {
        return HashedId8.of(
                hash(PublicEncryptionKey.CODEC.encode(CanonicalForm.of(key))).value());
    }

    /** Of a symmetric key: the COER of a SymmetricEncryptionKey, which is the index of its cipher and the key. */
    static HashedId8 of(SymmetricKey key) {
        byte tag = (byte) (key.algorithm() == SymmAlgorithm.AES128_CCM ? 0x80 : 0x81);
        // Behind the extension marker the value stands in an open type, so SM4's key has its length in front.
        Octets head = key.algorithm() == SymmAlgorithm.AES128_CCM ? Octets.of(tag) : Octets.of(tag, (byte) 16);
        MessageDigest engine = HashFunction.SHA256.newEngine();
        head.updateInto(engine);
        return key.octets().lend(octets -> {
            engine.update(octets);
            return HashedId8.of(Octets.of(engine.digest()));
        });
    }

    /** Of signed data that carried an encryption key in its header; the same hash is its P1. */
    static Digest hashOf(Encoded<Ieee1609Dot2Data> signedData) {
        return hash(CanonicalForm.ofData(signedData).octets());
    }

    private static Digest hash(Octets octets) {
        return HashFunction.SHA256.digest(octets);
    }
}
