package org.v2xscms.hsm.pkcs11;

import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.hsm.KeyPurpose;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.ec.EcParameters;

/**
 * The pairwise consistency test of a new or unwrapped key pair (NIST SP 800-56A 5.6.2.1.4): the private key must work
 * under the public point that will be certified. Nothing made here leaves the adapter.
 */
final class PairwiseCheck {

    private final SignatureVerifier verifier;

    PairwiseCheck(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    void require(CryptokiSession session, CryptokiSession.Found found, VaultKey.Pair key) throws CryptokiFault {
        boolean belongs =
                key.purpose() == KeyPurpose.SIGNING ? signs(session, found, key) : agrees(session, found, key);
        if (!belongs) {
            throw new CryptokiFault(
                    CryptokiFault.Kind.INVALID_INPUT,
                    "the private key of " + key.label() + " does not belong to its public point");
        }
    }

    private boolean signs(CryptokiSession session, CryptokiSession.Found found, VaultKey.Pair key)
            throws CryptokiFault {
        Digest digest = key.curve().hash().digest(key.publicKey().compressed());
        byte[] raw = session.ecdsa(found.handle(), digest.value().toByteArray());
        return RawSignature.of(verifier, key, digest, raw).isPresent();
    }

    /** The Diffie-Hellman point with the base point is the public point itself. */
    private static boolean agrees(CryptokiSession session, CryptokiSession.Found found, VaultKey.Pair key)
            throws CryptokiFault {
        byte[] base = EcParameters.uncompressed(key.curve().generator()).toByteArray();
        byte[] x = session.ecdh(found.handle(), base, key.curve().octets());
        return Octets.of(x).equals(key.publicKey().x());
    }
}
