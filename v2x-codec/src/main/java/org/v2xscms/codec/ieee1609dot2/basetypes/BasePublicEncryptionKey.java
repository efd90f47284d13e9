package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** The key that data for its holder is encrypted to, and its curve. */
public sealed interface BasePublicEncryptionKey {

    record EciesNistP256(EccP256CurvePoint point) implements BasePublicEncryptionKey {}

    record EciesBrainpoolP256r1(EccP256CurvePoint point) implements BasePublicEncryptionKey {}

    record EcencSm2(EccP256CurvePoint point) implements BasePublicEncryptionKey {}

    record Unknown(UnknownAlternative value) implements BasePublicEncryptionKey {}

    Codec<BasePublicEncryptionKey> CODEC = choice(
            "BasePublicEncryptionKey",
            MODULE,
            alternative(
                    "eciesNistP256",
                    EccP256CurvePoint.CODEC,
                    EciesNistP256.class,
                    EciesNistP256::new,
                    EciesNistP256::point),
            alternative(
                    "eciesBrainpoolP256r1",
                    EccP256CurvePoint.CODEC,
                    EciesBrainpoolP256r1.class,
                    EciesBrainpoolP256r1::new,
                    EciesBrainpoolP256r1::point),
            extensible(Unknown.class, Unknown::new, Unknown::value),
            alternative("ecencSm2", EccP256CurvePoint.CODEC, EcencSm2.class, EcencSm2::new, EcencSm2::point));
}
