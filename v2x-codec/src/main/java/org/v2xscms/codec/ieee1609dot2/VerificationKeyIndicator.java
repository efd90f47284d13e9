package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicVerificationKey;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** A certificate holder's key, or what it is reconstructed from. */
public sealed interface VerificationKeyIndicator {

    /** In explicit certificates and in requests. */
    record VerificationKey(PublicVerificationKey value) implements VerificationKeyIndicator {}

    /** In implicit certificates (SEC 4; IEEE 1609.2-2022 5.3.2). */
    record ReconstructionValue(EccP256CurvePoint value) implements VerificationKeyIndicator {}

    record Unknown(UnknownAlternative value) implements VerificationKeyIndicator {}

    Codec<VerificationKeyIndicator> CODEC = choice(
            "VerificationKeyIndicator",
            MODULE,
            alternative(
                    "verificationKey",
                    PublicVerificationKey.CODEC,
                    VerificationKey.class,
                    VerificationKey::new,
                    VerificationKey::value),
            alternative(
                    "reconstructionValue",
                    EccP256CurvePoint.CODEC,
                    ReconstructionValue.class,
                    ReconstructionValue::new,
                    ReconstructionValue::value),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
