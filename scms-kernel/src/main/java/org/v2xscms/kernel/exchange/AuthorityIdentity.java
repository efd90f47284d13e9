package org.v2xscms.kernel.exchange;

import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.envelope.OpeningKey;
import org.v2xscms.crypto.envelope.PrivateDecryptionKey;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultKeyAgreement;
import org.v2xscms.hsm.VaultSigner;

/**
 * This authority towards the others: its certificate and the two keys behind it, which stay in the vault.
 *
 * @param certificate states the public halves of both keys
 */
public record AuthorityIdentity(
        HashedCertificate certificate, KeyVault vault, VaultKey.Pair signingKey, VaultKey.Pair decryptionPair) {

    /** Signs messages of one kind; the vault's policy decides whether the key may. */
    public Signer signer(MessageKind kind) {
        return new VaultSigner(vault, signingKey, kind);
    }

    /** What opens data that is encrypted to the certificate. */
    public OpeningKey.OfCertificate openingKey() {
        return new OpeningKey.OfCertificate(
                certificate, new PrivateDecryptionKey.Ecies(new VaultKeyAgreement(vault, decryptionPair)));
    }
}
