package org.v2xscms.kernel.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;

/**
 * Copies of what one authority asks others, for a trial whose artefacts are to be shown. It defeats the encryption between
 * authorities, because the signed SPDUs inside are written too; a production authority refuses it.
 *
 * <p>The files of one question are {@code OWN-to-ROLE-HASH-PART.spdu}: HASH is the beginning of the SHA-256 of the sealed
 * request, PART is {@code request}, {@code request-signed}, {@code answer} or {@code answer-signed}.
 */
public final class WireLog {

    private static final int HASH_OCTETS = 8;

    private final Path folder;
    private final String own;

    private WireLog(Path folder, String own) {
        this.folder = folder;
        this.own = own;
    }

    /**
     * The log that the settings ask for.
     *
     * @param folder the value of {@code scms.wire-log}; null for none
     * @param own the authority's name
     * @throws IllegalStateException if a production authority is to keep one
     */
    public static @Nullable WireLog of(@Nullable Path folder, String own, boolean production) {
        if (folder == null) {
            return null;
        }
        if (production) {
            throw new IllegalStateException("the production profile refuses a wire log: remove scms.wire-log");
        }
        return new WireLog(folder, own);
    }

    void request(Role to, Octets sealed, Octets signed) {
        write(to, sealed, "request", sealed);
        write(to, sealed, "request-signed", signed);
    }

    void answer(Role from, Octets request, Octets sealed, Octets signed) {
        write(from, request, "answer", sealed);
        write(from, request, "answer-signed", signed);
    }

    private void write(Role peer, Octets request, String part, Octets content) {
        String hash = HashFunction.SHA256
                .digest(request)
                .value()
                .slice(0, HASH_OCTETS)
                .hex();
        String role = peer.name().toLowerCase(Locale.ROOT);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(own + "-to-" + role + "-" + hash + "-" + part + ".spdu"), content.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the wire log in " + folder, e);
        }
    }
}
