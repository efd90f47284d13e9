package org.v2xscms.hsm;

import java.util.List;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.EcSignature;

/**
 * The keys of one authority. Every method is safe for any number of threads, waits a bounded time and answers a
 * {@link Refusal} instead of throwing when a token or the policy says no; an exception is a defect of the caller.
 */
public interface KeyVault extends AutoCloseable {

    VaultResult<Capabilities> capabilities();

    VaultHealth health();

    /** Makes a key pair; its label must be free. */
    VaultResult<VaultKey.Pair> generatePair(PairSpec spec);

    /** Makes an AES-256 key that wraps other keys; its label must be free. */
    VaultResult<VaultKey.Wrapping> generateWrapping(String label);

    VaultResult<List<VaultKey>> keys();

    VaultResult<VaultKey> find(String label);

    VaultResult<VaultKey> findById(Octets id);

    /**
     * Signs a digest: ECDSA (FIPS 186-5), or SM2 (GB/T 32918.2) where the key lies on the SM2 curve and the digest is
     * the SM3 hash that includes Z.
     *
     * @param kind what the signature will stand under
     * @param digest as long as the curve's field
     * @return r and s of fixed length, verified with the key's public point
     */
    VaultResult<EcSignature> sign(VaultKey.Pair key, MessageKind kind, Digest digest);

    /**
     * Issues an implicit certificate (ECQV, SEC 4 2.4): draws k, tells {@code hash} the reconstruction point
     * P_U = R_U + k·G, and computes r = e·k + d mod n. Counts as one signature under a certificate.
     *
     * @param requestPoint R_U
     */
    VaultResult<ImplicitIssue> issueImplicit(
            VaultKey.Pair key, PublicPoint requestPoint, ImplicitIssue.CertificateHash hash);

    /**
     * The x coordinate of the Diffie-Hellman point with {@code peerPoint} (IEEE 1609.2-2022 5.3.5.1).
     */
    VaultResult<SecretOctets> agree(VaultKey.Pair key, PublicPoint peerPoint);

    /** Wraps an extractable private key (PKCS#8) with AES key wrap with padding (RFC 5649). */
    VaultResult<Octets> wrap(VaultKey.Wrapping wrapping, VaultKey.Pair key);

    /**
     * Brings a wrapped private key into the token under a new label.
     *
     * @param publicKey the public key it must belong to
     */
    VaultResult<VaultKey.Pair> unwrap(VaultKey.Wrapping wrapping, Octets wrapped, PairSpec spec, PublicPoint publicKey);

    /** Removes a key for good and answers what was removed. */
    VaultResult<VaultKey> destroy(VaultKey key);

    /** Signatures ever handed out for a key; only grows. An audit compares it with what the authority recorded. */
    long signatureCount(VaultKey.Pair key);

    @Override
    void close();
}
