package org.v2xscms.hsm;

import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.KeyAgreement;
import org.v2xscms.crypto.secret.SecretOctets;

/** A vault key that agrees, for code that opens encrypted data and knows no vault. */
public final class VaultKeyAgreement implements KeyAgreement {

    private final KeyVault vault;
    private final VaultKey.Pair key;

    public VaultKeyAgreement(KeyVault vault, VaultKey.Pair key) {
        this.vault = vault;
        this.key = key;
    }

    @Override
    public PublicPoint publicKey() {
        return key.publicKey();
    }

    /**
     * Agrees in the vault.
     *
     * @throws VaultRefusedException if the vault refuses
     */
    @Override
    public SecretOctets agree(PublicPoint peer) {
        return switch (vault.agree(key, peer)) {
            case VaultResult.Done<SecretOctets> done -> done.value();
            case VaultResult.Refused<SecretOctets> refused -> throw new VaultRefusedException(refused.refusal());
        };
    }
}
