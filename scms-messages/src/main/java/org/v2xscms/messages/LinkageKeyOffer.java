package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmetricEncryptionKey;
import org.v2xscms.codec.oer.Codec;

/**
 * LA to ACA: the key under which this LA encrypts pre-linkage values from now on. Earlier ones stay valid for values that
 * are under way.
 *
 * @param key the symmetric key, AES-128 in CCM unless the profile is SM4
 */
public record LinkageKeyOffer(LaId laId, SymmetricEncryptionKey key) implements BackEndPdu {

    public static final Codec<LinkageKeyOffer> CODEC = sequence(
            "LinkageKeyOffer",
            MODULE,
            LinkageKeyOffer::new,
            required("laId", LaId.CODEC, LinkageKeyOffer::laId),
            required("key", SymmetricEncryptionKey.CODEC, LinkageKeyOffer::key));

    /** Says whose key it is, never the key. */
    @Override
    public String toString() {
        return "LinkageKeyOffer[" + laId + "]";
    }
}
