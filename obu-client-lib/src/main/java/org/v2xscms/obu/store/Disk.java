package org.v2xscms.obu.store;

import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;

/**
 * Named files that outlive a crash: the seam for devices with a file system of their own. What a method has done is
 * durable when it returns.
 *
 * <p>Names are parts of {@code a-z 0-9 . -} with {@code /} between them. A disk that fails throws {@link
 * java.io.UncheckedIOException}.
 */
public interface Disk {

    /** The whole file; empty where there is none. */
    Optional<Octets> read(String name);

    /** Gives the file this content: after a crash it has the old content or the new one. */
    void replace(String name, Octets content);

    /** Adds to the end of the file, which is made where there is none: a crash may leave a part of {@code more}. */
    void append(String name, Octets more);

    /** Removes the file, where there is one. */
    void remove(String name);

    /** The names of the files in {@code folder}, without the folder, in alphabetical order. */
    List<String> names(String folder);
}
