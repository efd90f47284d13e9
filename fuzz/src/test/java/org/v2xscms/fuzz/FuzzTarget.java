package org.v2xscms.fuzz;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.v2xscms.codec.Structures;
import org.v2xscms.codec.flyweight.Outcome;
import org.v2xscms.codec.flyweight.SignedDataView;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/**
 * What Jazzer calls: the first two octets choose the decoder, the rest is its input.
 *
 * <p>The choice goes by the hash of the entry's name, so that saved inputs keep their decoder when entries are added.
 */
public final class FuzzTarget {

    private static final int SELECTOR = 2;

    private static final NavigableMap<Integer, DecoderEntry> ENTRIES = new TreeMap<>();

    static {
        for (DecoderEntry entry : DecoderEntry.all()) {
            ENTRIES.put(selector(entry), entry);
        }
    }

    private FuzzTarget() {}

    /** Jazzer calls this first, so that loading all decoders is not taken for the time that the first input needs. */
    public static void fuzzerInitialize() {
        DecoderRules.require(!ENTRIES.isEmpty(), "no decoders");
    }

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < SELECTOR) {
            return;
        }
        DecoderEntry entry = entry((data[0] & 0xff) << 8 | (data[1] & 0xff));
        byte[] input = Arrays.copyOfRange(data, SELECTOR, data.length);
        try {
            DecoderRules.check(entry.codec(), Octets.of(input));
            if (entry.name().equals("ieee1609dot2.Ieee1609Dot2Data.CODEC")) {
                checkFlyweight(input);
                Structures.detect(Octets.of(input), Limits.MESSAGE);
            }
        } catch (AssertionError | RuntimeException | StackOverflowError e) {
            throw new AssertionError(entry.name() + " on " + Octets.of(input), e);
        }
    }

    /** An input that brings {@code encoding} to the decoder of {@code entry}. */
    static byte[] input(DecoderEntry entry, Octets encoding) {
        int selector = selector(entry);
        return Octets.concat(Octets.of((byte) (selector >>> 8), (byte) selector), encoding)
                .toByteArray();
    }

    private static int selector(DecoderEntry entry) {
        return entry.name().hashCode() & 0xffff;
    }

    private static DecoderEntry entry(int selector) {
        var next = ENTRIES.ceilingEntry(selector);
        return Objects.requireNonNull(next == null ? ENTRIES.firstEntry() : next)
                .getValue();
    }

    /**
     * Accepted by the flyweight means accepted by the general codec as received, malformed means refused by it, and what
     * stands around the message makes no difference.
     */
    private static void checkFlyweight(byte[] message) {
        SignedDataView view = new SignedDataView();
        Outcome alone = view.parse(message, 0, message.length);
        byte[] surrounded = new byte[message.length + 200];
        Arrays.fill(surrounded, (byte) 0x81);
        System.arraycopy(message, 0, surrounded, 100, message.length);
        DecoderRules.require(
                view.parse(surrounded, 100, message.length) == alone, "the flyweight reads beyond the message");
        if (alone != Outcome.UNSUPPORTED) {
            DecoderRules.require(isAccepted(message) == (alone == Outcome.OK), "the flyweight says " + alone);
        }
    }

    private static boolean isAccepted(byte[] message) {
        try {
            Ieee1609Dot2Data.CODEC.decode(message, Reading.AS_RECEIVED);
            return true;
        } catch (DecodeException e) {
            return false;
        }
    }
}
