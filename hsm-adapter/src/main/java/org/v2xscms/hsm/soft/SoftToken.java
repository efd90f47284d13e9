package org.v2xscms.hsm.soft;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.ecqv.EcqvIssuance;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.hsm.Capabilities;
import org.v2xscms.hsm.ImplicitIssue;
import org.v2xscms.hsm.KeyQuery;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.PinSource;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.Token;
import org.v2xscms.hsm.VaultHealth;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.hsm.VaultState;
import org.v2xscms.hsm.ec.PrivateKeyInfos;

/**
 * Keys in one encrypted file, behind the same interface and with the same refusals as a hardware token. It is not an
 * HSM: whoever reads the memory of this process, or the file and its PIN, has the keys. It says so when it is opened
 * and in its health, and a production profile refuses it.
 *
 * <p>It also does what standard PKCS#11 cannot: SM2 signatures and implicit certificates. Secret scalars meet
 * constant-time arithmetic only. Every change is on the disk before it is visible.
 */
public final class SoftToken implements Token {

    private static final System.Logger LOG = System.getLogger(SoftToken.class.getName());
    private static final String NOT_AN_HSM = "software token, NOT an HSM: its keys lie in an encrypted file";
    private static final int ID_OCTETS = 16;
    private static final int AES_KEY_OCTETS = 32;

    private final String name;
    private final SoftStore store;
    private final SignatureVerifier verifier;
    private final SecureRandom random;
    private final Instant since;
    private final LongAdder delivered = new LongAdder();

    private SoftToken(String name, SoftStore store, SignatureVerifier verifier, SecureRandom random, Instant since) {
        this.name = name;
        this.store = store;
        this.verifier = verifier;
        this.random = random;
        this.since = since;
    }

    /**
     * Opens the token in {@code path}, which is created empty if it is not there.
     *
     * @throws IOException if the PIN is wrong, the file was changed, is in use or cannot be read or written
     */
    public static SoftToken open(
            String name, Path path, PinSource pin, SignatureVerifier verifier, SecureRandom random, InstantSource clock)
            throws IOException {
        return open(name, path, pin, PinDerivation.Cost.usual(), verifier, random, clock);
    }

