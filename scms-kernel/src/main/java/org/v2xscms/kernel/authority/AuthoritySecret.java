package org.v2xscms.kernel.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.encrypt.Ccm;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Opening;
import org.v2xscms.crypto.envelope.OpeningKey;
import org.v2xscms.crypto.envelope.PrivateDecryptionKey;
import org.v2xscms.crypto.envelope.Recipient;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.hash.Hmac;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.hsm.VaultKeyAgreement;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.files.PrivateFiles;

/**
 * A secret from which an authority derives symmetric keys, for what it has to keep encrypted. It lies in a file of the
 * home folder, encrypted to the authority's decryption key, so that without the vault the file is worth nothing and
 * without the file the database is worth nothing.
 *
 * <p>Every derived key is HMAC-SHA256 over a purpose, a zero octet and the names in it: keys of different purposes or names
 * are independent of each other.
 */
public final class AuthoritySecret implements AutoCloseable {

    private static final int LENGTH = 32;
    private static final int KEY_LENGTH = 16;

    private final SecretOctets root;
    private final SecureRandom random;

    private AuthoritySecret(SecretOctets root, SecureRandom random) {
        this.root = root;
        this.random = random;
    }

    /**
     * Reads the secret, or makes it where there is no file.
     *
     * @throws IllegalStateException if the file was made for another vault, or was changed
     */
    public static AuthoritySecret open(Path file, AuthorityIdentity own, SecureRandom random) {
        PublicEncryptionKey key = new PublicEncryptionKey(
                SymmAlgorithm.AES128_CCM,
                CurvePoints.encryptionKey(own.decryptionPair().publicKey()));
        try {
            if (!Files.exists(file)) {
                SecretOctets fresh = SecretOctets.random(LENGTH, random);
                EncryptedData sealed = Envelope.seal(
                        fresh.disclose(), List.of(new Recipient.ResponseKey(key)), SymmAlgorithm.AES128_CCM, random);
                PrivateFiles.write(file, EncryptedData.CODEC.encode(sealed).hex() + "\n");
                fresh.close();
            }
            return new AuthoritySecret(read(file, key, own), random);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write the secret in " + file, e);
        }
    }

    private static SecretOctets read(Path file, PublicEncryptionKey key, AuthorityIdentity own) throws IOException {
        EncryptedData sealed;
        try {
            byte[] content = HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            sealed = EncryptedData.CODEC.decode(content, Reading.STRICT).value();
        } catch (DecodeException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " holds no encrypted secret", e);
        }
        OpeningKey opening = new OpeningKey.OfResponseKey(
                key, new PrivateDecryptionKey.Ecies(new VaultKeyAgreement(own.vault(), own.decryptionPair())));
        if (Envelope.open(sealed, opening) instanceof Opening.Opened(Octets plaintext, SymmetricKey dataKey)) {
            dataKey.close();
            return SecretOctets.wrap(plaintext.requireLength("secret", LENGTH).toByteArray());
        }
        throw new IllegalStateException(file + " was encrypted to another key than this vault's");
    }

    /**
     * HMAC-SHA256 over the purpose and the names: 32 octets, the same whenever it is asked.
     *
     * @param purpose names the use, in ASCII; each use has its own
     * @param names of fixed length each, or the last of any length
     */
    public SecretOctets derive(String purpose, Octets... names) {
        byte[] head = (purpose + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] tail = Octets.concat(names).toByteArray();
        return SecretOctets.wrap(root.lend(key -> Hmac.compute(HashFunction.SHA256, key, head, tail)));
    }

    /** Encrypts for storage under a name: nonce, ciphertext and tag, 28 octets longer than {@code secret}. */
    public Octets seal(String purpose, Octets name, SecretOctets secret) {
        byte[] nonce = new byte[Ccm.NONCE_OCTETS];
        random.nextBytes(nonce);
        try (SymmetricKey key = storageKey(purpose, name)) {
            return Octets.concat(Octets.of(nonce), Ccm.seal(key, Octets.of(nonce), secret.disclose()));
        }
    }

    /** What was sealed under the same purpose and name; empty if it was changed or belongs to another name. */
    public Optional<SecretOctets> open(String purpose, Octets name, Octets sealed) {
        if (sealed.length() < Ccm.NONCE_OCTETS) {
            return Optional.empty();
        }
        try (SymmetricKey key = storageKey(purpose, name)) {
            return Ccm.open(key, sealed.slice(0, Ccm.NONCE_OCTETS), sealed.slice(Ccm.NONCE_OCTETS, sealed.length()))
                    .map(secret -> SecretOctets.wrap(secret.toByteArray()));
        }
    }

    private SymmetricKey storageKey(String purpose, Octets name) {
        try (SecretOctets derived = derive("storage " + purpose, name)) {
            return new SymmetricKey(SymmAlgorithm.AES128_CCM, derived.slice(0, KEY_LENGTH));
        }
    }

    @Override
    public void close() {
        root.close();
    }
}
