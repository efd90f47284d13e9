package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.oer.Codec;

/**
 * A public key for encryption.
 *
 * @param supportedSymmAlg the cipher its holder can use beside it
 */
public record PublicEncryptionKey(SymmAlgorithm supportedSymmAlg, BasePublicEncryptionKey publicKey) {

    public static final Codec<PublicEncryptionKey> CODEC = sequence(
            "PublicEncryptionKey",
            MODULE,
            PublicEncryptionKey::new,
            required("supportedSymmAlg", SymmAlgorithm.CODEC, PublicEncryptionKey::supportedSymmAlg),
            required("publicKey", BasePublicEncryptionKey.CODEC, PublicEncryptionKey::publicKey));
}
