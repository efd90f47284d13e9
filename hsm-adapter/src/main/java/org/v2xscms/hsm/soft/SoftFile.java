package org.v2xscms.hsm.soft;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * The encrypted file of one software token.
 *
 * <pre>
 *  8  magic "V2XSOFT1"
 * 12  Argon2id memory in KiB, iterations, lanes: 4 octets each, big endian
 * 16  salt
 * 12  nonce, fresh for every write
 *  n  AES-256-GCM of the key records with the 48 octets above as associated data, and its 16 octets of tag
 * </pre>
 *
 * <p>A write goes to a new file that is forced to the disk and then renamed over the old one, so a crash leaves the
 * old keys or the new ones. The file belongs to one process at a time.
 */
final class SoftFile implements AutoCloseable {

    private static final long MAGIC = 0x5632_5853_4F46_5431L;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int HEADER = 8 + 12 + SALT + NONCE;
    private static final int TAG_BITS = 128;
    private static final long LARGEST = 16L << 20;

    private final Path path;
    private final SecureRandom random;
    private final FileChannel lockChannel;
    private final FileLock lock;

    private SoftFile(Path path, SecureRandom random, FileChannel lockChannel, FileLock lock) {
        this.path = path;
        this.random = random;
        this.lockChannel = lockChannel;
        this.lock = lock;
    }

    /** Takes the token for this process. */
    static SoftFile claim(Path path, SecureRandom random) throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolveSibling(path.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new IOException("software token " + path + " is in use");
        }
        return new SoftFile(path, random, channel, lock);
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** The derivation for a new token. */
    PinDerivation newDerivation(PinDerivation.Cost cost) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new PinDerivation(cost, salt);
    }

    /** The derivation that the file names. */
    PinDerivation derivation() throws IOException {
        ByteBuffer header = ByteBuffer.wrap(read(), 0, HEADER);
        header.getLong();
        PinDerivation.Cost cost = new PinDerivation.Cost(header.getInt(), header.getInt(), header.getInt());
        byte[] salt = new byte[SALT];
        header.get(salt);
        return new PinDerivation(cost, salt);
    }

    /** Decrypts the records; the caller closes them. */
    SecretOctets load(SecretOctets key) throws IOException {
        byte[] file = read();
        byte[] nonce = Arrays.copyOfRange(file, HEADER - NONCE, HEADER);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce);
            cipher.updateAAD(file, 0, HEADER);
            return SecretOctets.wrap(cipher.doFinal(file, HEADER, file.length - HEADER));
        } catch (AEADBadTagException wrong) {
            throw new IOException("software token " + path + ": wrong PIN, or the file was changed", wrong);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Encrypts the records and replaces the file. */
    void store(PinDerivation derivation, SecretOctets key, SecretOctets records) throws IOException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] header = ByteBuffer.allocate(HEADER)
                .putLong(MAGIC)
                .putInt(derivation.cost().memoryKib())
                .putInt(derivation.cost().iterations())
                .putInt(derivation.cost().lanes())
                .put(derivation.salt())
                .put(nonce)
                .array();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce);
            cipher.updateAAD(header);
            byte[] sealed = records.lend(octets -> seal(cipher, octets));
            replace(ByteBuffer.allocate(HEADER + sealed.length)
                    .put(header)
                    .put(sealed)
                    .flip());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockChannel.close();
        } catch (IOException alreadyGone) {
            // The lock ends with the process anyway.
        }
    }

    private void replace(ByteBuffer content) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, ownerOnly());
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private byte[] read() throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new IOException(path + " is too large to be a software token");
        }
        byte[] file = Files.readAllBytes(path);
        if (file.length < HEADER || ByteBuffer.wrap(file).getLong() != MAGIC) {
            throw new IOException(path + " is not a software token");
        }
        return file;
    }

    private static byte[] seal(Cipher cipher, byte[] octets) {
        try {
            return cipher.doFinal(octets);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, SecretOctets key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.lend(octets -> new SecretKeySpec(octets, "AES")), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }
}
