package org.v2xscms.hsm.soft;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.hsm.KeyPurpose;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.ec.EcParameters;

/**
 * The keys of a software token as plain octets, before encryption: one record after the other.
 *
 * <pre>
 * 1  length of id, id
 * 1  length of label, label (ASCII)
 * 1  length of purpose, name of the KeyPurpose (ASCII)
 * 1  length of curve, DER object identifier; empty for an AES key
 * 1  extractable: 0 or 1
 * 1  length of secret, secret (scalar or AES key)
 * </pre>
 */
final class SoftKeyCodec {

    private static final int LARGEST_RECORD = 256;

    private SoftKeyCodec() {}

    /** The records; the caller closes them. */
    static SecretOctets encode(Collection<SoftKey> keys) {
        ByteBuffer buffer = ByteBuffer.allocate(keys.size() * LARGEST_RECORD);
        for (SoftKey key : keys) {
            VaultKey described = key.described();
            putShort(buffer, described.id().toByteArray());
            putShort(buffer, described.label().getBytes(StandardCharsets.US_ASCII));
            putShort(buffer, described.purpose().name().getBytes(StandardCharsets.US_ASCII));
            switch (key) {
                case SoftKey.Pair pair -> {
                    putShort(buffer, EcParameters.oid(pair.keys().curve()).toByteArray());
                    buffer.put((byte) (described.extractable() ? 1 : 0));
                    try (SecretOctets scalar = pair.keys().privateKey().toSecretOctets()) {
                        putSecret(buffer, scalar);
                    }
                }
                case SoftKey.Wrapping wrapping -> {
                    putShort(buffer, new byte[0]);
                    buffer.put((byte) 0);
                    putSecret(buffer, wrapping.aes());
                }
            }
        }
        try (SecretOctets whole = SecretOctets.wrap(buffer.array())) {
            return whole.slice(0, buffer.position());
        }
    }

    /**
     * The keys of a file that has passed its integrity check.
     *
     * @throws IllegalStateException if the records are not as this class writes them
     */
    static List<SoftKey> decode(SecretOctets records) {
        return records.lend(octets -> {
            List<SoftKey> keys = new ArrayList<>();
            ByteBuffer buffer = ByteBuffer.wrap(octets);
            try {
                while (buffer.hasRemaining()) {
                    keys.add(next(buffer));
                }
            } catch (BufferUnderflowException | IllegalArgumentException malformed) {
                throw new IllegalStateException("the key records of this software token are malformed", malformed);
            }
            return keys;
        });
    }

    private static SoftKey next(ByteBuffer buffer) {
        Octets id = Octets.of(takeShort(buffer));
        String label = new String(takeShort(buffer), StandardCharsets.US_ASCII);
        KeyPurpose purpose = KeyPurpose.valueOf(new String(takeShort(buffer), StandardCharsets.US_ASCII));
        Octets curve = Octets.of(takeShort(buffer));
        boolean extractable = buffer.get() != 0;
        SecretOctets secret = SecretOctets.wrap(takeShort(buffer));
        if (curve.isEmpty()) {
            return new SoftKey.Wrapping(new VaultKey.Wrapping(id, label), secret);
        }
        try (secret) {
            PrivateScalar scalar = EcParameters.curve(curve)
                    .flatMap(known -> PrivateScalar.of(known, secret))
                    .orElseThrow(IllegalArgumentException::new);
            KeyPair keys = KeyPair.of(scalar);
            return new SoftKey.Pair(new VaultKey.Pair(id, label, purpose, keys.publicKey(), extractable), keys);
        }
    }

    private static void putShort(ByteBuffer buffer, byte[] octets) {
        buffer.put((byte) octets.length).put(octets);
    }

    private static void putSecret(ByteBuffer buffer, SecretOctets secret) {
        secret.lend(octets -> buffer.put((byte) octets.length).put(octets));
    }

    private static byte[] takeShort(ByteBuffer buffer) {
        byte[] octets = new byte[Byte.toUnsignedInt(buffer.get())];
        buffer.get(octets);
        return octets;
    }
}
