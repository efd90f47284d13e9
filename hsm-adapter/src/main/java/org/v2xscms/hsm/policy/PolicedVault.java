package org.v2xscms.hsm.policy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.hsm.Capabilities;
import org.v2xscms.hsm.ImplicitIssue;
import org.v2xscms.hsm.KeyPurpose;
import org.v2xscms.hsm.KeyQuery;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.Refusal.Rule;
import org.v2xscms.hsm.Token;
import org.v2xscms.hsm.VaultHealth;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultResult;

/**
 * A token behind its signing policy. Every rule is checked here, before the token is asked and alike for every kind of
 * token, so a token with a laxer idea of its own, such as one that wraps non-extractable keys, cannot weaken it.
 */
public final class PolicedVault implements KeyVault {

    private final Token token;
    private final Map<String, KeyPolicy> policies;
    private final Map<String, RateLimit> rates = new HashMap<>();
    private final SignatureCounters counters;
    private final ReentrantLock labels = new ReentrantLock();

    private PolicedVault(
            Token token, Map<String, KeyPolicy> policies, SignatureCounters counters, InstantSource clock) {
        this.token = token;
        this.policies = Map.copyOf(policies);
        this.counters = counters;
        this.policies.forEach((label, policy) -> rates.put(label, new RateLimit(policy, clock)));
    }

    /**
     * Puts a token under policies.
     *
     * @param production whether this is a production profile, which takes keys in hardware only
     * @param policies by key label; a signing key without a policy signs nothing
     * @throws IllegalStateException if a production profile is given a software token
     */
    public static PolicedVault over(
            Token token,
            boolean production,
            Map<String, KeyPolicy> policies,
            SignatureCounters counters,
            InstantSource clock) {
        if (production && !token.hardware()) {
            throw new IllegalStateException("token " + token.name()
                    + " keeps its keys in a file; the production profile takes keys in an HSM only: configure a"
                    + " PKCS#11 token, or choose another profile");
        }
        return new PolicedVault(token, policies, counters, clock);
    }

    @Override
    public VaultResult<Capabilities> capabilities() {
        return token.capabilities();
    }

    @Override
    public VaultHealth health() {
        return token.health();
    }

    @Override
    public VaultResult<VaultKey.Pair> generatePair(PairSpec spec) {
        return underFreeLabel(spec.label(), () -> token.generatePair(spec));
    }

    @Override
    public VaultResult<VaultKey.Wrapping> generateWrapping(String label) {
        PairSpec.requireLabel(label);
        return underFreeLabel(label, () -> token.generateWrapping(label));
    }

    @Override
    public VaultResult<List<VaultKey>> keys() {
        return token.find(new KeyQuery.All());
    }

    @Override
    public VaultResult<VaultKey> find(String label) {
        PairSpec.requireLabel(label);
        return single(new KeyQuery.ByLabel(label), "labelled " + label);
    }

    @Override
    public VaultResult<VaultKey> findById(Octets id) {
        return single(new KeyQuery.ById(id), "with id " + id);
    }

    @Override
    public VaultResult<EcSignature> sign(VaultKey.Pair key, MessageKind kind, Digest digest) {
        if (digest.algorithm() != key.curve().hash()) {
            throw new IllegalArgumentException(
                    "a key on " + key.curve() + " signs " + key.curve().hash() + " and not " + digest.algorithm());
        }
        return unless(signingRule(key, kind), () -> counted(key, token.sign(key, digest)));
    }

    @Override
    public VaultResult<ImplicitIssue> issueImplicit(
            VaultKey.Pair key, PublicPoint requestPoint, ImplicitIssue.CertificateHash hash) {
        if (requestPoint.curve() != key.curve()) {
            return VaultResult.refused(new Refusal.InvalidInput(
                    "the request is on " + requestPoint.curve() + " and the key on " + key.curve()));
        }
        return unless(
                signingRule(key, MessageKind.CERTIFICATE),
                () -> counted(key, token.issueImplicit(key, requestPoint, hash)));
    }

