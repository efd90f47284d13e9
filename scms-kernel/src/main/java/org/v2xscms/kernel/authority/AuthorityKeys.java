package org.v2xscms.kernel.authority;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.LabelledKeys;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.policy.KeyPolicy;

/**
 * An authority's vault and the two keys behind its certificate, in its home folder: {@code token} (an encrypted software
 * token), {@code token.pin} and {@code token.counters}. All three and the keys are made at first start.
 *
 * @param vault close it with the authority
 */
public record AuthorityKeys(KeyVault vault, VaultKey.Pair signing, VaultKey.Pair decryption) implements AutoCloseable {

    /** Label of the key that signs certificates and messages: 1609.2.1 wants one certificate for both. */
    public static final String SIGNING = "sign-1";

    /** Label of the key that messages to the authority are encrypted to. */
    public static final String DECRYPTION = "decrypt-1";

    /** Label of the key that signs CRLs, in the vault of the misbehaviour authority alone. */
    public static final String CRL_SIGNING = "crl-1";

    /** As much as the fastest authority needs with room to spare: the limit is there for a thief, not for load. */
    private static final int SIGNATURES_PER_SECOND = 50_000;

    private static final Map<String, KeyPolicy> POLICIES = Map.of(
            SIGNING,
            policy(MessageKind.CERTIFICATE, MessageKind.SIGNED_REQUEST, MessageKind.SIGNED_RESPONSE),
            CRL_SIGNING,
            policy(MessageKind.CRL, MessageKind.SIGNED_REQUEST));

    /** Opens the vault in {@code home} and finds or makes the keys. */
    public static AuthorityKeys open(
            String name,
            Path home,
            boolean production,
            SignatureVerifier verifier,
            SecureRandom random,
            InstantSource clock) {
        KeyVault vault = HomeVault.open(name, home, production, POLICIES, verifier, random, clock);
        return new AuthorityKeys(
                vault,
                LabelledKeys.findOrGenerate(vault, PairSpec.signing(SIGNING, Curve.NIST_P256)),
                LabelledKeys.findOrGenerate(vault, PairSpec.agreement(DECRYPTION, Curve.NIST_P256)));
    }

    private static KeyPolicy policy(MessageKind... kinds) {
        return new KeyPolicy(Set.of(kinds), SIGNATURES_PER_SECOND, SIGNATURES_PER_SECOND);
    }

    @Override
    public void close() {
        vault.close();
    }
}
