package org.v2xscms.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Decoded;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/**
 * What stands in a file, or comes from standard input, which is named {@code -}.
 *
 * @param name as the user wrote it
 */
public record InputFile(String name, Octets octets) {

    /** Field data, lists and batches: large, and not always canonical. */
    public static final Reading AS_RECEIVED = Reading.AS_RECEIVED.withLimits(Limits.FILE);

    /**
     * Reads the input that {@code argument} names.
     *
     * @param hex whether it is hex digits, which may begin with {@code 0x} and be split by white space
     * @throws IOException if it cannot be read, is larger than the largest file the decoder takes, or is not hex
     */
    public static InputFile read(String argument, boolean hex, InputStream standardInput) throws IOException {
        int most = Limits.FILE.maxOctets() * (hex ? 3 : 1);
        byte[] bytes = argument.equals("-") ? standardInput.readNBytes(most + 1) : read(Path.of(argument), most);
        if (bytes.length > most) {
            throw tooLarge(argument, most);
        }
        return new InputFile(argument, Octets.of(hex ? digits(argument, bytes) : bytes));
    }

    /** Reads the file {@code argument} names. */
    public static InputFile read(String argument) throws IOException {
        return read(argument, false, InputStream.nullInputStream());
    }

    /** The whole input as one value, read as received; octets behind the value are refused. */
    public <T> Decoded<T> decode(Codec<T> codec) throws UnreadableException {
        try {
            Decoded<T> decoded = codec.decodeFirst(octets, AS_RECEIVED);
            int behind = octets.length() - decoded.octets().length();
            if (behind > 0) {
                throw unreadable("offset %d: expected end of %s, found %d octets behind it (ITU-T X.696 8.1)"
                        .formatted(decoded.octets().length(), codec.typeName(), behind));
            }
            return decoded;
        } catch (DecodeException e) {
            throw unreadable("read as " + codec.typeName() + ": " + e.getMessage());
        }
    }

    /** What to tell the user: that the input is of a foreign format, otherwise {@code why}. */
    public UnreadableException unreadable(String why) {
        return new UnreadableException(name, ForeignContent.of(octets).orElse(why));
    }

    private static byte[] read(Path file, int most) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnreadableException(file.toString(), "a folder, not a file");
        }
        if (Files.size(file) > most) {
            throw tooLarge(file.toString(), most);
        }
        // A pipe has no size.
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        }
    }

    private static UnreadableException tooLarge(String name, int most) {
        return new UnreadableException(name, "larger than " + most + " octets, the decoder's limit");
    }

    private static byte[] digits(String name, byte[] text) throws UnreadableException {
        byte[] octets = new byte[text.length / 2 + 1];
        int digits = 0;
        for (int i = hasPrefix(text) ? 2 : 0; i < text.length; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit >= 0) {
                octets[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
                digits++;
            } else if (!Character.isWhitespace(text[i])) {
                throw new UnreadableException(
                        name, "offset %d: expected a hex digit, found octet %02x".formatted(i, text[i]));
            }
        }
        if (digits % 2 != 0) {
            throw new UnreadableException(name, digits + " hex digits, which are not whole octets");
        }
        return Arrays.copyOf(octets, digits / 2);
    }

    private static boolean hasPrefix(byte[] text) {
        return text.length > 1 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    }
}
