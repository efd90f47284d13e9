package org.v2xscms.kernel.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;

/**
 * The certificates this authority trusts, read from a folder of public files: {@code root.cert} is the anchor, every other
 * {@code *.cert} completes chains and is trusted no further than its chain.
 */
public final class Trust {

    private static final String SUFFIX = ".cert";

    private final Path folder;
    private final SignatureVerifier verifier;
    private final RevocationCheck revocation;
    private volatile TrustStore store;

    private Trust(Path folder, SignatureVerifier verifier, RevocationCheck revocation, TrustStore store) {
        this.folder = folder;
        this.verifier = verifier;
        this.revocation = revocation;
        this.store = store;
    }

    /**
     * Reads the folder.
     *
     * @throws IllegalStateException if a file is missing or no certificate; the message names it
     */
    public static Trust load(Path folder, SignatureVerifier verifier, RevocationCheck revocation) {
        return new Trust(folder, verifier, revocation, read(folder));
    }

    /** Reads the folder again; what it held stays in force where that fails. */
    public void reload() {
        store = read(folder);
    }

    public TrustStore store() {
        return store;
    }

    public SignatureVerifier verifier() {
        return verifier;
    }

    public RevocationCheck revocation() {
        return revocation;
    }

    /** Judges certificates against what is trusted now. */
    public ChainValidator validator() {
        return new ChainValidator(store, verifier, revocation);
    }

    /** The certificate in {@code <name>.cert}. */
    public Optional<HashedCertificate> certificateOf(String name) {
        Path file = folder.resolve(name + SUFFIX);
        return Files.exists(file) ? Optional.of(certificate(file)) : Optional.empty();
    }

    /** Like {@link #certificateOf}, for one that must be there. */
    public HashedCertificate require(String name) {
        return certificateOf(name)
                .orElseThrow(() -> new IllegalStateException("no certificate of " + name + " in " + folder));
    }

    private static TrustStore read(Path folder) {
        HashedCertificate root = certificate(folder.resolve("root" + SUFFIX));
        List<HashedCertificate> others = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                others.add(certificate(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the certificates in " + folder, e);
        }
        return TrustStore.of(List.of(root), others);
    }

    private static HashedCertificate certificate(Path file) {
        try {
            return HashedCertificate.of(Certificate.CODEC
                    .keepingOctets()
                    .decode(Octets.of(Files.readAllBytes(file)), Reading.STRICT)
                    .value());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the certificate " + file, e);
        } catch (DecodeException e) {
            throw new IllegalStateException(file + " is no certificate: " + e.getMessage(), e);
        }
    }
}
