package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** The last eight octets of a hash: how a certificate, key or message is referred to. */
public record HashedId8(Octets octets) {

    public static final Codec<HashedId8> CODEC =
            fixedOctetString("HashedId8", 8).as("HashedId8", MODULE, HashedId8::new, HashedId8::octets);

    public HashedId8 {
        octets.requireLength("HashedId8", 8);
    }

    /** The low-order eight octets of {@code hash}. */
    public static HashedId8 of(Octets hash) {
        return new HashedId8(hash.last(8));
    }

    /** Lower-case hex, as in the file names of IEEE 1609.2.1. */
    @Override
    public String toString() {
        return octets.hex();
    }
}
