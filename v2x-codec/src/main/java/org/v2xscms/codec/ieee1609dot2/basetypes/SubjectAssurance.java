package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** How well a certificate holder keeps its keys: bits 7 to 5 the assurance level, bits 1 and 0 the confidence. */
public record SubjectAssurance(Octets octets) {

    public static final Codec<SubjectAssurance> CODEC = fixedOctetString("SubjectAssurance", 1)
            .as("SubjectAssurance", MODULE, SubjectAssurance::new, SubjectAssurance::octets, SubjectAssurance::note);

    public SubjectAssurance {
        octets.requireLength("SubjectAssurance", 1);
    }

    /** 0 to 7, higher is better. */
    public int assuranceLevel() {
        return (octets.get(0) & 0xe0) >>> 5;
    }

    /** 0 to 3. */
    public int confidence() {
        return octets.get(0) & 3;
    }

    private String note() {
        return "level " + assuranceLevel() + ", confidence " + confidence();
    }
}
