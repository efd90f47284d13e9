package org.v2xscms.fuzz;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/** Encodings of the type of an entry, the same in every run; canonical, but for two types that never are. */
final class Samples {

    private static final int MAX_SEEDS = 10;

    private static final int WANTED = 2;

    /** Of an edition that strict reading refuses. */
    private static final Set<String> NEVER_CANONICAL = Set.of(
            "ieee1609dot2dot1.protocol.CampEcaEeCertResponseSpdu.CODEC",
            "ieee1609dot2dot1.protocol.CampEeEcaCertRequestSpdu.CODEC");

    private static final Map<DecoderEntry, List<Octets>> ALL =
            DecoderEntry.all().stream().collect(Collectors.toMap(entry -> entry, Samples::grow));

    private Samples() {}

    static boolean areCanonical(DecoderEntry entry) {
        return !NEVER_CANONICAL.contains(entry.name());
    }

    /** At least one; fewer than {@link #WANTED} where the type has fewer values. */
    static List<Octets> of(DecoderEntry entry) {
        return Objects.requireNonNull(ALL.get(entry));
    }

    private static List<Octets> grow(DecoderEntry entry) {
        Reading reading = areCanonical(entry) ? Reading.STRICT : Reading.AS_RECEIVED;
        Set<Octets> samples = new LinkedHashSet<>();
        for (long seed = 0; seed < MAX_SEEDS && samples.size() < WANTED; seed++) {
            Octets grown = new Growth(seed).grow(entry.codec(), reading);
            if (grown != null) {
                samples.add(grown);
            }
        }
        if (samples.isEmpty()) {
            throw new AssertionError("no sample of " + entry.name() + " grew: give donors.txt something to start from");
        }
        return List.copyOf(samples);
    }
}
