package org.v2xscms.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Decoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.fuzz.DecoderRules.Outcome;

/** Damage to a canonical encoding gives the declared error, or a value for which all {@link DecoderRules} hold. */
class DamagedInputTest {

    /** They end with what is left of the input, so a shorter or longer input is another value. */
    private static final Set<String> OPEN_ENDED =
            Set.of("etsi.ts102941.EtsiTs102941Data.CODEC", "etsi.ts102941.EtsiTs102941DataContent.CODEC");

    private static final List<DecoderEntry> ENTRIES = DecoderEntry.all();

    @Test
    void everyPublicCodecIsAnEntry() {
        Set<String> names = ENTRIES.stream().map(DecoderEntry::name).collect(Collectors.toSet());
        assertTrue(names.contains("ieee1609dot2.Certificate.EXPLICIT"), names::toString);
        assertTrue(names.contains("ieee1609dot2.basetypes.EccP256CurvePoint$UncompressedP256.CODEC"), names::toString);
        assertTrue(names.contains("misbehaviour.V2xPduStream.SEQUENCE_OF"), names::toString);
        assertTrue(names.size() >= 270, names::toString);
    }

    @Test
    void whatGrewIsCanonical() {
        for (DecoderEntry entry : ENTRIES) {
            for (Octets sample : Samples.of(entry)) {
                Outcome expected = Samples.areCanonical(entry) ? Outcome.CANONICAL : Outcome.DEVIATING;
                assertEquals(expected, check(entry, sample), entry.name());
            }
        }
    }

    @Test
    void everyTruncationIsRefused() {
        for (DecoderEntry entry : ENTRIES) {
            for (Octets sample : Samples.of(entry)) {
                for (int length = 0; length < sample.length(); length++) {
                    Outcome outcome = check(entry, sample.slice(0, length));
                    assertTrue(
                            outcome != Outcome.CANONICAL || OPEN_ENDED.contains(entry.name()),
                            entry.name() + " " + length + " octets of " + sample);
                }
            }
        }
    }

    @Test
    void appendedOctetsAreRefusedStrictlyAndNotedAsReceived() throws DecodeException {
        for (DecoderEntry entry : ENTRIES) {
            if (OPEN_ENDED.contains(entry.name())) {
                continue;
            }
            Octets longer = Octets.concat(Samples.of(entry).getFirst(), Octets.ofHex("0001"));
            assertThrows(DecodeException.class, () -> entry.codec().decode(longer, Reading.STRICT), entry.name());
            Decoded<?> received = entry.codec().decode(longer, Reading.AS_RECEIVED);
            assertFalse(received.deviations().isEmpty(), entry.name());
            check(entry, longer);
        }
    }

    @Test
    void everyDamageGivesTheDeclaredErrorOrALegalValue() {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (DecoderEntry entry : ENTRIES) {
            Octets sample = Samples.of(entry).getFirst();
            Mutations.each(sample, damaged -> outcomes.merge(check(entry, damaged), 1, Integer::sum));
        }
        assertEquals(Outcome.values().length, outcomes.size(), outcomes.toString());
    }

    private static Outcome check(DecoderEntry entry, Octets input) {
        try {
            return DecoderRules.check(entry.codec(), input);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(entry.name() + " on " + input, e);
        }
    }
}
