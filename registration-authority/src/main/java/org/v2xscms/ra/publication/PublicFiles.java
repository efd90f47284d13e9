package org.v2xscms.ra.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;

/** Public signed files in a folder that everybody may read. A file is replaced as a whole, also where power fails. */
final class PublicFiles {

    private final Path folder;

    PublicFiles(Path folder) {
        this.folder = folder;
    }

    /** @param name below the folder, made of our own names and hex digits only */
    Optional<Octets> read(String name) {
        try {
            return Optional.of(Octets.of(Files.readAllBytes(folder.resolve(name))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a public file", e);
        }
    }

    /** The names of the files that end in {@code suffix}, sorted. */
    List<String> names(String subfolder, String suffix) {
        Path in = folder.resolve(subfolder);
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(in)) {
            try (var files = Files.newDirectoryStream(in, "*" + suffix)) {
                files.forEach(file -> names.add(folder.relativize(file).toString()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list the public files", e);
            }
        }
        names.sort(String::compareTo);
        return names;
    }

    /** Durable when it returns. */
    void replace(String name, Octets content) {
        Path file = folder.resolve(name);
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent == null) {
                throw new IOException("not a file: " + name);
            }
            Files.createDirectories(parent);
            Path aside = Files.createTempFile(
                    parent,
                    ".new",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                ByteBuffer octets = ByteBuffer.wrap(content.toByteArray());
                while (octets.hasRemaining()) {
                    channel.write(octets);
                }
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel entries = FileChannel.open(parent, StandardOpenOption.READ)) {
                entries.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a public file", e);
        }
    }
}
