package org.v2xscms.verify;

import java.util.Objects;

/**
 * A reusable queue of signatures and, after {@link SignatureVerifier#verify(SignatureBatch)}, of their verdicts. Columns of
 * arrays, so that filling, deciding and clearing it creates no garbage. Belongs to one thread at a time.
 */
public final class SignatureBatch {

    private static final int OCTETS = 32;

    private final PublicKeyPoint[] keys;
    private final byte[] octets;
    private final Ordinate[] ordinates;
    private final boolean[] valid;
    private int size;

    public SignatureBatch(int capacity) {
        keys = new PublicKeyPoint[capacity];
        octets = new byte[capacity * 3 * OCTETS];
        ordinates = new Ordinate[capacity];
        valid = new boolean[capacity];
    }

    /**
     * Adds a signature; the octets are copied.
     *
     * @param digest 32 octets from {@code digestAt}: the hash of the message, or e for SM2
     * @param r 32 octets from {@code rAt}, most significant first
     * @param s 32 octets from {@code sAt}
     * @param ordinate what the sender said of the ordinate of the point R; a wrong statement never changes a verdict
     * @return the index of the signature
     */
    public int add(
            PublicKeyPoint key, byte[] digest, int digestAt, byte[] r, int rAt, byte[] s, int sAt, Ordinate ordinate) {
        Objects.checkIndex(size, keys.length);
        int at = size * 3 * OCTETS;
        System.arraycopy(digest, digestAt, octets, at, OCTETS);
        System.arraycopy(r, rAt, octets, at + OCTETS, OCTETS);
        System.arraycopy(s, sAt, octets, at + 2 * OCTETS, OCTETS);
        keys[size] = key;
        ordinates[size] = ordinate;
        valid[size] = false;
        return size++;
    }

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public int capacity() {
        return keys.length;
    }

    public PublicKeyPoint key(int index) {
        return keys[Objects.checkIndex(index, size)];
    }

    /** The verdict, once the batch was verified. */
    public boolean isValid(int index) {
        return valid[Objects.checkIndex(index, size)];
    }

    void setValid(int index, boolean verdict) {
        valid[index] = verdict;
    }

    Ordinate ordinate(int index) {
        return ordinates[index];
    }

    /** Digest, r and s of all signatures, 32 octets each, signature after signature. */
    byte[] octets() {
        return octets;
    }

    static int digestAt(int index) {
        return index * 3 * OCTETS;
    }

    static int rAt(int index) {
        return digestAt(index) + OCTETS;
    }

    static int sAt(int index) {
        return digestAt(index) + 2 * OCTETS;
    }
}
