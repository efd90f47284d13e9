package org.v2xscms.hsm.pkcs11;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.hsm.Capabilities;
import org.v2xscms.hsm.Capability;
import org.v2xscms.hsm.ImplicitIssue;
import org.v2xscms.hsm.KeyPurpose;
import org.v2xscms.hsm.KeyQuery;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.PinSource;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.Token;
import org.v2xscms.hsm.VaultHealth;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultListener;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.hsm.ec.EcParameters;

/** One PKCS#11 token behind its pool. Opening it starts the search for the token and returns at once. */
public final class Pkcs11Token implements Token {

    private static final Duration SWEEP_EVERY = Duration.ofMillis(100);
    private static final int ID_OCTETS = 16;

    private final String name;
    private final SlotPool pool;
    private final SecureRandom random;
    private final AutoCloseable watchdog;
    private final SignatureVerifier verifier;

    /** For tests: no watchdog runs, the caller sweeps. */
    Pkcs11Token(String name, SlotPool pool, SignatureVerifier verifier, SecureRandom random) {
        this(name, pool, verifier, random, () -> {});
    }

    private Pkcs11Token(
            String name, SlotPool pool, SignatureVerifier verifier, SecureRandom random, AutoCloseable watchdog) {
        this.name = name;
        this.pool = pool;
        this.verifier = verifier;
        this.random = random;
        this.watchdog = watchdog;
        pool.start();
    }

