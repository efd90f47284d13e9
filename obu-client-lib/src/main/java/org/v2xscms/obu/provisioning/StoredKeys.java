package org.v2xscms.obu.provisioning;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.obu.CertifiedKeys;

/**
 * Certificates with their keys as they are kept: version (1), and for each i (4), j (4), private key (32), length of the
 * certificate (4), certificate.
 */
final class StoredKeys {

    private static final byte VERSION = 1;
    private static final int SCALAR = 32;
    private static final int HEAD = 4 + 4 + SCALAR + 4;

    private StoredKeys() {}

    /** To be closed by the caller. */
    static SecretOctets write(List<CertifiedKeys> all) {
        int length = 1;
        for (CertifiedKeys keys : all) {
            length += HEAD + keys.certificate().encoded().octets().length();
        }
        ByteBuffer out = ByteBuffer.allocate(length).put(VERSION);
        for (CertifiedKeys keys : all) {
            byte[] certificate = keys.certificate().encoded().octets().toByteArray();
            out.putInt(keys.i()).putInt(keys.j());
            try (SecretOctets scalar = keys.keys().privateKey().toSecretOctets()) {
                scalar.use(out::put);
            }
            out.putInt(certificate.length).put(certificate);
        }
        return SecretOctets.wrap(out.array());
    }

    /** Closes {@code content}; the keys are to be closed by the caller. */
    static List<CertifiedKeys> read(SecretOctets content) {
        try (content) {
            if (content.lend(octets -> octets[0]) != VERSION) {
                throw new IllegalStateException("stored keys of an unknown version");
            }
            List<CertifiedKeys> all = new ArrayList<>();
            int at = 1;
            while (at < content.length()) {
                int head = at;
                int i = content.lend(octets -> ByteBuffer.wrap(octets).getInt(head));
                int j = content.lend(octets -> ByteBuffer.wrap(octets).getInt(head + 4));
                int start = head + HEAD;
                int length = content.lend(octets -> ByteBuffer.wrap(octets).getInt(start - 4));
                try (SecretOctets certificate = content.slice(start, start + length)) {
                    KeyPair keys = KeyPair.of(RequestSecrets.scalar(content, head + 8));
                    all.add(new CertifiedKeys(certificate(certificate.disclose()), keys, i, j));
                }
                at = start + length;
            }
            return List.copyOf(all);
        } catch (DecodeException e) {
            throw new IllegalStateException("a stored certificate that cannot be read: " + e.getMessage(), e);
        }
    }

    private static HashedCertificate certificate(Octets octets) throws DecodeException {
        return HashedCertificate.of(
                Certificate.CODEC.decode(octets, Reading.STRICT).encoded());
    }
}
