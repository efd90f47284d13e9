package org.v2xscms.codec.ieee1609dot2dot1.acpc;

import static org.v2xscms.codec.ieee1609dot2dot1.acpc.Acpc.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/** Names a series of activation trees: eight octets, unique in the whole system. */
public record AcpcTreeId(Octets octets) {

    public static final Codec<AcpcTreeId> CODEC =
            Strings.fixedOctetString("AcpcTreeId", 8).as("AcpcTreeId", MODULE, AcpcTreeId::new, AcpcTreeId::octets);

    public AcpcTreeId {
        octets.requireLength("AcpcTreeId", 8);
    }

    @Override
    public String toString() {
        return octets.hex();
    }
}
