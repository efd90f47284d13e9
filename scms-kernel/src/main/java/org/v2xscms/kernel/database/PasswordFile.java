package org.v2xscms.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.v2xscms.kernel.files.PrivateFiles;

/** A password in a file of its own that only this user may read. */
public final class PasswordFile {

    private static final int RANDOM_BYTES = 24;

    private PasswordFile() {}

    /** The first line of {@code file}. */
    public static String read(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst()
                    .filter(line -> !line.isBlank())
                    .orElseThrow(() -> new IllegalArgumentException(file + " holds no password"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the password file " + file, e);
        }
    }

    /** The password in {@code file}; a new random one is written first where there is no file. */
    static String readOrCreate(Path file, SecureRandom random) {
        if (!Files.exists(file)) {
            create(file, random);
        }
        return read(file);
    }

    private static void create(Path file, SecureRandom random) {
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        try {
            PrivateFiles.write(file, password + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the password file " + file, e);
        }
    }
}
