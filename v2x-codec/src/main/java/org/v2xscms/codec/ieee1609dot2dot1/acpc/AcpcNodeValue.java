package org.v2xscms.codec.ieee1609dot2dot1.acpc;

import static org.v2xscms.codec.ieee1609dot2dot1.acpc.Acpc.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/** The value of a node of an activation tree: 16 octets. */
public record AcpcNodeValue(Octets octets) {

    public static final Codec<AcpcNodeValue> CODEC = Strings.fixedOctetString("AcpcNodeValue", 16)
            .as("AcpcNodeValue", MODULE, AcpcNodeValue::new, AcpcNodeValue::octets);

    public AcpcNodeValue {
        octets.requireLength("AcpcNodeValue", 16);
    }

    @Override
    public String toString() {
        return octets.hex();
    }
}
