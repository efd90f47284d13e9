package org.v2xscms.fuzz;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.v2xscms.codec.oer.Octets;

/** Canonical encodings of the type of an entry, the same in every run. */
final class Samples {

    private static final int MAX_SEEDS = 10;

    private Samples() {}

    /** {@code count} different ones, fewer where the type has fewer values; at least one. */
    static List<Octets> of(DecoderEntry entry, int count) {
        Set<Octets> samples = new LinkedHashSet<>();
        for (long seed = 0; seed < MAX_SEEDS && samples.size() < count; seed++) {
            Octets grown = new Growth(seed).grow(entry.codec());
            if (grown != null) {
                samples.add(grown);
            }
        }
        if (samples.isEmpty()) {
            throw new AssertionError("no sample of " + entry.name() + " grew: give Donors something to start from");
        }
        return List.copyOf(samples);
    }
}