    @Override
    public VaultResult<SecretOctets> agree(VaultKey.Pair key, PublicPoint peerPoint) {
        if (peerPoint.curve() != key.curve()) {
            return VaultResult.refused(new Refusal.InvalidInput(
                    "the peer's point is on " + peerPoint.curve() + " and the key on " + key.curve()));
        }
        return unless(purposeRule(key, KeyPurpose.AGREEMENT), () -> token.agree(key, peerPoint));
    }

    @Override
    public VaultResult<Octets> wrap(VaultKey.Wrapping wrapping, VaultKey.Pair key) {
        Refusal stays = key.extractable()
                ? null
                : new Refusal.PolicyRefused(
                        Rule.NON_EXTRACTABLE, "key " + key.label() + " is not extractable and never leaves its token");
        return unless(stays, () -> token.wrap(wrapping, key));
    }

    @Override
    public VaultResult<VaultKey.Pair> unwrap(
            VaultKey.Wrapping wrapping, Octets wrapped, PairSpec spec, PublicPoint publicKey) {
        if (publicKey.curve() != spec.curve()) {
            return VaultResult.refused(new Refusal.InvalidInput("the public key is not on " + spec.curve()));
        }
        return underFreeLabel(spec.label(), () -> token.unwrap(wrapping, wrapped, spec, publicKey));
    }

    @Override
    public VaultResult<VaultKey> destroy(VaultKey key) {
        return token.destroy(key);
    }

    @Override
    public long signatureCount(VaultKey.Pair key) {
        return counters.of(key.publicKey().compressed());
    }

    /** Closes the token and the counters. */
    @Override
    public void close() {
        token.close();
        counters.close();
    }

    private @Nullable Refusal signingRule(VaultKey.Pair key, MessageKind kind) {
        Refusal purpose = purposeRule(key, KeyPurpose.SIGNING);
        if (purpose != null) {
            return purpose;
        }
        KeyPolicy policy = policies.get(key.label());
        RateLimit rate = rates.get(key.label());
        if (policy == null || rate == null) {
            return new Refusal.PolicyRefused(
                    Rule.NO_POLICY, "no policy is configured for key " + key.label() + ", so it signs nothing");
        }
        if (!policy.kinds().contains(kind)) {
            return new Refusal.PolicyRefused(
                    Rule.MESSAGE_KIND, "key " + key.label() + " may sign " + policy.kinds() + " and not " + kind);
        }
        Duration wait = rate.take();
        return wait.isZero()
                ? null
                : new Refusal.PolicyRefused(
                        Rule.RATE,
                        "key " + key.label() + " may make " + policy.perSecond()
                                + " signatures a second; the next one in " + wait.toMillis() + " ms");
    }

    private static @Nullable Refusal purposeRule(VaultKey.Pair key, KeyPurpose needed) {
        return key.purpose() == needed
                ? null
                : new Refusal.PolicyRefused(
                        Rule.PURPOSE, "key " + key.label() + " is for " + key.purpose() + " and not for " + needed);
    }

    private <T> VaultResult<T> counted(VaultKey.Pair key, VaultResult<T> result) {
        if (result instanceof VaultResult.Done<T>) {
            counters.count(key.publicKey().compressed());
        }
        return result;
    }

    private static <T> VaultResult<T> unless(@Nullable Refusal refusal, Supplier<VaultResult<T>> call) {
        return refusal == null ? call.get() : VaultResult.refused(refusal);
    }

    /** Two callers of this process never give one label twice. */
    private <T> VaultResult<T> underFreeLabel(String label, Supplier<VaultResult<T>> make) {
        labels.lock();
        try {
            return token.find(new KeyQuery.ByLabel(label))
                    .then(taken -> taken.isEmpty()
                            ? make.get()
                            : VaultResult.refused(new Refusal.PolicyRefused(
                                    Rule.LABEL_TAKEN, "the token already holds a key labelled " + label)));
        } finally {
            labels.unlock();
        }
    }

    private VaultResult<VaultKey> single(KeyQuery query, String description) {
        return token.find(query).then(found -> {
            Optional<VaultKey> only = found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
            return only.<VaultResult<VaultKey>>map(VaultResult::done)
                    .orElseGet(() -> VaultResult.refused(new Refusal.KeyMissing(
                            found.isEmpty()
                                    ? "the token holds no key " + description
                                    : "the token holds more than one key " + description)));
        });
    }
}
