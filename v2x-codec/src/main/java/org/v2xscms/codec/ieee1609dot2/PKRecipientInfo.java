package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Codec;

/**
 * A data encryption key under a public key.
 *
 * @param recipientId the HashedId8 of what the public key stands in: the certificate, the signed data or the
 *     PublicEncryptionKey structure
 * @param encKey the encrypted key
 */
public record PKRecipientInfo(HashedId8 recipientId, EncryptedDataEncryptionKey encKey) {

    public static final Codec<PKRecipientInfo> CODEC = sequence(
            "PKRecipientInfo",
            MODULE,
            PKRecipientInfo::new,
            required("recipientId", HashedId8.CODEC, PKRecipientInfo::recipientId),
            required("encKey", EncryptedDataEncryptionKey.CODEC, PKRecipientInfo::encKey));
}
