package org.v2xscms.fuzz;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Decoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.codec.view.Json;
import org.v2xscms.codec.view.Resolver;
import org.v2xscms.codec.view.TextTree;

/**
 * What holds for every decoder on every input:
 *
 * <ol>
 *   <li>No exception but {@link DecodeException}, which names an offset in the input, what was expected and the clause.
 *   <li>What is accepted strictly is canonical: written again, it is the input.
 *   <li>As received and strict reading differ in the departures that are noted, and in nothing else: an input is accepted
 *       strictly if and only if it is accepted as received with none noted, and then as the same value.
 *   <li>What is accepted as received can be written, and what was written is read as it was written.
 *   <li>What is accepted can be printed, as a tree and as well-formed JSON.
 *   <li>Decoding and printing allocate no more than a constant times the octets of the input.
 * </ol>
 */
final class DecoderRules {

    /** How much of both ends of a path a message has at least. */
    private static final int PATH_END = 20;

    /** What became of an input. */
    enum Outcome {
        REFUSED,
        DEVIATING,
        CANONICAL
    }

    private DecoderRules() {}

    /** Checks the rules for {@code input}; breaking one is an {@link AssertionError}. */
    static <T> Outcome check(Codec<T> codec, Octets input) {
        Attempt<T> strict = Attempt.of(codec, input, Reading.STRICT);
        Attempt<T> received = Attempt.of(codec, input, Reading.AS_RECEIVED);
        if (isMeasured(input)) {
            Allowance.DECODING.check(input, () -> {
                Attempt.of(codec, input, Reading.STRICT);
                Attempt.of(codec, input, Reading.AS_RECEIVED);
            });
        }
        if (strict.refusal != null) {
            checkRefusal(strict.refusal, input);
        }
        if (received.refusal != null) {
            checkRefusal(received.refusal, input);
        }
        if (strict.decoded != null) {
            checkCanonical(codec, input, strict.decoded, received.decoded);
            return Outcome.CANONICAL;
        }
        if (received.decoded == null) {
            return Outcome.REFUSED;
        }
        require(!received.decoded.deviations().isEmpty(), "refused strictly, but nothing is noted as received");
        checkDeviating(codec, received.decoded);
        return Outcome.DEVIATING;
    }

    private record Attempt<T>(
            @Nullable Decoded<T> decoded, @Nullable DecodeException refusal) {

        static <T> Attempt<T> of(Codec<T> codec, Octets input, Reading reading) {
            try {
                return new Attempt<>(codec.decode(input, reading), null);
            } catch (DecodeException e) {
                return new Attempt<>(null, e);
            }
        }
    }

    private static void checkRefusal(DecodeException refusal, Octets input) {
        require(refusal.offset() >= 0 && refusal.offset() <= input.length(), "offset outside the input");
        require(!refusal.expected().isBlank(), "nothing expected");
        require(!refusal.found().isBlank(), "nothing found");
        require(!refusal.clause().isBlank(), "no clause");
        String message = refusal.getMessage();
        // A long path is shortened in the middle.
        String path = refusal.path();
        int end = Math.min(PATH_END, path.length());
        require(
                message.contains(path.substring(0, end))
                        && message.contains(path.substring(path.length() - end))
                        && message.contains(refusal.clause()),
                "message without its parts");
    }

    private static <T> void checkCanonical(
            Codec<T> codec, Octets input, Decoded<T> strict, @Nullable Decoded<T> received) {
        require(strict.deviations().isEmpty(), "accepted strictly with deviations noted");
        require(received != null && received.deviations().isEmpty(), "canonical, but not as received");
        require(received != null && received.value().equals(strict.value()), "two values for one input");
        require(codec.encode(strict.value()).equals(input), "accepted strictly, but not canonical");
        checkViews(codec, strict.value(), input);
    }

    private static <T> void checkDeviating(Codec<T> codec, Decoded<T> received) {
        Octets written = codec.encode(received.value());
        Decoded<T> again = Attempt.of(codec, written, Reading.AS_RECEIVED).decoded;
        require(again != null && codec.encode(again.value()).equals(written), "writing changes what it wrote");
        checkViews(codec, received.value(), received.octets());
    }

    private static <T> void checkViews(Codec<T> codec, T value, Octets input) {
        String text = TextTree.of(codec, value, Resolver.NONE);
        String json = Json.of(codec, value, Resolver.NONE);
        if (isMeasured(input)) {
            Allowance.PRINTING.check(input, () -> {
                TextTree.of(codec, value, Resolver.NONE);
                Json.of(codec, value, Resolver.NONE);
            });
        }
        require(text.endsWith("\n"), "a text without a last line feed");
        require(text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'), "a control character in the text");
        require(JsonSyntax.accepts(json), "JSON that is not well-formed: " + json);
    }

    /** Measuring does the work twice; one input of sixteen is enough, and which ones is the same in every run. */
    private static boolean isMeasured(Octets input) {
        return input.hashCode() % 16 == 0;
    }

    static void require(boolean holds, String broken) {
        if (!holds) {
            throw new AssertionError(broken);
        }
    }
}
