package org.v2xscms.hsm.pkcs11;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.hsm.Capabilities;
import org.v2xscms.hsm.Capability;
import org.v2xscms.hsm.ImplicitIssue;
import org.v2xscms.hsm.KeyQuery;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.Token;
import org.v2xscms.hsm.VaultHealth;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.hsm.VaultState;

/**
 * Two slots that hold the same keys. Calls go to the active slot; one that fails there is made once more on the other,
 * and when the active slot is lost the other becomes active. Going back is an operator's decision: {@link #failBack}.
 *
 * <p>A call has one answer: a slot that answers after its call was moved is ignored and its signature thrown away. A
 * busy slot is not a failed one, so back-pressure reaches the caller.
 *
 * <p>Keys are made on one token and cloned with the vendor's tools, so this pair refuses to make or destroy any.
 */
public final class MirroredToken implements Token {

    private static final Refusal CLONE = new Refusal.Unsupported(
            Capability.GENERATE,
            "a mirrored pair of tokens cannot change keys in step",
            "change keys on one token and clone it to the other with the vendor's tools");

    private final Token first;
    private final Token second;
    private final AtomicBoolean onSecond = new AtomicBoolean();
    private final LongAdder failovers = new LongAdder();

    public MirroredToken(Token first, Token second) {
        this.first = first;
        this.second = second;
    }

    /** Makes the first slot active again, if it is usable. */
    public boolean failBack() {
        boolean usable = first.health().state() == VaultState.USABLE;
        if (usable) {
            onSecond.set(false);
        }
        return usable;
    }

    @Override
    public String name() {
        return first.name() + "+" + second.name();
    }

    @Override
    public boolean hardware() {
        return first.hardware() && second.hardware();
    }

    @Override
    public VaultResult<Capabilities> capabilities() {
        return onEither(Token::capabilities);
    }

    /** Usable only while both slots are: one slot left is degraded. */
    @Override
    public VaultHealth health() {
        boolean isSecond = onSecond.get();
        VaultHealth now = slot(isSecond).health();
        VaultHealth spare = slot(!isSecond).health();
        VaultHealth.Counters sum = now.counters()
                .plus(spare.counters())
                .plus(new VaultHealth.Counters(0, 0, 0, 0, 0, 0, 0, failovers.sum()));
        if (now.state() == VaultState.USABLE && spare.state() != VaultState.USABLE) {
            return new VaultHealth(
                    name(),
                    VaultState.DEGRADED,
                    "no second slot: " + spare.token() + " " + spare.reason(),
                    spare.since(),
                    sum);
        }
        return new VaultHealth(name(), now.state(), now.token() + " " + now.reason(), now.since(), sum);
    }

    @Override
    public VaultResult<List<VaultKey>> find(KeyQuery query) {
        return onEither(token -> token.find(query));
    }

    @Override
    public VaultResult<VaultKey.Pair> generatePair(PairSpec spec) {
        return VaultResult.refused(CLONE);
    }

    @Override
    public VaultResult<VaultKey.Wrapping> generateWrapping(String label) {
        return VaultResult.refused(CLONE);
    }

    @Override
    public VaultResult<EcSignature> sign(VaultKey.Pair key, Digest digest) {
        return onEither(token -> token.sign(key, digest));
    }

    @Override
    public VaultResult<ImplicitIssue> issueImplicit(
            VaultKey.Pair key, PublicPoint requestPoint, ImplicitIssue.CertificateHash hash) {
        return onEither(token -> token.issueImplicit(key, requestPoint, hash));
    }

    @Override
    public VaultResult<SecretOctets> agree(VaultKey.Pair key, PublicPoint peerPoint) {
        return onEither(token -> token.agree(key, peerPoint));
    }

    @Override
    public VaultResult<Octets> wrap(VaultKey.Wrapping wrapping, VaultKey.Pair key) {
        return onEither(token -> token.wrap(wrapping, key));
    }

    @Override
    public VaultResult<VaultKey.Pair> unwrap(
            VaultKey.Wrapping wrapping, Octets wrapped, PairSpec spec, PublicPoint publicKey) {
        return VaultResult.refused(CLONE);
    }

    @Override
    public VaultResult<VaultKey> destroy(VaultKey key) {
        return VaultResult.refused(CLONE);
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }

    private <T> VaultResult<T> onEither(Function<Token, VaultResult<T>> call) {
        boolean before = onSecond.get();
        Token chosen = slot(before);
        VaultResult<T> answer = call.apply(chosen);
        if (!failed(answer)) {
            return answer;
        }
        Token spare = slot(!before);
        if (lost(chosen) && !lost(spare) && onSecond.compareAndSet(before, !before)) {
            failovers.increment();
        }
        VaultResult<T> another = call.apply(spare);
        return failed(another) ? answer : another;
    }

    private static <T> boolean failed(VaultResult<T> answer) {
        return answer instanceof VaultResult.Refused<T> refused && failed(refused.refusal());
    }

    private static boolean failed(Refusal refusal) {
        return switch (refusal) {
            case Refusal.PermanentlyUnusable unusable -> true;
            case Refusal.TemporarilyUnavailable unavailable ->
                switch (unavailable.cause()) {
                    case PROBING, FAULT, LATE -> true;
                    case BUSY, INTERRUPTED -> false;
                };
            case Refusal.KeyMissing missing -> true;
            case Refusal.PolicyRefused refused -> false;
            case Refusal.Unsupported unsupported -> false;
            case Refusal.TokenFull full -> false;
            case Refusal.InvalidInput invalid -> false;
        };
    }

    private static boolean lost(Token token) {
        return switch (token.health().state()) {
            case PROBING, UNUSABLE -> true;
            case USABLE, DEGRADED -> false;
        };
    }

    private Token slot(boolean isSecond) {
        return isSecond ? second : first;
    }
}
