package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** A whole hash of 256 bits. */
public record HashedId32(Octets octets) {

    public static final Codec<HashedId32> CODEC =
            fixedOctetString("HashedId32", 32).as("HashedId32", MODULE, HashedId32::new, HashedId32::octets);

    public HashedId32 {
        octets.requireLength("HashedId32", 32);
    }
}
