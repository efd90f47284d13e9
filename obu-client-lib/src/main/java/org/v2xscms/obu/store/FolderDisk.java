package org.v2xscms.obu.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;

/**
 * A folder of this computer, for one process at a time; files are readable by their owner only. A file is replaced by
 * writing another one, forcing it to the medium and renaming it.
 */
public final class FolderDisk implements Disk, AutoCloseable {

    /** Suffix of a file that is being written; one found at opening is what a crash left. */
    private static final String UNFINISHED = ".new";

    private final Path root;
    private final FileChannel lockChannel;
    private final FileLock lock;

    private FolderDisk(Path root, FileChannel lockChannel, FileLock lock) {
        this.root = root;
        this.lockChannel = lockChannel;
        this.lock = lock;
    }

    /**
     * Takes the folder for this process and makes it where there is none.
     *
     * @throws UncheckedIOException also where another process has it
     */
    public static FolderDisk open(Path folder) {
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            FileChannel channel = FileChannel.open(
                    folder.resolve("lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    ownerOnly("rw-------"));
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new IOException(folder + " is in use by another process");
            }
            removeUnfinished(folder);
            return new FolderDisk(folder, channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Octets> read(String name) {
        try {
            return Optional.of(Octets.of(Files.readAllBytes(root.resolve(name))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void replace(String name, Octets content) {
        Path file = root.resolve(name);
        Path unfinished = root.resolve(name + UNFINISHED);
        try {
            Path folder = folderOf(file);
            Files.deleteIfExists(unfinished);
            write(unfinished, content, StandardOpenOption.CREATE_NEW);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void append(String name, Octets more) {
        Path file = root.resolve(name);
        try {
            Path folder = folderOf(file);
            boolean isNew = !Files.exists(file);
            write(file, more, isNew ? StandardOpenOption.CREATE_NEW : StandardOpenOption.APPEND);
            if (isNew) {
                force(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(String name) {
        Path file = root.resolve(name);
        try {
            if (Files.deleteIfExists(file)) {
                force(folderOf(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> names(String folder) {
        Path path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file).toString())
                    .filter(name -> !name.endsWith(UNFINISHED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private static void write(Path file, Octets content, StandardOpenOption how) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.WRITE, how);
        try (FileChannel channel = FileChannel.open(file, options, ownerOnly("rw-------"))) {
            ByteBuffer buffer = ByteBuffer.wrap(content.toByteArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private Path folderOf(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null || !file.normalize().startsWith(root.normalize())) {
            throw new IOException(file + " is not inside " + root);
        }
        Files.createDirectories(folder, ownerOnly("rwx------"));
        return folder;
    }

    /** Makes a rename or a removal durable; a new folder is durable with its first file at the latest. */
    private void force(Path folder) throws IOException {
        for (Path at = folder; at != null && at.startsWith(root); at = at.getParent()) {
            try (FileChannel directory = FileChannel.open(at, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    private static void removeUnfinished(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(UNFINISHED)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
