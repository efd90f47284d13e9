package org.v2xscms.codec.ieee1609dot2dot1.eera;

import static org.v2xscms.codec.ieee1609dot2dot1.eera.EeRa.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** How the keys of a request are expanded and to which key the answer is encrypted. */
public sealed interface AdditionalParams {

    /** Separate caterpillar keys for signing and encryption. */
    record Original(ButterflyParamsOriginal value) implements AdditionalParams {}

    /** The cocoon key for signing also encrypts; the ACA signs the encrypted answer. */
    record Unified(ButterflyExpansion value) implements AdditionalParams {}

    /** The cocoon key for signing also encrypts; the answer is not signed. */
    record CompactUnified(ButterflyExpansion value) implements AdditionalParams {}

    /** No butterfly keys: the answer is encrypted to this key. */
    record EncryptionKey(PublicEncryptionKey value) implements AdditionalParams {}

    record Unknown(UnknownAlternative value) implements AdditionalParams {}

    Codec<AdditionalParams> CODEC = choice(
            "AdditionalParams",
            MODULE,
            alternative("original", ButterflyParamsOriginal.CODEC, Original.class, Original::new, Original::value),
            alternative("unified", ButterflyExpansion.CODEC, Unified.class, Unified::new, Unified::value),
            alternative(
                    "compactUnified",
                    ButterflyExpansion.CODEC,
                    CompactUnified.class,
                    CompactUnified::new,
                    CompactUnified::value),
            alternative(
                    "encryptionKey",
                    PublicEncryptionKey.CODEC,
                    EncryptionKey.class,
                    EncryptionKey::new,
                    EncryptionKey::value),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
