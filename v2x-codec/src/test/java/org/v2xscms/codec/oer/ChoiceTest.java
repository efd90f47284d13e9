package org.v2xscms.codec.oer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;
import static org.v2xscms.codec.oer.Enumerated.enumerated;
import static org.v2xscms.codec.oer.Refusals.alwaysRefused;
import static org.v2xscms.codec.oer.Refusals.refusedWhenStrict;

import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;

class ChoiceTest {

    private static final Codec<Integer> UINT8 = Integers.integer("Uint8", "Test", 0, 255);

    enum Colour {
        RED,
        GREEN;

        static final Codec<Colour> CODEC = enumerated("Colour", "Test", values(), Colour::name);
    }

    /** CHOICE {number Uint8, nothing NULL, ..., colour Colour}. */
    sealed interface Open {
        record Numbered(int value) implements Open {}

        record Nothing() implements Open {}

        record Coloured(Colour value) implements Open {}

        record Unknown(UnknownAlternative value) implements Open {}

        Codec<Open> CODEC = choice(
                "Open",
                "Test",
                alternative("number", UINT8, Numbered.class, Numbered::new, Numbered::value),
                alternative("nothing", Nothing.class, Nothing::new),
                extensible(Unknown.class, Unknown::new, Unknown::value),
                alternative("colour", Colour.CODEC, Coloured.class, Coloured::new, Coloured::value));
    }

    /** CHOICE {number Uint8}. */
    record Closed(int value) {
        static final Codec<Closed> CODEC =
                choice("Closed", "Test", alternative("number", UINT8, Closed.class, Closed::new, Closed::value));
    }

    @Test
    void rootAlternativesAreTagAndValue() throws DecodeException {
        assertEquals(new Open.Numbered(5), strict("8005"));
        assertEquals(new Open.Nothing(), strict("81"));
    }

    @Test
    void extensionAlternativesAreOpenTypes() throws DecodeException {
        assertEquals(new Open.Coloured(Colour.GREEN), strict("820101"));
        refusedWhenStrict(Open.CODEC, "82020100", 3, "", "end of colour", "ITU-T X.696 30");
    }

    @Test
    void unknownAlternativesAreKept() throws DecodeException {
        assertEquals(new Open.Unknown(new UnknownAlternative(3, Octets.ofHex("aabb"))), strict("8302aabb"));
    }

    @Test
    void aChoiceWithoutMarkerHasNoOtherAlternatives() {
        alwaysRefused(Closed.CODEC, "8100", 0, "", "one of the 1 alternatives of Closed", "Test, Closed");
    }

    @Test
    void theTagIsContextSpecificAndShort() {
        alwaysRefused(Open.CODEC, "0005", 0, "", "a tag of Open, 80 to BE in hex", "ITU-T X.696 20.1");
        alwaysRefused(Open.CODEC, "bf0500", 0, "", "a tag of Open, 80 to BE in hex", "ITU-T X.696 20.1");
    }

    @Test
    void unknownEnumerationValuesAreRefused() {
        alwaysRefused(Colour.CODEC, "02", 0, "", "a Colour from 0 to 1", "Test, Colour");
        alwaysRefused(Colour.CODEC, "8101", 0, "", "a Colour from 0 to 1", "Test, Colour");
        alwaysRefused(Open.CODEC, "820107", 2, "colour", "a Colour from 0 to 1", "Test, Colour");
    }

    private static Open strict(String hex) throws DecodeException {
        Octets octets = Octets.ofHex(hex);
        Open value = Open.CODEC.decode(octets, Reading.STRICT).value();
        assertEquals(octets, Open.CODEC.encode(value));
        return value;
    }
}
