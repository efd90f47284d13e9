package org.v2xscms.hsm;

import java.util.List;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.EcSignature;

/**
 * One token, or two that hold the same keys, without any policy. Authorities never see it: they use a {@link KeyVault},
 * which asks the policy first.
 *
 * <p>A token has asked itself what it can do before it is used, refuses what it lacks, and hands out no signature that
 * it has not verified with the key's public point.
 */
public interface Token extends AutoCloseable {

    String name();

    /** False for keys that lie in files: a production profile refuses such a token. */
    boolean hardware();

    /** What the token can do; refused while it has not been reached yet. */
    VaultResult<Capabilities> capabilities();

    VaultHealth health();

    VaultResult<List<VaultKey>> find(KeyQuery query);

    VaultResult<VaultKey.Pair> generatePair(PairSpec spec);

    VaultResult<VaultKey.Wrapping> generateWrapping(String label);

    /** r and s of fixed length. */
    VaultResult<EcSignature> sign(VaultKey.Pair key, Digest digest);

    /** See {@link KeyVault#issueImplicit}. */
    VaultResult<ImplicitIssue> issueImplicit(
            VaultKey.Pair key, PublicPoint requestPoint, ImplicitIssue.CertificateHash hash);

    VaultResult<SecretOctets> agree(VaultKey.Pair key, PublicPoint peerPoint);

    VaultResult<Octets> wrap(VaultKey.Wrapping wrapping, VaultKey.Pair key);

    VaultResult<VaultKey.Pair> unwrap(VaultKey.Wrapping wrapping, Octets wrapped, PairSpec spec, PublicPoint publicKey);

    VaultResult<VaultKey> destroy(VaultKey key);

    @Override
    void close();
}
