package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** A ciphertext, and the cipher. */
public sealed interface SymmetricCiphertext {

    record Aes128Ccm(One28BitCcmCiphertext value) implements SymmetricCiphertext {}

    record Sm4Ccm(One28BitCcmCiphertext value) implements SymmetricCiphertext {}

    record Unknown(UnknownAlternative value) implements SymmetricCiphertext {}

    Codec<SymmetricCiphertext> CODEC = choice(
            "SymmetricCiphertext",
            MODULE,
            alternative("aes128ccm", One28BitCcmCiphertext.CODEC, Aes128Ccm.class, Aes128Ccm::new, Aes128Ccm::value),
            extensible(Unknown.class, Unknown::new, Unknown::value),
            alternative("sm4Ccm", One28BitCcmCiphertext.CODEC, Sm4Ccm.class, Sm4Ccm::new, Sm4Ccm::value));
}
