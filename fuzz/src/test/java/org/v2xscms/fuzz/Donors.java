package org.v2xscms.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.v2xscms.codec.oer.Octets;

/** Made-up structures: the lines of resources, each a name and hex digits. */
final class Donors {

    /** Of the kinds that do not grow out of random octets often enough, to start from and to graft in. */
    static final List<Octets> ALL = read("/donors.txt");

    /** With parts that would not be compared with another implementation otherwise. */
    static final List<Octets> JUDGED = read("/judged.txt");

    private Donors() {}

    private static List<Octets> read(String resource) {
        try (InputStream in = Objects.requireNonNull(Donors.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> Octets.ofHex(line.substring(line.indexOf(' ') + 1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
