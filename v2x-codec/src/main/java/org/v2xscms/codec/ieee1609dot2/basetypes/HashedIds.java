package org.v2xscms.codec.ieee1609dot2.basetypes;

import org.v2xscms.codec.oer.Octets;

/** What the HashedIdN types share. */
final class HashedIds {

    private HashedIds() {}

    static void requireLength(String typeName, Octets octets, int length) {
        if (octets.length() != length) {
            throw new IllegalArgumentException(typeName + " has " + length + " octets, not " + octets.length());
        }
    }
}
