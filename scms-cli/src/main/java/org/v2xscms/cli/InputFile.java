package org.v2xscms.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;

/** An argument that names a file, or standard input as {@code -}. */
public final class InputFile {

    private InputFile() {}

    /**
     * The octets of {@code argument}.
     *
     * @param hex whether the input is hex digits, which may be split by white space
     * @throws IOException if it cannot be read, is larger than the largest file the decoder takes, or is not hex
     */
    public static Octets read(String argument, boolean hex, InputStream standardInput) throws IOException {
        int most = Limits.FILE.maxOctets() * (hex ? 3 : 1);
        byte[] bytes;
        if (argument.equals("-")) {
            bytes = standardInput.readNBytes(most + 1);
        } else {
            try (InputStream in = Files.newInputStream(Path.of(argument))) {
                bytes = in.readNBytes(most + 1);
            }
        }
        if (bytes.length > most) {
            throw new IOException(argument + ": larger than " + most + " octets, the decoder's limit");
        }
        return hex ? parse(argument, new String(bytes, StandardCharsets.ISO_8859_1)) : Octets.of(bytes);
    }

    private static Octets parse(String argument, String text) throws IOException {
        try {
            return Octets.of(HexFormat.of().parseHex(text.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            throw new IOException(argument + ": not hex digits: " + e.getMessage(), e);
        }
    }
}
