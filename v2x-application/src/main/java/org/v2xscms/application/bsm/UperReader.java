package org.v2xscms.application.bsm;

import org.v2xscms.codec.oer.Octets;

/** Reads bit fields, most significant bit first (ITU-T X.691, unaligned). */
final class UperReader {

    private final Octets input;
    private int position;

    UperReader(Octets input) {
        this.input = input;
    }

    /** The next {@code bits} bits as an unsigned number; at most 32. */
    long bits(int bits) throws MalformedException {
        if (8L * input.length() - position < bits) {
            throw new MalformedException(
                    "ends at bit " + 8L * input.length() + ", " + bits + " bits were expected at " + position);
        }
        long value = 0;
        for (int i = 0; i < bits; i++, position++) {
            value = value << 1 | (input.get(position >>> 3) >>> (7 - (position & 7)) & 1);
        }
        return value;
    }

    boolean flag() throws MalformedException {
        return bits(1) == 1;
    }

    Octets octets(int count) throws MalformedException {
        if (8L * count > 8L * input.length() - position) {
            throw new MalformedException(
                    count + " octets were expected at bit " + position + " of " + 8L * input.length());
        }
        byte[] octets = new byte[count];
        for (int i = 0; i < count; i++) {
            octets[i] = (byte) bits(Byte.SIZE);
        }
        return Octets.of(octets);
    }

    /** An open type: its length in octets (X.691 11.9) and its octets. */
    Octets openType() throws MalformedException {
        int length;
        if (!flag()) {
            length = (int) bits(7);
        } else if (!flag()) {
            length = (int) bits(14);
            if (length < 128) {
                throw new MalformedException("a length of " + length + " in two octets");
            }
        } else {
            throw new MalformedException("an open type in fragments");
        }
        if (length == 0) {
            throw new MalformedException("an open type without octets");
        }
        return octets(length);
    }

    /** The rest: fewer than eight zero bits. */
    void end() throws MalformedException {
        long left = 8L * input.length() - position;
        if (left >= Byte.SIZE) {
            throw new MalformedException(left + " bits behind the end");
        }
        if (bits((int) left) != 0) {
            throw new MalformedException("padding that is not zero");
        }
    }

    /** Bits that are not the encoding of the type asked for. Has no stack trace: hostile input must stay cheap. */
    static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
