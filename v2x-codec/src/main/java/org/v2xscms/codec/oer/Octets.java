package org.v2xscms.codec.oer;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An immutable run of octets, compared by content.
 *
 * <p>A decoder hands out slices of one received buffer, so keeping the exact octets of a certificate, its
 * {@code toBeSigned} part and everything inside costs no copy. Never use it for secrets: it prints itself as hex.
 */
public final class Octets implements Comparable<Octets> {

    public static final Octets EMPTY = new Octets(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int length;

    /** Takes ownership of the range: the caller must not write to {@code array} again. */
    Octets(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** Copies {@code bytes}. */
    public static Octets of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone(), 0, bytes.length);
    }

    /** Copies {@code length} bytes from {@code offset}. */
    public static Octets of(byte[] bytes, int offset, int length) {
        return new Octets(Arrays.copyOfRange(bytes, offset, offset + length), 0, length);
    }

    /** Parses hex digits without separators, either case. */
    public static Octets ofHex(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return new Octets(bytes, 0, bytes.length);
    }

    /** All parts one after another. */
    public static Octets concat(Octets... parts) {
        int total = 0;
        for (Octets part : parts) {
            total = Math.addExact(total, part.length);
        }
        byte[] joined = new byte[total];
        int at = 0;
        for (Octets part : parts) {
            part.copyTo(joined, at);
            at += part.length;
        }
        return new Octets(joined, 0, total);
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public byte get(int index) {
        return array[offset + Objects.checkIndex(index, length)];
    }

    /** The octets from {@code from} (inclusive) to {@code to} (exclusive), sharing this buffer. */
    public Octets slice(int from, int to) {
        Objects.checkFromToIndex(from, to, length);
        return new Octets(array, offset + from, to - from);
    }

    /** This value if it has {@code size} octets: for the constructors of fixed-size types. */
    public Octets requireLength(String typeName, int size) {
        if (length != size) {
            throw new IllegalArgumentException(typeName + " has " + size + " octets, not " + length);
        }
        return this;
    }

    /** The last {@code count} octets: how every HashedIdN is cut from a hash. */
    public Octets last(int count) {
        return slice(length - count, length);
    }

    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    public void copyTo(byte[] target, int at) {
        System.arraycopy(array, offset, target, at, length);
    }

    /** Feeds the octets to {@code digest} without copying them. */
    public void updateInto(MessageDigest digest) {
        digest.update(array, offset, length);
    }

    public String hex() {
        return HexFormat.of().formatHex(array, offset, offset + length);
    }

    /** Unsigned lexicographic order, shorter first where one is a prefix of the other. */
    @Override
    public int compareTo(Octets other) {
        return Arrays.compareUnsigned(
                array, offset, offset + length, other.array, other.offset, other.offset + other.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + array[offset + i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return hex();
    }

    byte[] array() {
        return array;
    }

    int offset() {
        return offset;
    }
}