    static SoftToken open(
            String name,
            Path path,
            PinSource pin,
            PinDerivation.Cost cost,
            SignatureVerifier verifier,
            SecureRandom random,
            InstantSource clock)
            throws IOException {
        LOG.log(
                System.Logger.Level.WARNING,
                "Token {0} ({1}) is a {2}. Never use it in production.",
                name,
                path,
                NOT_AN_HSM);
        SoftFile file = SoftFile.claim(path, random);
        try {
            SoftStore store = SoftStore.open(file, cost, pin.read());
            return new SoftToken(name, store, verifier, random, clock.instant());
        } catch (IOException | RuntimeException refused) {
            file.close();
            throw refused;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean hardware() {
        return false;
    }

    @Override
    public VaultResult<Capabilities> capabilities() {
        return VaultResult.done(new Capabilities(Map.of()));
    }

    @Override
    public VaultHealth health() {
        return new VaultHealth(
                name,
                VaultState.USABLE,
                NOT_AN_HSM,
                since,
                new VaultHealth.Counters(delivered.sum(), 0, 0, 0, 0, 0, 0, 0));
    }

    @Override
    public VaultResult<List<VaultKey>> find(KeyQuery query) {
        return using(() -> VaultResult.done(store.all().stream()
                .map(SoftKey::described)
                .filter(query::matches)
                .toList()));
    }

    @Override
    public VaultResult<VaultKey.Pair> generatePair(PairSpec spec) {
        return insert(spec, KeyPair.generate(spec.curve(), random));
    }

    @Override
    public VaultResult<VaultKey.Wrapping> generateWrapping(String label) {
        VaultKey.Wrapping described = new VaultKey.Wrapping(freshId(), label);
        return insert(described, new SoftKey.Wrapping(described, SecretOctets.random(AES_KEY_OCTETS, random)));
    }

    @Override
    public VaultResult<EcSignature> sign(VaultKey.Pair key, Digest digest) {
        return withPair(key, keys -> {
            EcSignature signature = SoftwareSigner.hedged(keys, random).sign(digest);
            if (!verifier.verify(key.publicKey(), digest, signature).isValid()) {
                throw new IllegalStateException("a signature by key " + key.label() + " does not verify");
            }
            delivered.increment();
            return VaultResult.done(signature);
        });
    }

    @Override
    public VaultResult<ImplicitIssue> issueImplicit(
            VaultKey.Pair key, PublicPoint requestPoint, ImplicitIssue.CertificateHash hash) {
        return withPair(key, keys -> {
            try (EcqvIssuance issuance = EcqvIssuance.start(requestPoint, random)) {
                Digest e = hash.of(issuance.reconstructionValue());
                ImplicitIssue issued =
                        new ImplicitIssue(issuance.reconstructionValue(), issuance.finish(e, keys.privateKey()));
                if (!ImplicitCheck.holds(issued, e, requestPoint, key.publicKey())) {
                    throw new IllegalStateException("an issue by key " + key.label() + " does not verify");
                }
                delivered.increment();
                return VaultResult.done(issued);
            }
        });
    }

    @Override
    public VaultResult<SecretOctets> agree(VaultKey.Pair key, PublicPoint peerPoint) {
        return withPair(key, keys -> VaultResult.done(keys.privateKey().agree(peerPoint)));
    }

    @Override
    public VaultResult<Octets> wrap(VaultKey.Wrapping wrapping, VaultKey.Pair key) {
        return withPair(
                key,
                keys -> withWrapping(wrapping, aes -> {
                    try (SecretOctets der = PrivateKeyInfos.encode(keys.privateKey())) {
                        return VaultResult.done(AesKeyWrap.wrap(aes, der));
                    }
                }));
    }

    @Override
    public VaultResult<VaultKey.Pair> unwrap(
            VaultKey.Wrapping wrapping, Octets wrapped, PairSpec spec, PublicPoint publicKey) {
        return withWrapping(wrapping, aes -> unwrapped(aes, wrapped, spec, publicKey))
                .then(pair -> insert(spec, pair));
    }

    @Override
    public VaultResult<VaultKey> destroy(VaultKey key) {
        try {
            return store.remove(key) ? VaultResult.done(key) : missing(key);
        } catch (IOException unwritten) {
            return unwritable(unwritten);
        }
    }

    /** Wipes every key in memory. */
    @Override
    public void close() {
        store.close();
    }

    private static VaultResult<KeyPair> unwrapped(
            SecretOctets aes, Octets wrapped, PairSpec spec, PublicPoint publicKey) {
        Optional<SecretOctets> der = AesKeyWrap.unwrap(aes, wrapped);
        if (der.isEmpty()) {
            return VaultResult.refused(new Refusal.InvalidInput("the wrapped key fails its integrity check"));
        }
        try (SecretOctets secret = der.get()) {
            return PrivateKeyInfos.decode(spec.curve(), secret)
                    .map(KeyPair::of)
                    .filter(pair -> pair.publicKey().equals(publicKey))
                    .map(VaultResult::done)
                    .orElseGet(() -> VaultResult.refused(
                            new Refusal.InvalidInput("the wrapped key does not belong to its public point")));
        }
    }

    private VaultResult<VaultKey.Pair> insert(PairSpec spec, KeyPair pair) {
        VaultKey.Pair described =
                new VaultKey.Pair(freshId(), spec.label(), spec.purpose(), pair.publicKey(), spec.extractable());
        return insert(described, new SoftKey.Pair(described, pair));
    }

    private <K extends VaultKey> VaultResult<K> insert(K described, SoftKey key) {
        try {
            store.insert(key);
            return VaultResult.done(described);
        } catch (IOException unwritten) {
            key.close();
            return unwritable(unwritten);
        }
    }

    private <T> VaultResult<T> withPair(VaultKey.Pair key, Function<KeyPair, VaultResult<T>> use) {
        return using(() -> store.get(key)
                .map(held -> held instanceof SoftKey.Pair pair ? use.apply(pair.keys()) : SoftToken.<T>missing(key))
                .orElseGet(() -> missing(key)));
    }

    private <T> VaultResult<T> withWrapping(VaultKey.Wrapping key, Function<SecretOctets, VaultResult<T>> use) {
        return using(() -> store.get(key)
                .map(held -> held instanceof SoftKey.Wrapping wrapping
                        ? use.apply(wrapping.aes())
                        : SoftToken.<T>missing(key))
                .orElseGet(() -> missing(key)));
    }

    private <T> VaultResult<T> using(Supplier<VaultResult<T>> call) {
        store.using().lock();
        try {
            return call.get();
        } finally {
            store.using().unlock();
        }
    }

    private static <T> VaultResult<T> missing(VaultKey key) {
        return VaultResult.refused(
                new Refusal.KeyMissing("the token holds no key with id " + key.id() + " and these attributes"));
    }

    private <T> VaultResult<T> unwritable(IOException unwritten) {
        return VaultResult.refused(
                new Refusal.TokenFull("token " + name + " cannot be written: " + unwritten.getMessage()));
    }

    private Octets freshId() {
        byte[] id = new byte[ID_OCTETS];
        random.nextBytes(id);
        return Octets.of(id);
    }
}
