package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** An SM2 signature: r and s, big-endian. */
public record EcsigP256Signature(Octets rSig, Octets sSig) {

    public static final Codec<EcsigP256Signature> CODEC = sequence(
            "EcsigP256Signature",
            MODULE,
            EcsigP256Signature::new,
            required("rSig", fixedOctetString("OCTET STRING", 32), EcsigP256Signature::rSig),
            required("sSig", fixedOctetString("OCTET STRING", 32), EcsigP256Signature::sSig));

    public EcsigP256Signature {
        rSig.requireLength("rSig", 32);
        sSig.requireLength("sSig", 32);
    }
}
