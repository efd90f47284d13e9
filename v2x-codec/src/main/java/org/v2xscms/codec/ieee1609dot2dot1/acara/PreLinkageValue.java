package org.v2xscms.codec.ieee1609dot2dot1.acara;

import static org.v2xscms.codec.ieee1609dot2dot1.acara.AcaRa.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/** One LA's share of a linkage value: nine octets. */
public record PreLinkageValue(Octets octets) {

    public static final Codec<PreLinkageValue> CODEC = Strings.fixedOctetString("PreLinkageValue", 9)
            .as("PreLinkageValue", MODULE, PreLinkageValue::new, PreLinkageValue::octets);

    public PreLinkageValue {
        octets.requireLength("PreLinkageValue", 9);
    }
}
