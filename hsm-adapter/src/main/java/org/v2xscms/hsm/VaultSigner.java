package org.v2xscms.hsm;

import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.crypto.sign.SigningKeyUnavailableException;

/** A vault key that signs one kind of message, for code that builds signed structures and knows no vault. */
public final class VaultSigner implements Signer {

    private final KeyVault vault;
    private final VaultKey.Pair key;
    private final MessageKind kind;

    public VaultSigner(KeyVault vault, VaultKey.Pair key, MessageKind kind) {
        this.vault = vault;
        this.key = key;
        this.kind = kind;
    }

    @Override
    public PublicPoint publicKey() {
        return key.publicKey();
    }

    /**
     * Signs in the vault.
     *
     * @throws SigningKeyUnavailableException if the vault refuses; its cause is a {@link VaultRefusedException}
     */
    @Override
    public EcSignature sign(Digest digest) {
        return switch (vault.sign(key, kind, digest)) {
            case VaultResult.Done<EcSignature> done -> done.value();
            case VaultResult.Refused<EcSignature> refused ->
                throw new SigningKeyUnavailableException(
                        refused.refusal().reason(), new VaultRefusedException(refused.refusal()));
        };
    }
}
