package org.v2xscms.cli;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.v2xscms.codec.oer.Octets;

/**
 * Names what an input is that no decoder reads, where its beginning tells: no structure begins with a printable
 * character, so text is never mistaken for one.
 */
public final class ForeignContent {

    /** Enough to tell text from octets. */
    private static final int BEGINNING = 4096;

    private static final Pattern HEX = Pattern.compile("(0[xX])?[0-9a-fA-F\\s]+");

    private ForeignContent() {}

    /** What {@code input} is and what to do with it; empty if it may be an encoding. */
    public static Optional<String> of(Octets input) {
        if (input.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (startsWith(input, "1f8b")) {
            return Optional.of("compressed with gzip: unpack it, for example 'gunzip -c FILE | scms inspect -'");
        }
        if (startsWith(input, "504b0304")) {
            return Optional.of("a ZIP archive: unpack it");
        }
        String text = new String(
                input.slice(0, Math.min(input.length(), BEGINNING)).toByteArray(), StandardCharsets.ISO_8859_1);
        return text.chars().allMatch(ForeignContent::mayBeText) ? Optional.of(kind(text.strip())) : Optional.empty();
    }

    private static boolean startsWith(Octets input, String hex) {
        return input.length() >= hex.length() / 2
                && input.slice(0, hex.length() / 2).hex().equals(hex);
    }

    /** Printable ASCII and what parts lines; the octets of other characters in UTF-8. */
    private static boolean mayBeText(int octet) {
        return (octet >= ' ' && octet != 0x7f) || octet == '\t' || octet == '\n' || octet == '\r';
    }

    private static String kind(String text) {
        if (text.isEmpty()) {
            return "white space alone";
        }
        if (HEX.matcher(text).matches()) {
            return "text of hex digits, which --hex reads";
        }
        if (text.startsWith("-----BEGIN")) {
            return "PEM text, not an encoding of these types";
        }
        return switch (text.charAt(0)) {
            case '{', '[' -> "JSON text, not an encoding; --hex reads the hex digits of one value in it";
            case '<' -> "XML text, not an encoding";
            default -> "text, not an encoding";
        };
    }
}
