package org.v2xscms.codec.flyweight;

import java.util.Arrays;
import java.util.Random;

/** Small damage to a message, of the kinds that a decoder has to survive. */
final class Mutations {

    private Mutations() {}

    static byte[] mutate(byte[] octets, Random random) {
        byte[] mutated = octets.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && mutated.length > 1; i++) {
            mutated = mutateOnce(mutated, random);
        }
        return mutated;
    }

    private static byte[] mutateOnce(byte[] octets, Random random) {
        int at = random.nextInt(octets.length);
        return switch (random.nextInt(7)) {
            case 0 -> set(octets, at, octets[at] ^ 1 << random.nextInt(8));
            case 1 -> set(octets, at, random.nextInt(256));
            case 2 -> set(octets, at, 0x80 | random.nextInt(6));
            case 3 -> set(octets, at, octets[at] + (random.nextBoolean() ? 1 : -1));
            case 4 -> Arrays.copyOf(octets, at);
            case 5 -> remove(octets, at);
            default -> insert(octets, at, random.nextInt(256));
        };
    }

    private static byte[] set(byte[] octets, int at, int value) {
        octets[at] = (byte) value;
        return octets;
    }

    private static byte[] remove(byte[] octets, int at) {
        byte[] shorter = new byte[octets.length - 1];
        System.arraycopy(octets, 0, shorter, 0, at);
        System.arraycopy(octets, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }

    private static byte[] insert(byte[] octets, int at, int value) {
        byte[] longer = new byte[octets.length + 1];
        System.arraycopy(octets, 0, longer, 0, at);
        longer[at] = (byte) value;
        System.arraycopy(octets, at, longer, at + 1, octets.length - at);
        return longer;
    }
}
