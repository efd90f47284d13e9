package org.v2xscms.kernel.intent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import org.v2xscms.codec.oer.Octets;

/**
 * An issuer whose signatures differ each time, as ECDSA's do, and which notes every one outside the database, as the
 * counter of a signing module would.
 */
class TestIssuer implements Issuer {

    private static final int NONCE = 16;

    private final String name;
    private final int profileVersion;
    private final Path journal;
    private final SecureRandom random = new SecureRandom();

    TestIssuer(String name, int profileVersion, Path journal) {
        this.name = name;
        this.profileVersion = profileVersion;
        this.journal = journal;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int profileVersion() {
        return profileVersion;
    }

    @Override
    public List<String> lint(Octets toBeSigned) {
        return toBeSigned.isEmpty() ? List.of("not-empty") : List.of();
    }

    @Override
    public Octets sign(Octets toBeSigned) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        Octets answer = Octets.concat(toBeSigned, Octets.of(nonce), mac(toBeSigned, Octets.of(nonce)));
        try {
            Files.writeString(
                    journal,
                    toBeSigned.hex() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer;
    }

    @Override
    public boolean confirms(Octets toBeSigned, Octets answer) {
        int length = toBeSigned.length();
        return answer.length() == length + NONCE + 32
                && answer.slice(0, length).equals(toBeSigned)
                && answer.last(32).equals(mac(toBeSigned, answer.slice(length, length + NONCE)));
    }

    /** What was signed so far, oldest first. */
    List<String> signed() {
        try {
            return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Octets hash(String text) {
        return sha256(Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Octets mac(Octets toBeSigned, Octets nonce) {
        return sha256(Octets.concat(Octets.of((byte) 7), nonce, toBeSigned));
    }

    private static Octets sha256(Octets content) {
        try {
            return Octets.of(MessageDigest.getInstance("SHA-256").digest(content.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
