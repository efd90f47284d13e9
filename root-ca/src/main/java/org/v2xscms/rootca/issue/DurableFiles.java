package org.v2xscms.rootca.issue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;

/**
 * Files that are whole or not there, whenever the process or the machine dies.
 *
 * <p>An interface so that a test can stop the world at any write.
 */
@FunctionalInterface
public interface DurableFiles {

    /** Writes {@code content}; when this returns it outlives a power failure. A file that holds it is left alone. */
    void write(Path file, Octets content) throws IOException;

    /** The content of {@code file}; empty where it is not there. */
    static Optional<Octets> read(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Octets.of(Files.readAllBytes(file))) : Optional.empty();
    }

    /** Writes aside, forces to the medium, renames, and forces the folder. */
    static DurableFiles onDisk() {
        return (file, content) -> {
            if (read(file).filter(content::equals).isPresent()) {
                return;
            }
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            Path aside = folder.resolve("." + file.getFileName() + ".new");
            try (FileChannel channel = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer octets = ByteBuffer.wrap(content.toByteArray());
                while (octets.hasRemaining()) {
                    channel.write(octets);
                }
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        };
    }
}
