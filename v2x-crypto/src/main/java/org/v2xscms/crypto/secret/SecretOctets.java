package org.v2xscms.crypto.secret;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import org.v2xscms.codec.oer.Octets;

/**
 * A secret of fixed length: a symmetric key, a shared secret, a linkage seed.
 *
 * <p>It never prints its content, compares in time that depends on the length only, and {@link #close()} overwrites
 * it. Java may have moved the array before that, so wiping shortens the life of a secret and does not guarantee its
 * end. Any use after {@code close} is a fault of the caller and throws.
 */
public final class SecretOctets implements AutoCloseable {

    private final byte[] bytes;
    private boolean closed;

    private SecretOctets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes ownership of {@code bytes}: the caller must not use the array again. */
    public static SecretOctets wrap(byte[] bytes) {
        return new SecretOctets(bytes);
    }

    /** Copies {@code bytes}; the caller still has its own copy to wipe. */
    public static SecretOctets copyOf(byte[] bytes) {
        return new SecretOctets(bytes.clone());
    }

    /** Fresh octets from {@code random}. */
    public static SecretOctets random(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new SecretOctets(bytes);
    }

    public int length() {
        return bytes.length;
    }

    /** The octets from {@code from} (inclusive) to {@code to} (exclusive) as a secret of their own. */
    public SecretOctets slice(int from, int to) {
        return new SecretOctets(Arrays.copyOfRange(open(), from, to));
    }

    /** Lends the octets to {@code use}, which must neither keep nor change the array. */
    public <T> T lend(Function<byte[], T> use) {
        return use.apply(open());
    }

    /** Lends the octets to {@code use}, which must neither keep nor change the array. */
    public void use(Consumer<byte[]> use) {
        use.accept(open());
    }

    /** A copy that the caller must wipe. */
    public byte[] copy() {
        return open().clone();
    }

    /** The octets as an ordinary value, for the moment in which they stop being secret. */
    public Octets disclose() {
        return Octets.of(open());
    }

    private byte[] open() {
        if (closed) {
            throw new IllegalStateException("secret is already wiped");
        }
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        closed = true;
    }

    /** Compares in time that depends on the lengths only. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretOctets that && MessageDigest.isEqual(open(), that.open());
    }

    /** Depends on the length only, so that no hash table betrays the content. */
    @Override
    public int hashCode() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "SecretOctets[" + bytes.length + " octets]";
    }
}
