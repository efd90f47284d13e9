package org.v2xscms.codec.ieee1609dot2dot1.acara;

import static org.v2xscms.codec.ieee1609dot2dot1.acara.AcaRa.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Strings;

/**
 * How butterfly keys are used: a BIT STRING of eight bits, the first two named.
 *
 * @param bits the octet, the first bit most significant
 */
public record RaAcaCertRequestFlags(int bits) {

    private static final int BUTTERFLY_EXPLICIT = 0x80;
    private static final int CUBK = 0x40;

    public static final Codec<RaAcaCertRequestFlags> CODEC = Strings.eightBits("RaAcaCertRequestFlags")
            .as(
                    "RaAcaCertRequestFlags",
                    MODULE,
                    RaAcaCertRequestFlags::new,
                    RaAcaCertRequestFlags::bits,
                    RaAcaCertRequestFlags::toString);

    public RaAcaCertRequestFlags {
        if (bits < 0 || bits > 0xff) {
            throw new IllegalArgumentException("eight bits, not " + bits);
        }
    }

    public static RaAcaCertRequestFlags of(boolean butterflyExplicit, boolean cubk) {
        return new RaAcaCertRequestFlags((butterflyExplicit ? BUTTERFLY_EXPLICIT : 0) | (cubk ? CUBK : 0));
    }

    /** The ACA randomizes the cocoon key of an explicit certificate. */
    public boolean butterflyExplicit() {
        return (bits & BUTTERFLY_EXPLICIT) != 0;
    }

    /** The ACA encrypts the answer to the key it derives from the requested one, and does not sign it. */
    public boolean cubk() {
        return (bits & CUBK) != 0;
    }

    @Override
    public String toString() {
        return "butterflyExplicit " + butterflyExplicit() + ", cubk " + cubk();
    }
}
