package org.v2xscms.rootca.issue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/** A folder of COER structures, one in each file, kept octet for octet. */
public record DurableFolder(DurableFiles files, Path path) {

    /** The folder {@code name} inside this one. */
    public DurableFolder inside(String name) {
        return new DurableFolder(files, path.resolve(name));
    }

    /**
     * The structure in {@code file}; empty where there is no such file.
     *
     * @throws IllegalStateException if the file holds something else
     */
    public <T> Optional<Encoded<T>> read(String file, Codec<T> codec) {
        try {
            Optional<Octets> content = DurableFiles.read(path.resolve(file));
            return content.isEmpty()
                    ? Optional.empty()
                    : Optional.of(codec.decode(content.get(), Reading.STRICT).encoded());
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        } catch (DecodeException damaged) {
            throw new IllegalStateException(path.resolve(file) + " is damaged: " + damaged.getMessage(), damaged);
        }
    }

    /** Writes {@code content}; see {@link DurableFiles#write}. */
    public void write(String file, Octets content) {
        try {
            files.write(path.resolve(file), content);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }
}
