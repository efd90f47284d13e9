package org.v2xscms.codec.ieee1609dot2dot1.eera;

import static org.v2xscms.codec.ieee1609dot2dot1.eera.EeRa.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.oer.Codec;

/**
 * Key expansion with separate keys for signing and encryption.
 *
 * @param signingExpansion expands the verificationKey of the request
 * @param encryptionKey the caterpillar public key for encryption
 * @param encryptionExpansion expands it
 */
public record ButterflyParamsOriginal(
        ButterflyExpansion signingExpansion,
        PublicEncryptionKey encryptionKey,
        ButterflyExpansion encryptionExpansion) {

    public static final Codec<ButterflyParamsOriginal> CODEC = sequence(
            "ButterflyParamsOriginal",
            MODULE,
            ButterflyParamsOriginal::new,
            required("signingExpansion", ButterflyExpansion.CODEC, ButterflyParamsOriginal::signingExpansion),
            required("encryptionKey", PublicEncryptionKey.CODEC, ButterflyParamsOriginal::encryptionKey),
            required("encryptionExpansion", ButterflyExpansion.CODEC, ButterflyParamsOriginal::encryptionExpansion));
}
