package org.v2xscms.codec.ieee1609dot2dot1.eera;

import static org.v2xscms.codec.ieee1609dot2dot1.eera.EeRa.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/** The expansion function of a butterfly key. */
public sealed interface ButterflyExpansion {

    /** AES-128 under this key of 16 octets. */
    record Aes128(Octets value) implements ButterflyExpansion {}

    record Unknown(UnknownAlternative value) implements ButterflyExpansion {}

    Codec<ButterflyExpansion> CODEC = choice(
            "ButterflyExpansion",
            MODULE,
            alternative(
                    "aes128", Strings.fixedOctetString("OCTET STRING", 16), Aes128.class, Aes128::new, Aes128::value),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
