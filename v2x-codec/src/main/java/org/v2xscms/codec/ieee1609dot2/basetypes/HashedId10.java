package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** The last ten octets of a hash: how a revoked certificate is listed on a hash-based CRL. */
public record HashedId10(Octets octets) {

    public static final Codec<HashedId10> CODEC =
            fixedOctetString("HashedId10", 10).as("HashedId10", MODULE, HashedId10::new, HashedId10::octets);

    public HashedId10 {
        octets.requireLength("HashedId10", 10);
    }

    /** The low-order ten octets of {@code hash}. */
    public static HashedId10 of(Octets hash) {
        return new HashedId10(hash.last(10));
    }
}
