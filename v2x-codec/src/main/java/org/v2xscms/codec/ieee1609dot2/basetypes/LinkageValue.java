package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** What a pseudonym certificate is recognised by once its owner is revoked (IEEE 1609.2-2022 5.1.3 and 7.3). */
public record LinkageValue(Octets octets) {

    public static final Codec<LinkageValue> CODEC =
            fixedOctetString("LinkageValue", 9).as("LinkageValue", MODULE, LinkageValue::new, LinkageValue::octets);

    public LinkageValue {
        octets.requireLength("LinkageValue", 9);
    }
}
