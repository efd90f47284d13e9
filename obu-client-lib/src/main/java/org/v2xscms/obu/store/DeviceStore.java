package org.v2xscms.obu.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.encrypt.Ccm;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * What a device keeps: public objects as they are, secrets under the device key.
 *
 * <pre>
 * device.key  16 octets, made at first use; protects as far as the folder does, and stands apart so that a device with
 *             a secure element can keep it there behind a {@link Disk} of its own
 * a secret     1  version, 1
 *             12  nonce, fresh for every write
 *              n  AES-128-CCM of: length of the name (2), name, secret; the name so that files cannot change places
 * </pre>
 *
 * Not for threads.
 */
public final class DeviceStore {

    private static final String DEVICE_KEY = "device.key";
    private static final byte VERSION = 1;
    private static final int NAME_LENGTH_OCTETS = 2;

    private final Disk disk;
    private final SecureRandom random;
    private final SymmetricKey key;

    private DeviceStore(Disk disk, SecureRandom random, SymmetricKey key) {
        this.disk = disk;
        this.random = random;
        this.key = key;
    }

    /** The store on {@code disk}, with a new device key where there is none. */
    public static DeviceStore open(Disk disk, SecureRandom random) {
        SymmetricKey key = disk.read(DEVICE_KEY)
                .map(octets -> new SymmetricKey(SymmAlgorithm.AES128_CCM, SecretOctets.wrap(octets.toByteArray())))
                .orElseGet(() -> {
                    SymmetricKey fresh = SymmetricKey.generate(SymmAlgorithm.AES128_CCM, random);
                    disk.replace(DEVICE_KEY, fresh.octets().disclose());
                    return fresh;
                });
        return new DeviceStore(disk, random, key);
    }

    public Optional<Octets> read(String name) {
        return disk.read(name);
    }

    public void write(String name, Octets content) {
        disk.replace(name, content);
    }

    public void append(String name, Octets more) {
        disk.append(name, more);
    }

    public void remove(String name) {
        disk.remove(name);
    }

    public List<String> names(String folder) {
        return disk.names(folder);
    }

    /**
     * The secret, which the caller closes; empty where there is none.
     *
     * @throws UncheckedIOException where the file was changed, exchanged or written under another device key
     */
    public Optional<SecretOctets> readSecret(String name) {
        return disk.read(name).map(encrypted -> open(name, encrypted));
    }

    /** Keeps {@code secret}, which stays the caller's. */
    public void writeSecret(String name, SecretOctets secret) {
        byte[] nonce = new byte[Ccm.NONCE_OCTETS];
        random.nextBytes(nonce);
        byte[] head = head(name);
        byte[] content = secret.lend(octets -> {
            byte[] both = Arrays.copyOf(head, head.length + octets.length);
            System.arraycopy(octets, 0, both, head.length, octets.length);
            return both;
        });
        try (SecretOctets plaintext = SecretOctets.wrap(content)) {
            Octets fresh = Octets.of(nonce);
            disk.replace(name, Octets.concat(Octets.of(VERSION), fresh, Ccm.seal(key, fresh, plaintext)));
        }
    }

    private SecretOctets open(String name, Octets encrypted) {
        int start = 1 + Ccm.NONCE_OCTETS;
        if (encrypted.length() >= start && encrypted.get(0) == VERSION) {
            Optional<SecretOctets> plaintext =
                    Ccm.openSecret(key, encrypted.slice(1, start), encrypted.slice(start, encrypted.length()));
            if (plaintext.isPresent()) {
                try (SecretOctets content = plaintext.get()) {
                    byte[] head = head(name);
                    if (content.lend(octets -> octets.length >= head.length
                            && Arrays.equals(octets, 0, head.length, head, 0, head.length))) {
                        return content.slice(head.length, content.length());
                    }
                }
            }
        }
        throw new UncheckedIOException(
                new IOException(name + " was changed, exchanged or written under another device key"));
    }

    private static byte[] head(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] head = new byte[NAME_LENGTH_OCTETS + text.length];
        head[0] = (byte) (text.length >>> 8);
        head[1] = (byte) text.length;
        System.arraycopy(text, 0, head, NAME_LENGTH_OCTETS, text.length);
        return head;
    }
}
