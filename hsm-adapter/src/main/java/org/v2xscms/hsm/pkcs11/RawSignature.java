package org.v2xscms.hsm.pkcs11;

import java.util.Optional;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.hsm.VaultKey;

/** What CKM_ECDSA returns: r and s, each as long as the curve's order. */
final class RawSignature {

    private RawSignature() {}

    /** The signature, if it is the key's over the digest: a fault or a wrong key in the token is never handed out. */
    static Optional<EcSignature> of(SignatureVerifier verifier, VaultKey.Pair key, Digest digest, byte[] raw) {
        int size = key.curve().octets();
        if (raw.length != 2 * size) {
            return Optional.empty();
        }
        EcSignature signature = EcSignature.of(Octets.of(raw, 0, size), Octets.of(raw, size, size));
        boolean valid = verifier.verify(key.publicKey(), digest, signature).isValid();
        return valid ? Optional.of(signature) : Optional.empty();
    }

    static CryptokiFault wrong(VaultKey.Pair key) {
        return new CryptokiFault(
                CryptokiFault.Kind.BAD_SIGNATURE,
                "the token returned something that is not a signature by key " + key.label());
    }
}
