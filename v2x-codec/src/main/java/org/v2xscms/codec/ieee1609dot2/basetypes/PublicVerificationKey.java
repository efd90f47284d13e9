package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** The key that signatures of its holder verify under, and its curve. */
public sealed interface PublicVerificationKey {

    record EcdsaNistP256(EccP256CurvePoint point) implements PublicVerificationKey {}

    record EcdsaBrainpoolP256r1(EccP256CurvePoint point) implements PublicVerificationKey {}

    record EcdsaBrainpoolP384r1(EccP384CurvePoint point) implements PublicVerificationKey {}

    record EcdsaNistP384(EccP384CurvePoint point) implements PublicVerificationKey {}

    record EcsigSm2(EccP256CurvePoint point) implements PublicVerificationKey {}

    record Unknown(UnknownAlternative value) implements PublicVerificationKey {}

    Codec<PublicVerificationKey> CODEC = choice(
            "PublicVerificationKey",
            MODULE,
            alternative(
                    "ecdsaNistP256",
                    EccP256CurvePoint.CODEC,
                    EcdsaNistP256.class,
                    EcdsaNistP256::new,
                    EcdsaNistP256::point),
            alternative(
                    "ecdsaBrainpoolP256r1",
                    EccP256CurvePoint.CODEC,
                    EcdsaBrainpoolP256r1.class,
                    EcdsaBrainpoolP256r1::new,
                    EcdsaBrainpoolP256r1::point),
            extensible(Unknown.class, Unknown::new, Unknown::value),
            alternative(
                    "ecdsaBrainpoolP384r1",
                    EccP384CurvePoint.CODEC,
                    EcdsaBrainpoolP384r1.class,
                    EcdsaBrainpoolP384r1::new,
                    EcdsaBrainpoolP384r1::point),
            alternative(
                    "ecdsaNistP384",
                    EccP384CurvePoint.CODEC,
                    EcdsaNistP384.class,
                    EcdsaNistP384::new,
                    EcdsaNistP384::point),
            alternative("ecsigSm2", EccP256CurvePoint.CODEC, EcsigSm2.class, EcsigSm2::new, EcsigSm2::point));
}
