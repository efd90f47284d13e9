package org.v2xscms.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.oer.Element;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.Detection.Recognised;
import org.v2xscms.codec.SharedVectors;
import org.v2xscms.codec.Structure;
import org.v2xscms.codec.Structures;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Decoded;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.fuzz.BouncyCastleGaps.Gap;

/**
 * Bouncy Castle's OER reads what we write and writes the same octets, for every type that both know; where it does not,
 * {@link BouncyCastleGaps} says why.
 */
class BouncyCastleAgreementTest {

    private static final BouncyCastle JUDGE = new BouncyCastle();

    private static final List<DecoderEntry> ENTRIES = DecoderEntry.all();

    private static final List<Judgement> JUDGEMENTS = ENTRIES.stream()
            .flatMap(entry -> samples(entry).stream()
                    .flatMap(sample -> Judgement.of(entry.name(), entry.codec(), sample).stream()))
            .toList();

    /**
     * What became of one value.
     *
     * @param features the parts that it has
     * @param objection what Bouncy Castle makes of it otherwise; empty where it agrees
     */
    private record Judgement(String type, Octets octets, Set<String> features, Optional<String> objection) {

        /** Empty where Bouncy Castle does not know the type. */
        static <T> Optional<Judgement> of(String name, Codec<T> codec, Octets octets) {
            return JUDGE.template(codec.typeName()).map(template -> of(name, codec, octets, template));
        }

        private static <T> Judgement of(String name, Codec<T> codec, Octets octets, Element template) {
            T value = received(codec, octets).orElseThrow().value();
            return new Judgement(name, octets, Features.of(codec, value), BouncyCastle.objection(octets, template));
        }

        boolean agrees() {
            return objection.isEmpty();
        }

        List<Gap> gaps() {
            return BouncyCastleGaps.DIFFERENT.stream()
                    .filter(gap -> gap.isIn(features))
                    .toList();
        }

        @Override
        public String toString() {
            return type + " " + octets + ": " + objection.orElse("agrees") + "; its parts are " + features;
        }
    }

    /** What grew, what was made by hand, and every donor that is a value of the type. */
    private static Set<Octets> samples(DecoderEntry entry) {
        Set<Octets> samples = new LinkedHashSet<>(Samples.of(entry));
        List<Octets> made = new ArrayList<>(Donors.ALL);
        made.addAll(Donors.JUDGED);
        made.stream()
                .filter(octets -> received(entry.codec(), octets)
                        .filter(decoded -> decoded.deviations().isEmpty())
                        .isPresent())
                .forEach(samples::add);
        return samples;
    }

    private static <T> Optional<Decoded<T>> received(Codec<T> codec, Octets octets) {
        try {
            return Optional.of(codec.decode(octets, Reading.AS_RECEIVED));
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    @Test
    void whatItDoesNotKnowIsListedAndNothingElse() {
        for (DecoderEntry entry : ENTRIES) {
            boolean known = JUDGE.template(entry.codec().typeName()).isPresent();
            boolean listed = BouncyCastleGaps.UNKNOWN.stream().anyMatch(gap -> gap.isAt(entry.name()));
            assertEquals(
                    !known, listed, () -> entry + " has a template: " + known + ", is listed as unknown: " + listed);
        }
        for (Gap gap : BouncyCastleGaps.UNKNOWN) {
            assertTrue(ENTRIES.stream().anyMatch(entry -> gap.isAt(entry.name())), () -> "no type is " + gap);
        }
    }

    @Test
    void everyRegisteredStructureIsAmongTheTypes() {
        for (Structure<?> structure : Structures.all()) {
            assertTrue(
                    ENTRIES.stream().anyMatch(entry -> entry.codec().equals(structure.codec())),
                    () -> structure.name() + " is no public codec");
        }
    }

    @Test
    void itAgreesButForTheListedDifferences() {
        for (Judgement judgement : JUDGEMENTS) {
            List<Gap> gaps = judgement.gaps();
            if (gaps.isEmpty()) {
                assertTrue(judgement.agrees(), () -> "differs, and no reason is listed: " + judgement);
            } else if (judgement.agrees()) {
                assertTrue(gaps.stream().allMatch(Gap::sometimes), () -> gaps + " is listed, but " + judgement);
            }
        }
    }

    @Test
    void everyListedDifferenceIsNeeded() {
        for (Gap gap : BouncyCastleGaps.DIFFERENT) {
            assertTrue(
                    JUDGEMENTS.stream()
                            .anyMatch(judgement ->
                                    !judgement.agrees() && judgement.gaps().equals(List.of(gap))),
                    () -> "nothing differs for no other reason than " + gap);
        }
    }

    /** A part that only stood beside differences has not been judged. */
    @Test
    void everyKnownTypeAndEveryPartOfItIsAgreedOnOrListed() {
        Set<String> unjudged = new TreeSet<>();
        JUDGEMENTS.forEach(judgement -> unjudged.addAll(judgement.features()));
        JUDGEMENTS.stream().filter(Judgement::agrees).forEach(judgement -> unjudged.removeAll(judgement.features()));
        unjudged.removeIf(part -> BouncyCastleGaps.DIFFERENT.stream().anyMatch(gap -> gap.isAt(part)));
        assertEquals(Set.of(), unjudged);
    }

    @Test
    void itHasTheAesKeyButNotTheSm4Key() {
        assertEquals(Optional.empty(), objection("SymmetricEncryptionKey", "80" + "11".repeat(16)));
        assertTrue(objection("SymmetricEncryptionKey", "8110" + "11".repeat(16)).isPresent());
    }

    @Test
    void aJudgeThatReadsPastItsTypeOrWritesOtherOctetsObjects() {
        assertEquals(Optional.of("leaves 1 octets"), objection("UINT8", "0102"));
        assertTrue(objection("HashAlgorithm", "7f").orElseThrow().startsWith("refuses"));
        assertTrue(objection("Psid", "020001").orElseThrow().startsWith("writes"));
    }

    private static Optional<String> objection(String typeName, String hex) {
        return BouncyCastle.objection(
                Octets.ofHex(hex), JUDGE.template(typeName).orElseThrow());
    }

    @Test
    void itAgreesOnRealMessagesAndCertificates() throws DecodeException {
        int agreed = 0;
        for (Octets octets : SharedVectors.all()) {
            for (Judgement judgement : judgements(octets)) {
                assertEquals(judgement.gaps().isEmpty(), judgement.agrees(), judgement::toString);
                agreed += judgement.agrees() ? 1 : 0;
            }
        }
        assertTrue(agreed > 600, "only " + agreed);
    }

    /** On the value that {@code octets} are, as a whole, and on what stands in its payload. */
    private static List<Judgement> judgements(Octets octets) {
        List<Judgement> judgements = new ArrayList<>();
        if (Structures.detect(octets, Limits.FILE) instanceof Recognised<?> recognised) {
            add(recognised, judgements);
            if (recognised.decoded().value() instanceof Ieee1609Dot2Data data
                    && data.content() instanceof SignedData signed) {
                signed.unsecuredPayload()
                        .flatMap(payload -> Structures.inside(
                                payload, signed.tbsData().value().headerInfo().psid(), Limits.FILE))
                        .ifPresent(inside -> add(inside, judgements));
            }
        }
        return judgements;
    }

    private static void add(Recognised<?> recognised, List<Judgement> judgements) {
        Structure<?> structure = recognised.structure();
        Judgement.of(structure.name(), structure.codec(), recognised.decoded().octets())
                .ifPresent(judgements::add);
    }
}
