package org.v2xscms.verify.crl;

import java.util.Arrays;
import java.util.List;
import org.v2xscms.verify.kernel.BigEndian;

/**
 * Certificates revoked by hash: a set of HashedId10 (IEEE 1609.2 7.3.5). Immutable; {@link #with} makes the next one from a
 * delta list. Ten octets and room to hash take some 16 octets an entry.
 */
public final class HashCrl {

    /** Octets of an entry. */
    public static final int OCTETS = 10;

    private final int size;
    private final byte[] slots;
    private final boolean[] used;

    private HashCrl(int size, int capacity) {
        this.size = size;
        slots = new byte[capacity * OCTETS];
        used = new boolean[capacity];
    }

    /** The set of nothing. */
    public static HashCrl empty() {
        return new HashCrl(0, 2);
    }

    public int size() {
        return size;
    }

    /** This set and {@code added}, each of ten octets. */
    public HashCrl with(List<byte[]> added) {
        int capacity = Integer.highestOneBit(Math.max(1, (size + added.size()) * 3 / 2)) * 2;
        HashCrl next = new HashCrl(0, capacity);
        int count = 0;
        for (int slot = 0; slot < used.length; slot++) {
            if (used[slot]) {
                count += next.insert(slots, slot * OCTETS) ? 1 : 0;
            }
        }
        for (byte[] hashedId : added) {
            if (hashedId.length != OCTETS) {
                throw new IllegalArgumentException("a HashedId10 has ten octets, not " + hashedId.length);
            }
            count += next.insert(hashedId, 0) ? 1 : 0;
        }
        return new HashCrl(count, next);
    }

    private HashCrl(int size, HashCrl filled) {
        this.size = size;
        slots = filled.slots;
        used = filled.used;
    }

    private boolean insert(byte[] hashedId, int at) {
        int slot = find(hashedId, at);
        if (used[slot]) {
            return false;
        }
        used[slot] = true;
        System.arraycopy(hashedId, at, slots, slot * OCTETS, OCTETS);
        return true;
    }

    /** Whether the HashedId10 at {@code at} is revoked. */
    public boolean contains(byte[] hashedId, int at) {
        return used[find(hashedId, at)];
    }

    /** The slot of the entry, or the free one where it would go; hashes need no further mixing than this. */
    private int find(byte[] hashedId, int at) {
        int mask = used.length - 1;
        long mixed = BigEndian.longAt(hashedId, at + 2) * 0x9e37_79b9_7f4a_7c15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (used[slot] && !Arrays.equals(slots, slot * OCTETS, (slot + 1) * OCTETS, hashedId, at, at + OCTETS)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
