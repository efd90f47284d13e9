package org.v2xscms.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.v2xscms.cli.InputFile;
import org.v2xscms.cli.UnreadableException;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.validation.TrustStore;

/**
 * The certificates that {@code --trust} and {@code --anchor} name: self-signed ones and anchors are trusted, the others
 * complete chains.
 */
final class TrustFiles {

    private final List<HashedCertificate> anchors = new ArrayList<>();
    private final List<HashedCertificate> others = new ArrayList<>();

    /** Adds a certificate, or every file of a folder that is one; in a folder other files are passed over. */
    void add(String argument) throws IOException {
        Path path = Path.of(argument);
        if (!Files.isDirectory(path)) {
            add(read(argument));
            return;
        }
        List<Path> files;
        try (Stream<Path> listing = Files.walk(path)) {
            files = listing.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            try {
                add(read(file.toString()));
            } catch (UnreadableException _) {
                // A folder of certificates may hold keys and messages beside them.
            }
        }
    }

    /** Trusts the certificate in the file although it is not self-signed. */
    void addAnchor(String argument) throws IOException {
        anchors.add(read(argument));
    }

    private void add(HashedCertificate certificate) {
        (certificate.isSelfSigned() ? anchors : others).add(certificate);
    }

    private static HashedCertificate read(String argument) throws IOException {
        return HashedCertificate.of(
                InputFile.read(argument).decode(Certificate.CODEC).encoded());
    }

    int anchorCount() {
        return anchors.size();
    }

    int otherCount() {
        return others.size();
    }

    TrustStore store() {
        return TrustStore.of(anchors, others);
    }
}
