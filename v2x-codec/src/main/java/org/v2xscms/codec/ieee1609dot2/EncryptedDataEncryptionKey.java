package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.ieee1609dot2.basetypes.EcencP256EncryptedKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.EciesP256EncryptedKey;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** A data encryption key under a public key, and the scheme. */
public sealed interface EncryptedDataEncryptionKey {

    record EciesNistP256(EciesP256EncryptedKey value) implements EncryptedDataEncryptionKey {}

    record EciesBrainpoolP256r1(EciesP256EncryptedKey value) implements EncryptedDataEncryptionKey {}

    record EcencSm2256(EcencP256EncryptedKey value) implements EncryptedDataEncryptionKey {}

    record Unknown(UnknownAlternative value) implements EncryptedDataEncryptionKey {}

    Codec<EncryptedDataEncryptionKey> CODEC = choice(
            "EncryptedDataEncryptionKey",
            MODULE,
            alternative(
                    "eciesNistP256",
                    EciesP256EncryptedKey.CODEC,
                    EciesNistP256.class,
                    EciesNistP256::new,
                    EciesNistP256::value),
            alternative(
                    "eciesBrainpoolP256r1",
                    EciesP256EncryptedKey.CODEC,
                    EciesBrainpoolP256r1.class,
                    EciesBrainpoolP256r1::new,
                    EciesBrainpoolP256r1::value),
            extensible(Unknown.class, Unknown::new, Unknown::value),
            alternative(
                    "ecencSm2256",
                    EcencP256EncryptedKey.CODEC,
                    EcencSm2256.class,
                    EcencSm2256::new,
                    EcencSm2256::value));
}
