package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** Which linkage authority a seed comes from (IEEE 1609.2-2022 5.1.3.4). */
public record LaId(Octets octets) {

    public static final Codec<LaId> CODEC = fixedOctetString("LaId", 2).as("LaId", MODULE, LaId::new, LaId::octets);

    public LaId {
        octets.requireLength("LaId", 2);
    }
}
