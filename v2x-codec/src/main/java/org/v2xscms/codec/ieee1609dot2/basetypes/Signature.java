package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** A signature, and the curve it is made on. */
public sealed interface Signature {

    record EcdsaNistP256Signature(EcdsaP256Signature value) implements Signature {}

    record EcdsaBrainpoolP256r1Signature(EcdsaP256Signature value) implements Signature {}

    record EcdsaBrainpoolP384r1Signature(EcdsaP384Signature value) implements Signature {}

    record EcdsaNistP384Signature(EcdsaP384Signature value) implements Signature {}

    record Sm2Signature(EcsigP256Signature value) implements Signature {}

    record Unknown(UnknownAlternative value) implements Signature {}

    Codec<Signature> CODEC = choice(
            "Signature",
            MODULE,
            alternative(
                    "ecdsaNistP256Signature",
                    EcdsaP256Signature.CODEC,
                    EcdsaNistP256Signature.class,
                    EcdsaNistP256Signature::new,
                    EcdsaNistP256Signature::value),
            alternative(
                    "ecdsaBrainpoolP256r1Signature",
                    EcdsaP256Signature.CODEC,
                    EcdsaBrainpoolP256r1Signature.class,
                    EcdsaBrainpoolP256r1Signature::new,
                    EcdsaBrainpoolP256r1Signature::value),
            extensible(Unknown.class, Unknown::new, Unknown::value),
            alternative(
                    "ecdsaBrainpoolP384r1Signature",
                    EcdsaP384Signature.CODEC,
                    EcdsaBrainpoolP384r1Signature.class,
                    EcdsaBrainpoolP384r1Signature::new,
                    EcdsaBrainpoolP384r1Signature::value),
            alternative(
                    "ecdsaNistP384Signature",
                    EcdsaP384Signature.CODEC,
                    EcdsaNistP384Signature.class,
                    EcdsaNistP384Signature::new,
                    EcdsaNistP384Signature::value),
            alternative(
                    "sm2Signature",
                    EcsigP256Signature.CODEC,
                    Sm2Signature.class,
                    Sm2Signature::new,
                    Sm2Signature::value));
}
