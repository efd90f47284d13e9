package org.v2xscms.codec.oer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.v2xscms.codec.oer.Refusals.alwaysRefused;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ObjectIdentifierTest {

    @Test
    void printsItsArcs() throws DecodeException {
        assertEquals("1.3.111.2.1609", decode("05" + "2b6f028c49"));
        assertEquals("2.999.3", decode("03" + "883703"));
        assertEquals("0.0", decode("0100"));
    }

    @Test
    void everyArcEndsAndHasNoLeadingZeros() {
        alwaysRefused(
                ObjectIdentifier.CODEC,
                "022b86",
                0,
                "",
                "an OBJECT IDENTIFIER whose last arc ends",
                "ITU-T X.690, OBJECT IDENTIFIER");
        alwaysRefused(
                ObjectIdentifier.CODEC,
                "00",
                0,
                "",
                "an OBJECT IDENTIFIER whose last arc ends",
                "ITU-T X.690, OBJECT IDENTIFIER");
        alwaysRefused(
                ObjectIdentifier.CODEC,
                "032b8001",
                0,
                "",
                "an OBJECT IDENTIFIER whose arcs have no leading zeros",
                "ITU-T X.690, OBJECT IDENTIFIER");
    }

    /** As a decimal number an arc of a megabyte would take minutes. */
    @Test
    void anArcLongerThanAUuidIsPrintedInHex() throws DecodeException {
        assertEquals("2.25." + BigInteger.ONE.shiftLeft(127), decode("14" + "69" + "82" + "80".repeat(17) + "00"));
        String longer = "69" + "81".repeat(19) + "00";
        assertEquals(longer, decode("15" + longer));
    }

    private static String decode(String hex) throws DecodeException {
        return ObjectIdentifier.CODEC
                .decode(Octets.ofHex(hex), Reading.STRICT)
                .value()
                .toString();
    }
}
