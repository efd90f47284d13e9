package org.v2xscms.codec.ieee1609dot2.basetypes;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The 16 octets of a symmetric key: compared in constant time, not printed, wiped on {@link #close}.
 *
 * <p>The buffer a key was decoded from belongs to the caller of the decoder, who has to wipe it.
 */
public final class SymmetricKeyOctets implements AutoCloseable {

    private final byte[] octets;

    /** Copies {@code octets}. */
    public SymmetricKeyOctets(byte[] octets) {
        if (octets.length != 16) {
            throw new IllegalArgumentException("a symmetric key has 16 octets, not " + octets.length);
        }
        this.octets = octets.clone();
    }

    /** A copy, which the caller has to wipe. */
    public byte[] toByteArray() {
        return octets.clone();
    }

    @Override
    public void close() {
        Arrays.fill(octets, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SymmetricKeyOctets that && MessageDigest.isEqual(octets, that.octets);
    }

    /** The same for all keys: a hash of the octets would say something about them. */
    @Override
    public int hashCode() {
        return 16;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
