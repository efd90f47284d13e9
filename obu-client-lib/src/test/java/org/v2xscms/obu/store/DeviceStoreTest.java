package org.v2xscms.obu.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.obu.SeededRandom;

/** Secrets lie on the disk encrypted and in their place; files are whole and the owner's alone. */
class DeviceStoreTest {

    private static final Octets SECRET = Octets.ofHex("5ec2e75ec2e75ec2e7");

    @TempDir
    private Path folder = Path.of("");

    private final CrashingDisk memory = new CrashingDisk();
    private final DeviceStore store = DeviceStore.open(memory, new SeededRandom(1));

    private static SecretOctets secret() {
        return SecretOctets.wrap(SECRET.toByteArray());
    }

    @Test
    void secretComesBackAfterARestartAndIsNotOnTheDisk() {
        store.writeSecret("a/key", secret());
        assertFalse(memory.read("a/key").orElseThrow().hex().contains(SECRET.hex()));
        assertEquals(
                Optional.of(secret()),
                DeviceStore.open(memory, new SeededRandom(2)).readSecret("a/key"));
        assertEquals(Optional.empty(), store.readSecret("b/key"));
    }

    @Test
    void sameSecretIsNeverTheSameFile() {
        store.writeSecret("a", secret());
        Octets first = memory.read("a").orElseThrow();
        store.writeSecret("a", secret());
        assertFalse(first.equals(memory.read("a").orElseThrow()));
    }

    @Test
    void changedExchangedOrStrangeSecretIsAFault() {
        store.writeSecret("a", secret());
        Octets good = memory.read("a").orElseThrow();
        for (int at : List.of(0, 1, 13, good.length() - 1)) {
            byte[] changed = good.toByteArray();
            changed[at] ^= 1;
            memory.replace("a", Octets.of(changed));
            assertThrows(UncheckedIOException.class, () -> store.readSecret("a"));
        }
        memory.replace("a", good.slice(0, 5));
        assertThrows(UncheckedIOException.class, () -> store.readSecret("a"));
        memory.replace("a", good);
        memory.replace("b", good);
        assertThrows(UncheckedIOException.class, () -> store.readSecret("b"));
        memory.replace("device.key", Octets.of(new byte[16]));
        DeviceStore other = DeviceStore.open(memory, new SeededRandom(3));
        assertThrows(UncheckedIOException.class, () -> other.readSecret("a"));
    }

    @Test
    void folderHoldsFilesForItsOwnerAlone() throws Exception {
        try (FolderDisk disk = FolderDisk.open(folder.resolve("device"))) {
            disk.replace("a/b/c", SECRET);
            disk.append("a/b/d", SECRET);
            disk.append("a/b/d", SECRET);
            assertEquals(Optional.of(SECRET), disk.read("a/b/c"));
            assertEquals(Optional.of(Octets.concat(SECRET, SECRET)), disk.read("a/b/d"));
            assertEquals(List.of("c", "d"), disk.names("a/b"));
            try (var files = Files.walk(folder.resolve("device"))) {
                for (Path file : files.toList()) {
                    assertEquals(
                            Files.isDirectory(file) ? "rwx------" : "rw-------",
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                            file.toString());
                }
            }
            disk.remove("a/b/c");
            disk.remove("a/b/c");
            assertEquals(Optional.empty(), disk.read("a/b/c"));
            assertThrows(UncheckedIOException.class, () -> disk.replace("../outside", SECRET));
        }
    }

    @Test
    void folderBelongsToOneProcessAndForgetsUnfinishedFiles() throws Exception {
        try (FolderDisk disk = FolderDisk.open(folder)) {
            disk.replace("a/b", SECRET);
            Files.writeString(folder.resolve("a/b.new"), "half");
            assertEquals(List.of("b"), disk.names("a"));
            assertThrows(UncheckedIOException.class, () -> FolderDisk.open(folder));
        }
        try (FolderDisk disk = FolderDisk.open(folder)) {
            assertFalse(Files.exists(folder.resolve("a/b.new")));
            assertEquals(Optional.of(SECRET), disk.read("a/b"));
        }
        assertTrue(Files.exists(folder.resolve("lock")));
    }
}
