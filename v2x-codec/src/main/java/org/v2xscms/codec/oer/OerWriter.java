package org.v2xscms.codec.oer;

import java.util.Arrays;

/** Writes the primitives of ITU-T X.696 in canonical form into a growing buffer. Not thread-safe. */
public final class OerWriter {

    private byte[] buffer = new byte[256];
    private int length;

    public Octets toOctets() {
        return new Octets(Arrays.copyOf(buffer, length), 0, length);
    }

    public void uint8(int value) {
        room(1);
        buffer[length++] = (byte) value;
    }

    /** The low {@code octets} octets of {@code value}, big-endian. */
    public void fixed(long value, int octets) {
        room(octets);
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
            buffer[length++] = (byte) (value >>> shift);
        }
    }

    /** Length and shortest unsigned form of a value from 0 to 2^63 - 1. */
    public void variableUnsigned(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("not an unsigned integer below 2^63: " + value);
        }
        int octets = Math.max(1, (64 - Long.numberOfLeadingZeros(value) + 7) >>> 3);
        length(octets);
        fixed(value, octets);
    }

    /** Length and shortest two's complement form. */
    public void variableSigned(long value) {
        int bits = 65 - Long.numberOfLeadingZeros(value < 0 ? ~value : value);
        int octets = (bits + 7) >>> 3;
        length(octets);
        fixed(value, octets);
    }

    public void length(int value) {
        if (value < 0x80) {
            uint8(value);
            return;
        }
        int octets = (32 - Integer.numberOfLeadingZeros(value) + 7) >>> 3;
        uint8(0x80 | octets);
        fixed(value, octets);
    }

    public void octets(Octets octets) {
        room(octets.length());
        octets.copyTo(buffer, length);
        length += octets.length();
    }

    /** Begins an open type whose length is not known yet; give the result to {@link #endOpen}. */
    int beginOpen() {
        uint8(0);
        return length;
    }

    /** Ends the open type: sets its length, moving the content where the length needs more than one octet. */
    void endOpen(int begin) {
        int content = length - begin;
        if (content < 0x80) {
            buffer[begin - 1] = (byte) content;
            return;
        }
        int octets = (32 - Integer.numberOfLeadingZeros(content) + 7) >>> 3;
        room(octets);
        System.arraycopy(buffer, begin, buffer, begin + octets, content);
        length = begin - 1;
        uint8(0x80 | octets);
        fixed(content, octets);
        length += content;
    }

    private void room(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, Math.addExact(length, more)));
        }
    }
}
