package org.v2xscms.hsm;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Where a token's PIN comes from: a file or a prompt, never an argument or an environment variable. */
@FunctionalInterface
public interface PinSource {

    /**
     * A fresh copy of the PIN; the caller wipes it.
     *
     * @throws IOException if there is no PIN to be had; its message never holds one
     */
    char[] read() throws IOException;

    /**
     * The first line of {@code file}, read anew at each login. The file must be readable by its owner alone.
     *
     * <p>Reading fails if the file cannot be read, or if others than its owner may read it.
     */
    static PinSource file(Path file) {
        return () -> {
            byte[] octets = readPrivate(file);
            CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(octets));
            char[] text = decoded.array();
            try {
                int end = 0;
                while (end < decoded.limit() && text[end] != '\n' && text[end] != '\r') {
                    end++;
                }
                return Arrays.copyOf(text, end);
            } finally {
                Arrays.fill(octets, (byte) 0);
                Arrays.fill(text, '\0');
            }
        };
    }

    /** Asks once and keeps the answer in memory, because a token that comes back must be logged in to again. */
    static PinSource prompt(Console console, String token) {
        char[] answer = console.readPassword("PIN of token %s: ", token);
        return answer::clone;
    }

    private static byte[] readPrivate(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            Set<PosixFilePermission> others =
                    EnumSet.copyOf(view.readAttributes().permissions());
            others.removeAll(EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE));
            if (!others.isEmpty()) {
                throw new IOException("PIN file " + file + " must be readable by its owner alone (mode 600)");
            }
        }
        return Files.readAllBytes(file);
    }
}
