package org.v2xscms.fuzz;

import java.util.Arrays;
import java.util.function.Consumer;
import org.v2xscms.codec.oer.Octets;

/** Every systematic damage to one encoding: at each octet a few other values, lengths that promise too much, removal. */
final class Mutations {

    /** Lengths and counts that promise more than any input holds, one of them in a non-minimal form. */
    private static final byte[][] OVERSIZED = {
        {(byte) 0x84, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff},
        {(byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff},
        {(byte) 0x88, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff},
        {(byte) 0x82, (byte) 0xff, (byte) 0xff},
        {4, (byte) 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff},
    };

    /** Longer encodings are damaged at every second or third octet: most of them are keys and signatures. */
    private static final int LONG = 200;

    private Mutations() {}

    static void each(Octets encoding, Consumer<Octets> check) {
        byte[] octets = encoding.toByteArray();
        int step = 1 + octets.length / LONG;
        for (int at = 0; at < octets.length; at += step) {
            for (int value : values(octets[at])) {
                byte[] changed = octets.clone();
                changed[at] = (byte) value;
                check.accept(Octets.of(changed));
            }
            for (byte[] oversized : OVERSIZED) {
                check.accept(splice(octets, at, oversized, 1));
            }
            check.accept(splice(octets, at, new byte[0], 1));
        }
    }

    private static int[] values(byte octet) {
        int[] values = {0, 0x7f, 0xff, octet + 1, octet - 1, octet ^ 0x40, octet ^ 0x80};
        return Arrays.stream(values)
                .filter(value -> (byte) value != octet)
                .distinct()
                .toArray();
    }

    private static Octets splice(byte[] octets, int at, byte[] insert, int remove) {
        return Octets.concat(
                Octets.of(octets, 0, at),
                Octets.of(insert),
                Octets.of(octets, at + remove, octets.length - at - remove));
    }
}
