package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import static org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagement.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Strings;

/** A group of electors that signs a series of trust lists: eight octets, unique in the whole world. */
public record CtlSeriesId(Octets octets) {

    public static final Codec<CtlSeriesId> CODEC =
            Strings.fixedOctetString("CtlSeriesId", 8).as("CtlSeriesId", MODULE, CtlSeriesId::new, CtlSeriesId::octets);

    public CtlSeriesId {
        octets.requireLength("CtlSeriesId", 8);
    }

    @Override
    public String toString() {
        return octets.hex();
    }
}
