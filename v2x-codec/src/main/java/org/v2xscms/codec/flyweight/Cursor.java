package org.v2xscms.codec.flyweight;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads canonical OER from a received buffer without allocating and without exceptions.
 *
 * <p>The first fault sticks: it is remembered with its offset, everything read after it is 0 and moves nothing. A parser
 * therefore reads straight through and asks for the {@link #outcome} at the end; only a loop over a received count has
 * to look at {@link #ok} on the way.
 *
 * <p>Whatever is cut short is {@link Outcome#MALFORMED}. Whatever is merely not canonical is
 * {@link Outcome#UNSUPPORTED}, because the general codec may tolerate it.
 */
final class Cursor {

    /** List elements in one message: far more than a message on the road has, far fewer than make parsing slow. */
    private static final int MAX_ELEMENTS = 4096;

    private static final VarHandle UINT16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle UINT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle UINT64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] buffer = new byte[0];
    private int position;
    private int limit;
    private int elements;
    private Outcome outcome = Outcome.OK;
    private int faultOffset;

    void start(byte[] input, int from, int to) {
        buffer = input;
        position = from;
        limit = to;
        elements = 0;
        outcome = Outcome.OK;
        faultOffset = -1;
    }

    byte[] buffer() {
        return buffer;
    }

    int position() {
        return position;
    }

    int limit() {
        return limit;
    }

    Outcome outcome() {
        return outcome;
    }

    boolean ok() {
        return outcome == Outcome.OK;
    }

    int faultOffset() {
        return faultOffset;
    }

    void unsupported(int at) {
        fault(Outcome.UNSUPPORTED, at);
    }

    void malformed(int at) {
        fault(Outcome.MALFORMED, at);
    }

    private void fault(Outcome fault, int at) {
        if (outcome == Outcome.OK) {
            outcome = fault;
            faultOffset = at;
        }
        limit = position;
    }

    private boolean has(int count) {
        if (count <= limit - position) {
            return true;
        }
        malformed(position);
        return false;
    }

    int uint8() {
        return has(1) ? buffer[position++] & 0xff : 0;
    }

    int uint16() {
        if (!has(2)) {
            return 0;
        }
        position += 2;
        return (short) UINT16.get(buffer, position - 2) & 0xffff;
    }

    int int32() {
        if (!has(4)) {
            return 0;
        }
        position += 4;
        return (int) UINT32.get(buffer, position - 4);
    }

    long uint32() {
        return int32() & 0xffff_ffffL;
    }

    long uint64() {
        if (!has(8)) {
            return 0;
        }
        position += 8;
        return (long) UINT64.get(buffer, position - 8);
    }

    void skip(int octets) {
        if (has(octets)) {
            position += octets;
        }
    }

    /** Reads one octet that has to be {@code expected}; anything else is for the general codec to judge. */
    void expect(int expected) {
        int at = position;
        if (uint8() != expected) {
            unsupported(at);
        }
    }

    /** The preamble of a SEQUENCE with {@code bits} presence bits, 1 to 8, the first one most significant. */
    int preamble(int bits) {
        int at = position;
        int preamble = uint8();
        if ((preamble & 0xff >>> bits) != 0) {
            unsupported(at);
        }
        return preamble;
    }

    /** A length in its shortest form, at most three octets long; never more than what is left. */
    int length() {
        int at = position;
        int first = uint8();
        int length = first;
        if (first >= 0x80) {
            int octets = first & 0x7f;
            length = octets == 1 ? uint8() : octets == 2 ? uint16() : -1;
            if (length < (octets == 1 ? 0x80 : 0x100)) {
                unsupported(at);
                return 0;
            }
        }
        if (length > limit - position) {
            malformed(at);
            return 0;
        }
        return length;
    }

    /** The element count of a SEQUENCE OF in its shortest form, each element at least one octet. */
    int quantity() {
        int at = position;
        int octets = uint8();
        int count = octets == 1 ? uint8() : octets == 2 ? uint16() : -1;
        elements += Math.max(count, 0);
        if (count < 0 || (octets == 2 && count < 0x100) || elements > MAX_ELEMENTS) {
            unsupported(at);
            return 0;
        }
        if (count > limit - position) {
            malformed(at);
            return 0;
        }
        return count;
    }

    /** An INTEGER (0..MAX) in its shortest form, below 2^63. */
    long variableUnsigned() {
        int at = position;
        int octets = uint8();
        if (octets == 1) {
            return uint8();
        }
        if (octets < 1 || octets > 8 || !has(octets)) {
            unsupported(at);
            return 0;
        }
        long value = buffer[position] & 0xff;
        boolean shortest = value != 0;
        for (int i = 1; i < octets; i++) {
            value = value << 8 | (buffer[position + i] & 0xff);
        }
        position += octets;
        if (!shortest || value < 0) {
            unsupported(at);
            return 0;
        }
        return value;
    }

    /** An INTEGER in two's complement, at most 8 octets in its shortest form; only its bounds are looked at. */
    void skipVariableSigned() {
        int at = position;
        int octets = uint8();
        int from = position;
        skip(octets);
        if (!ok()) {
            return;
        }
        boolean shortest = octets == 1
                || (octets > 1
                        && octets <= 8
                        && !(buffer[from] == 0 && buffer[from + 1] >= 0)
                        && !(buffer[from] == -1 && buffer[from + 1] < 0));
        if (!shortest) {
            unsupported(at);
        }
    }

    /** The tag of a CHOICE: the index of its alternative. */
    int tag() {
        int at = position;
        int tag = uint8();
        if (ok() && ((tag & 0xc0) != 0x80 || tag == 0xbf)) {
            malformed(at);
        }
        return tag & 0x3f;
    }

    /** Enters an open type and returns the limit to give back to {@link #close}. */
    int open() {
        int length = length();
        int outer = limit;
        if (ok()) {
            limit = position + length;
        }
        return outer;
    }

    /** Leaves an open type, which has to be used up. */
    void close(int outer) {
        if (position != limit) {
            unsupported(position);
        }
        if (ok()) {
            limit = outer;
        }
    }

    /** Skips an open type without looking inside. */
    void skipOpen() {
        skip(length());
    }

    /** The presence bitmap of extension additions: bit 63 for the first addition. Not zero unless there is a fault. */
    long additions() {
        int at = position;
        int octets = length() - 1;
        int unused = uint8();
        if (octets < 1 || octets > 8 || unused > 7) {
            unsupported(at);
            return 0;
        }
        long bits = 0;
        for (int i = 0; i < octets; i++) {
            bits = bits << 8 | uint8();
        }
        boolean clean = bits != 0 && (bits & (1L << unused) - 1) == 0;
        if (!clean) {
            unsupported(at);
            return 0;
        }
        return bits << (64 - 8 * octets);
    }

    /** Skips the additions of {@code bitmap}, which is in the form of {@link #additions}. */
    void skipAdditions(long bitmap) {
        for (long bits = bitmap; bits != 0 && ok(); bits <<= 1) {
            if (bits < 0) {
                skipOpen();
            }
        }
    }
}