    /**
     * Opens the token with the label {@code tokenLabel}. Whether and when it is reached shows in {@link #health}.
     *
     * @param verifier checks every signature before it is handed out
     * @param random source of key ids, which are no secrets
     */
    public static Pkcs11Token open(
            Pkcs11Library library,
            String tokenLabel,
            PinSource pin,
            PoolLimits limits,
            SignatureVerifier verifier,
            SecureRandom random,
            InstantSource clock,
            VaultListener listener) {
        SlotPool pool = new SlotPool(tokenLabel, library.slot(tokenLabel, pin), limits, clock, listener);
        return new Pkcs11Token(tokenLabel, pool, verifier, random, new Watchdog(pool, tokenLabel, SWEEP_EVERY));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean hardware() {
        return true;
    }

    @Override
    public VaultResult<Capabilities> capabilities() {
        return pool.capabilities();
    }

    @Override
    public VaultHealth health() {
        return pool.health();
    }

    @Override
    public VaultResult<List<VaultKey>> find(KeyQuery query) {
        return pool.call(
                Job.Nature.REPEATABLE,
                session -> session.calls().find(query).stream()
                        .map(CryptokiSession.Found::key)
                        .toList());
    }

    @Override
    public VaultResult<VaultKey.Pair> generatePair(PairSpec spec) {
        Octets id = freshId();
        return having(
                List.of(Capability.GENERATE, needed(spec)),
                () -> write(id, session -> checked(session, session.generatePair(spec, id))));
    }

    @Override
    public VaultResult<VaultKey.Wrapping> generateWrapping(String label) {
        Octets id = freshId();
        return having(
                List.of(Capability.GENERATE, Capability.WRAP),
                () -> write(id, session -> wrapping(session.generateWrapping(label, id))));
    }

    @Override
    public VaultResult<EcSignature> sign(VaultKey.Pair key, Digest digest) {
        byte[] hash = digest.value().toByteArray();
        Job.Work<EcSignature> work = session -> {
            byte[] signature = session.calls().ecdsa(session.handleOf(key), hash);
            return RawSignature.of(verifier, key, digest, signature).orElseThrow(() -> RawSignature.wrong(key));
        };
        return having(List.of(Capability.signing(key.curve())), () -> pool.call(Job.Nature.SIGNATURE, work));
    }

    @Override
    public VaultResult<ImplicitIssue> issueImplicit(
            VaultKey.Pair key, PublicPoint requestPoint, ImplicitIssue.CertificateHash hash) {
        return VaultResult.refused(StandardLimits.ISSUE_IMPLICIT.refusal(Capability.ISSUE_IMPLICIT));
    }

    @Override
    public VaultResult<SecretOctets> agree(VaultKey.Pair key, PublicPoint peerPoint) {
        byte[] point = EcParameters.uncompressed(peerPoint).toByteArray();
        int size = key.curve().octets();
        Job.Work<SecretOctets> work =
                session -> SecretOctets.wrap(session.calls().ecdh(session.handleOf(key), point, size));
        return having(List.of(Capability.AGREE), () -> pool.call(Job.Nature.REPEATABLE, work));
    }

    @Override
    public VaultResult<Octets> wrap(VaultKey.Wrapping wrapping, VaultKey.Pair key) {
        Job.Work<Octets> work =
                session -> Octets.of(session.calls().wrap(session.handleOf(wrapping), session.handleOf(key)));
        return having(List.of(Capability.WRAP), () -> pool.call(Job.Nature.REPEATABLE, work));
    }

    @Override
    public VaultResult<VaultKey.Pair> unwrap(
            VaultKey.Wrapping wrapping, Octets wrapped, PairSpec spec, PublicPoint publicKey) {
        Octets id = freshId();
        byte[] blob = wrapped.toByteArray();
        Job.Work<VaultKey.Pair> work = session -> {
            long handle = session.handleOf(wrapping);
            return checked(session.calls(), session.calls().unwrap(handle, blob, spec, id, publicKey));
        };
        return having(
                List.of(Capability.WRAP, needed(spec)),
                () -> pool.call(
                        Job.Nature.WRITE, work, session -> session.calls().destroy(id)));
    }

    @Override
    public VaultResult<VaultKey> destroy(VaultKey key) {
        return pool.call(Job.Nature.WRITE, session -> {
            // A handle kept from before does not show that the key is still there.
            session.forget(key.id());
            session.handleOf(key);
            session.calls().destroy(key.id());
            session.forget(key.id());
            return key;
        });
    }

    @Override
    public void close() {
        try {
            watchdog.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        pool.close();
    }

    private <T> VaultResult<T> having(List<Capability> needed, Supplier<VaultResult<T>> call) {
        return capabilities().then(known -> {
            for (Capability capability : needed) {
                Optional<Refusal> lack = known.refusal(capability);
                if (lack.isPresent()) {
                    return VaultResult.refused(lack.get());
                }
            }
            return call.get();
        });
    }

    private interface Making<T> {

        T make(CryptokiSession session) throws CryptokiFault;
    }

    /** A write that, when it fails half way or too late, destroys whatever has this id. */
    private <T> VaultResult<T> write(Octets id, Making<T> making) {
        return pool.call(
                Job.Nature.WRITE,
                session -> making.make(session.calls()),
                session -> session.calls().destroy(id));
    }

    private static Capability needed(PairSpec spec) {
        return spec.purpose() == KeyPurpose.AGREEMENT ? Capability.AGREE : Capability.signing(spec.curve());
    }

    private VaultKey.Pair checked(CryptokiSession session, CryptokiSession.Found found) throws CryptokiFault {
        if (found.key() instanceof VaultKey.Pair pair) {
            new PairwiseCheck(verifier).require(session, found, pair);
            return pair;
        }
        throw new CryptokiFault(CryptokiFault.Kind.DEVICE, "the token made something that is not a key pair");
    }

    private static VaultKey.Wrapping wrapping(CryptokiSession.Found found) throws CryptokiFault {
        if (found.key() instanceof VaultKey.Wrapping wrapping) {
            return wrapping;
        }
        throw new CryptokiFault(CryptokiFault.Kind.DEVICE, "the token made something that is not an AES key");
    }

    private Octets freshId() {
        byte[] id = new byte[ID_OCTETS];
        random.nextBytes(id);
        return Octets.of(id);
    }
}
