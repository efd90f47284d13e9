package org.v2xscms.application.bsm;

import java.io.ByteArrayOutputStream;
import org.v2xscms.codec.oer.Octets;

/** Writes bit fields, most significant bit first (ITU-T X.691, unaligned). */
final class UperWriter {

    /** Longer contents are sent in fragments, which no message of this kind needs. */
    static final int MAX_OPEN_TYPE = 16_383;

    private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    /** Writes the low {@code bits} bits of {@code value}. */
    void bits(long value, int bits) {
        for (int i = bits - 1; i >= 0; i--) {
            pending = pending << 1 | (int) (value >>> i & 1);
            if (++pendingBits == Byte.SIZE) {
                whole.write(pending);
                pending = 0;
                pendingBits = 0;
            }
        }
    }

    void flag(boolean value) {
        bits(value ? 1 : 0, 1);
    }

    void octets(Octets value) {
        for (int i = 0; i < value.length(); i++) {
            bits(value.get(i), Byte.SIZE);
        }
    }

    /** An open type: its length in octets (X.691 11.9) and its octets. */
    void openType(Octets value) {
        if (value.isEmpty() || value.length() > MAX_OPEN_TYPE) {
            throw new IllegalArgumentException(
                    "an open type of 1 to " + MAX_OPEN_TYPE + " octets, not " + value.length());
        }
        if (value.length() < 128) {
            bits(value.length(), 8);
        } else {
            bits(0b10, 2);
            bits(value.length(), 14);
        }
        octets(value);
    }

    /** All that was written, filled up with zero bits to a whole octet. */
    Octets toOctets() {
        if (pendingBits > 0) {
            bits(0, Byte.SIZE - pendingBits);
        }
        return Octets.of(whole.toByteArray());
    }
}
