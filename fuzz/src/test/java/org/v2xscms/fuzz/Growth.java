package org.v2xscms.fuzz;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/**
 * Grows legal encodings of any type out of random octets, without a description of the type: the decoder says at which
 * offset it stopped, the octets there are thrown again, and what makes it stop later is kept.
 *
 * <p>Octets are thrown so that small counts, lengths, tags and single presence bits are likely. The one thing throwing
 * hardly ever gets right is the length of an open type, because the fault shows where its content ends: where the
 * refusal tells how many octets stood there too many or too few, the length octet before it is set right.
 */
final class Growth {

    private static final int ROOM = 1500;
    private static final int THROWS = 1_500;
    private static final Pattern SURPLUS = Pattern.compile("(\\d+) more octets in its open type");
    private static final Pattern NEEDED = Pattern.compile("(\\d+) more octets");
    private static final Pattern LEFT = Pattern.compile("(\\d+) before the end");

    private final Random random;

    Growth(long seed) {
        this.random = new Random(seed);
    }

    /** An encoding of {@code codec}'s type that {@code reading} accepts; null if none grew. */
    @Nullable
    Octets grow(Codec<?> codec, Reading reading) {
        List<Octets> fitting = Donors.ALL.stream()
                .filter(donor -> isAccepted(codec, donor, reading))
                .toList();
        for (int seeds = 0; seeds < 24; seeds++) {
            List<Octets> donors = fitting.isEmpty() || random.nextInt(4) == 0 ? Donors.ALL : fitting;
            Octets grown = growOnce(codec, reading, donors);
            if (grown != null) {
                return grown;
            }
        }
        return null;
    }

    private static boolean isAccepted(Codec<?> codec, Octets input, Reading reading) {
        try {
            codec.decode(input, reading);
            return true;
        } catch (DecodeException e) {
            return false;
        }
    }

    private @Nullable Octets growOnce(Codec<?> codec, Reading reading, List<Octets> donors) {
        byte[] best = new byte[ROOM];
        for (int i = 0; i < best.length; i++) {
            best[i] = toss();
        }
        if (random.nextBoolean()) {
            int length = graft(donors, best, 0);
            for (int i = random.nextInt(4); i > 0; i--) {
                best[random.nextInt(length + 1)] = toss();
            }
        }
        DecodeException refusal = null;
        byte[] next = best;
        for (int i = 0; i < THROWS; i++) {
            try {
                return codec.decodeFirst(Octets.of(next), reading).octets();
            } catch (DecodeException e) {
                if (refusal == null || e.offset() >= refusal.offset() || random.nextInt(200) == 0) {
                    refusal = e;
                    best = next;
                }
            }
            next = best.clone();
            change(next, refusal);
        }
        return null;
    }

    private void change(byte[] octets, DecodeException refusal) {
        int at = refusal.offset();
        if (random.nextInt(3) > 0 && setLength(octets, refusal)) {
            return;
        }
        if (random.nextInt(16) == 0) {
            graft(Donors.ALL, octets, at);
            return;
        }
        // A rule on a whole value is told at its start, a wrong tag just there.
        int from = random.nextInt(4) == 0 ? Math.max(0, at - random.nextInt(48)) : at + random.nextInt(3);
        int count = random.nextInt(6) == 0 ? 8 : 1;
        if (random.nextInt(12) == 0) {
            from = at + random.nextInt(64);
        }
        for (int i = from; i < Math.min(octets.length, from + count); i++) {
            octets[i] = toss();
        }
    }

    private int graft(List<Octets> donors, byte[] octets, int at) {
        Octets donor = donors.get(random.nextInt(donors.size()));
        if (at + donor.length() < octets.length) {
            donor.copyTo(octets, at);
        }
        return donor.length();
    }

    /** Sets the octet before the fault that may be the length of the open type in which the fault is. */
    private boolean setLength(byte[] octets, DecodeException refusal) {
        int at = refusal.offset();
        Integer surplus = number(SURPLUS, refusal.found());
        Integer left = number(LEFT, refusal.found());
        Integer needed = number(NEEDED, refusal.expected());
        int end = at + (surplus != null ? surplus : left != null ? left : -1);
        if (end < at) {
            return false;
        }
        for (int length = at - 1; length >= 0 && length > at - 128; length--) {
            if (length + 1 + octets[length] == end && octets[length] >= 0 && random.nextInt(3) > 0) {
                int wanted = surplus != null ? at - length - 1 : end + (needed == null ? 1 : needed) - length - 1;
                if (wanted > 127) {
                    return false;
                }
                octets[length] = (byte) wanted;
                return true;
            }
        }
        return false;
    }

    private static @Nullable Integer number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
    }

    private byte toss() {
        return (byte)
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> random.nextInt(4);
                    case 3 -> random.nextInt(40);
                    case 4, 5 -> 0x80 | random.nextInt(5);
                    case 6 -> 0x80 >>> random.nextInt(8);
                    case 7 -> 0;
                    default -> random.nextInt(256);
                };
    }
}
