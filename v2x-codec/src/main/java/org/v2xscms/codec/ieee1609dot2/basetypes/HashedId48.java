package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** A whole hash of 384 bits. */
public record HashedId48(Octets octets) {

    public static final Codec<HashedId48> CODEC =
            fixedOctetString("HashedId48", 48).as("HashedId48", MODULE, HashedId48::new, HashedId48::octets);

    public HashedId48 {
        octets.requireLength("HashedId48", 48);
    }
}
