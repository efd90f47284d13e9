package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;
import static org.v2xscms.codec.oer.Strings.octetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/**
 * A ciphertext of a block cipher with 128-bit blocks in CCM mode (IEEE 1609.2-2022 5.3.8).
 *
 * @param nonce 12 octets
 * @param ccmCiphertext 16 octets longer than the plaintext
 */
public record One28BitCcmCiphertext(Octets nonce, Octets ccmCiphertext) {

    public static final Codec<One28BitCcmCiphertext> CODEC = sequence(
            "One28BitCcmCiphertext",
            MODULE,
            One28BitCcmCiphertext::new,
            required("nonce", fixedOctetString("OCTET STRING", 12), One28BitCcmCiphertext::nonce),
            required("ccmCiphertext", octetString("Opaque"), One28BitCcmCiphertext::ccmCiphertext));

    public One28BitCcmCiphertext {
        nonce.requireLength("nonce", 12);
    }
}
