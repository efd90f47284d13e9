package org.v2xscms.codec.oer;

/**
 * A BIT STRING of any length.
 *
 * @param octets the bits, the first one most significant, padded with zeros
 * @param unusedBits padding bits in the last octet, 0 to 7
 */
public record BitString(Octets octets, int unusedBits) {

    /** The number of bits. */
    public int length() {
        return octets.length() * 8 - unusedBits;
    }

    /** Bit {@code index}, from 0. */
    public boolean get(int index) {
        return (octets.get(index >>> 3) >>> (7 - (index & 7)) & 1) != 0;
    }
}
