package org.v2xscms.crypto.linkage;

import org.v2xscms.codec.oer.Octets;

/**
 * The 9 octets in a pseudonym certificate by which a CRL can name it (IEEE 1609.2-2022 6.4.11). Group linkage values are
 * made the same way from group seeds.
 */
public record LinkageValue(LinkageRules rules, Octets value) {

    public static final int VALUE_OCTETS = 9;

    public LinkageValue {
        requireLength(value);
    }

    static void requireLength(Octets value) {
        if (value.length() != VALUE_OCTETS) {
            throw new IllegalArgumentException("linkage value of " + value.length() + " octets, not 9");
        }
    }
}
