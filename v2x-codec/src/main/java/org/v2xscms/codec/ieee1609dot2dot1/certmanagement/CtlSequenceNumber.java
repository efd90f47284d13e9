package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import static org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagement.MODULE;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/** The number of a trust list in its series, 0 to 65535; what follows 65535 is not defined. */
public record CtlSequenceNumber(int value) implements Comparable<CtlSequenceNumber> {

    public static final Codec<CtlSequenceNumber> CODEC = Integers.integer("CtlSequenceNumber", MODULE, 0, 65_535)
            .as("CtlSequenceNumber", MODULE, CtlSequenceNumber::new, CtlSequenceNumber::value);

    public CtlSequenceNumber {
        if (value < 0 || value > 65_535) {
            throw new IllegalArgumentException("a CtlSequenceNumber from 0 to 65535, not " + value);
        }
    }

    @Override
    public int compareTo(CtlSequenceNumber other) {
        return Integer.compare(value, other.value);
    }
}
