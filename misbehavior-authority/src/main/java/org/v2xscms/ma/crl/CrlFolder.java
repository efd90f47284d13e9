package org.v2xscms.ma.crl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Octets;

/** The published lists, one public file a series: {@code <craca hex>_<series>.spdu}. */
record CrlFolder(Path folder, HashedId8 craca) {

    Path file(CrlSeries series) {
        return folder.resolve(craca.octets().hex() + "_" + series.value() + ".spdu");
    }

    Optional<Octets> read(CrlSeries series) {
        Path file = file(series);
        try {
            return Files.exists(file) ? Optional.of(Octets.of(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the published list " + file, e);
        }
    }

    /** Replaces the list; after a crash the file is the old one or the new one, whole. */
    void write(CrlSeries series, Octets spdu) {
        Path file = file(series);
        try {
            Files.createDirectories(folder);
            Path aside = folder.resolve("." + file.getFileName() + ".new");
            Files.write(aside, spdu.toByteArray());
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the list " + file, e);
        }
    }
}
