package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Codec;

/**
 * A data encryption key under a symmetric key.
 *
 * @param recipientId the HashedId8 of the SymmetricEncryptionKey structure of the recipient's key
 * @param encKey the encrypted key
 */
public record SymmRecipientInfo(HashedId8 recipientId, SymmetricCiphertext encKey) {

    public static final Codec<SymmRecipientInfo> CODEC = sequence(
            "SymmRecipientInfo",
            MODULE,
            SymmRecipientInfo::new,
            required("recipientId", HashedId8.CODEC, SymmRecipientInfo::recipientId),
            required("encKey", SymmetricCiphertext.CODEC, SymmRecipientInfo::encKey));
}
