package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.extensible;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Choice;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** A secret key and its cipher; none of its views shows the octets. */
public sealed interface SymmetricEncryptionKey {

    record Aes128Ccm(SymmetricKeyOctets key) implements SymmetricEncryptionKey {}

    record Sm4Ccm(SymmetricKeyOctets key) implements SymmetricEncryptionKey {}

    record Unknown(UnknownAlternative value) implements SymmetricEncryptionKey {
        @Override
        public String toString() {
            return "Unknown[(secret)]";
        }
    }

    Codec<SymmetricEncryptionKey> CODEC = Choice.<SymmetricEncryptionKey>choice(
                    "SymmetricEncryptionKey",
                    MODULE,
                    alternative("aes128Ccm", keyOctets(), Aes128Ccm.class, Aes128Ccm::new, Aes128Ccm::key),
                    extensible(Unknown.class, Unknown::new, Unknown::value),
                    alternative("sm4Ccm", keyOctets(), Sm4Ccm.class, Sm4Ccm::new, Sm4Ccm::key))
            .unprinted();

    private static Codec<SymmetricKeyOctets> keyOctets() {
        return fixedOctetString("OCTET STRING", 16)
                .as(
                        "OCTET STRING",
                        MODULE,
                        octets -> new SymmetricKeyOctets(octets.toByteArray()),
                        key -> Octets.of(key.toByteArray()));
    }
}
