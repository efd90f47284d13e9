package org.v2xscms.crypto.hash;

import org.v2xscms.codec.oer.Octets;

/**
 * A hash value together with the algorithm that made it.
 *
 * @param value exactly {@link HashFunction#octets()} octets
 */
public record Digest(HashFunction algorithm, Octets value) {

    public Digest {
        if (value.length() != algorithm.octets()) {
            throw new IllegalArgumentException(
                    algorithm + " gives " + algorithm.octets() + " octets, not " + value.length());
        }
    }

    /**
     * HashedIdN: the last {@code count} octets of the hash (IEEE 1609.2-2022 6.3.22 to 6.3.26), 3, 8, 10 or 32 (48) of
     * them in the standard.
     */
    public Octets hashedId(int count) {
        return value.last(count);
    }

    /** HashedId8, the usual short name of a certificate. */
    public Octets hashedId8() {
        return hashedId(8);
    }
}
