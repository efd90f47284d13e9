package org.v2xscms.codec.oer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DecodeExceptionTest {

    @Test
    void messageShortensALongPathAndThePathStaysWhole() {
        DecodeException refusal = new DecodeException(7, "this", "that", "clause");
        for (int i = 0; i < 60; i++) {
            refusal = refusal.within("content.signedData");
        }
        assertEquals(60 * "content.signedData.".length() - 1, refusal.path().length());
        String head = "content.signedData.content.signedData.content.signedData.con";
        String tail = "Data.content.signedData.content.signedData.content.signedData";
        assertEquals(
                "offset 7, " + head + " ... " + tail.substring(1) + ": expected this, found that (clause)",
                refusal.getMessage());
    }

    @Test
    void brokenRuleQuotesTheOctetsThatBreakItAndOnlyTheFirstOfMany() {
        assertEquals("0101 in hex", refusedFor(new byte[] {1, 1}).found());
        assertEquals(
                "0901010101010101... in hex, 10 octets",
                refusedFor(new byte[] {9, 1, 1, 1, 1, 1, 1, 1, 1, 1}).found());
    }

    private static DecodeException refusedFor(byte[] input) {
        Codec<Octets> never = Strings.octetString("OCTET STRING").where("nothing", "test", _ -> false);
        return assertThrows(DecodeException.class, () -> never.decode(input, Reading.STRICT));
    }
}
