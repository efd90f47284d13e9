package org.v2xscms.rootca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.ecqv.EcqvIssuance;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.hsm.Capabilities;
import org.v2xscms.hsm.ImplicitIssue;
import org.v2xscms.hsm.KeyPurpose;
import org.v2xscms.hsm.KeyQuery;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.LabelledKeys;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.PinSource;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.Token;
import org.v2xscms.hsm.VaultHealth;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.hsm.VaultSigner;
import org.v2xscms.hsm.VaultState;
import org.v2xscms.hsm.policy.KeyPolicy;
import org.v2xscms.hsm.policy.MemoryCounters;
import org.v2xscms.hsm.policy.PolicedVault;
import org.v2xscms.hsm.soft.SoftToken;
import org.v2xscms.rootca.ceremony.Ceremony;
import org.v2xscms.rootca.ceremony.CeremonyResult;
import org.v2xscms.rootca.ceremony.CeremonySettings;
import org.v2xscms.rootca.issue.DurableFiles;
import org.v2xscms.rootca.issue.DurableFolder;
import org.v2xscms.rootca.profile.AuthorityRole;
import org.v2xscms.rootca.request.AuthorityRequest;
import org.v2xscms.rootca.request.SignedAuthorityRequest;

/**
 * A whole installation's trust for tests of any module: the real ceremony with real certificates, over keys in memory
 * that are the same in every run.
 *
 * <p>{@code <folder>/trust} holds the public files. Each of {@code eca ra la1 la2 pca ma} has a vault with {@code sign-1}
 * and {@code decrypt-1}; that of {@code ma} also has {@code crl-1}, the key of the certificate {@code crlsigner}.
 *
 * <p>An authority that is started for real opens a token file: name it in {@link #create(Path, InstantSource, String...)}
 * and its keys are made in {@code <folder>/<authority>/token} with the PIN in {@code token.pin}. Deriving the key of a
 * token file takes some tenths of a second, so the others stay in memory.
 */
public final class TestTrust implements AutoCloseable {

    /** Where an authority's certificate, keys and role come from. */
    private record Party(
            String name,
            String vault,
            AuthorityRole role,
            String signingLabel,
            @Nullable Integer laId) {}

    private static final List<Party> PARTIES = List.of(
            new Party("eca", "eca", AuthorityRole.ECA, "sign-1", null),
            new Party("ra", "ra", AuthorityRole.RA, "sign-1", null),
            new Party("la1", "la1", AuthorityRole.LA, "sign-1", 1),
            new Party("la2", "la2", AuthorityRole.LA, "sign-1", 2),
            new Party("pca", "pca", AuthorityRole.ACA, "sign-1", null),
            new Party("ma", "ma", AuthorityRole.MA, "sign-1", null),
            new Party("crlsigner", "ma", AuthorityRole.CRL_SIGNER, "crl-1", null));

    private static final int RATE = 1_000_000;

    private static final Map<String, KeyPolicy> POLICIES = Map.of(
            "sign-1",
            new KeyPolicy(
                    Set.of(MessageKind.CERTIFICATE, MessageKind.SIGNED_RESPONSE, MessageKind.SIGNED_REQUEST),
                    RATE,
                    RATE),
            "crl-1",
            new KeyPolicy(Set.of(MessageKind.CRL, MessageKind.SIGNED_REQUEST), RATE, RATE));

    private final Path folder;
    private final Map<String, KeyVault> vaults;
    private final CeremonyResult.Done ceremony;

    private TestTrust(Path folder, Map<String, KeyVault> vaults, CeremonyResult.Done ceremony) {
        this.folder = folder;
        this.vaults = vaults;
        this.ceremony = ceremony;
    }

    /** Trust with all authorities' keys in memory, certificates begun 15 days before the clock's time. */
    public static TestTrust create(Path folder, InstantSource clock) {
        return create(folder, clock, new String[0]);
    }

    /**
     * Trust in which some authorities have their keys in token files, ready to be opened.
     *
     * @param inFiles their names; {@link #vault} does not know them
     */
    public static TestTrust create(Path folder, InstantSource clock, String... inFiles) {
        Set<String> files = Set.of(inFiles);
        Map<String, KeyVault> vaults = new HashMap<>();
        Map<String, Octets> requests = new LinkedHashMap<>();
        for (Party party : PARTIES) {
            KeyVault vault = vaults.computeIfAbsent(
                    party.vault(),
                    name -> policed(
                            files.contains(name) ? fileToken(folder.resolve(name), name, clock) : memory(name, clock),
                            POLICIES,
                            clock));
            requests.put(party.name(), request(party, vault));
        }
        files.forEach(name -> Objects.requireNonNull(vaults.remove(name)).close());
        CeremonySettings settings = CeremonySettings.usual();
        try (KeyVault offline = policed(memory("root-ca", clock), Ceremony.policies(settings.trustList()), clock)) {
            DurableFolder data = new DurableFolder(DurableFiles.onDisk(), folder);
            return switch (new Ceremony(offline, data, new BouncyCastleVerifier(), clock).perform(settings, requests)) {
                case CeremonyResult.Done done -> new TestTrust(folder, vaults, done);
                case CeremonyResult.Stopped(String reason) -> throw new IllegalStateException(reason);
            };
        }
    }

    private static Octets request(Party party, KeyVault vault) {
        VaultKey.Pair signing =
                LabelledKeys.findOrGenerate(vault, PairSpec.signing(party.signingLabel(), Curve.NIST_P256));
        PublicPoint decryption = party.role().receivesEncrypted()
                ? LabelledKeys.findOrGenerate(vault, PairSpec.agreement("decrypt-1", Curve.NIST_P256))
                        .publicKey()
                : null;
        return SignedAuthorityRequest.of(
                AuthorityRequest.of(party.role(), party.name(), signing.publicKey(), decryption, party.laId()),
                new VaultSigner(vault, signing, MessageKind.SIGNED_REQUEST));
    }

    /** The installation's data folder, with {@code trust} in it. */
    public Path folder() {
        return folder;
    }

    /** The certificate of {@code root ica eca ra la1 la2 pca ma crlsigner elector1 elector2 elector3}. */
    public HashedCertificate certificate(String name) {
        return Objects.requireNonNull(ceremony.certificates().get(name), name);
    }

    /** What to pin: the electors' ids. */
    public List<HashedId48> electors() {
        return ceremony.electors();
    }

    /** What to pin: how many electors must sign. */
    public int quorum() {
        return ceremony.quorum();
    }

    /** The vault of an authority whose keys are in memory. */
    public KeyVault vault(String authority) {
        return Objects.requireNonNull(vaults.get(authority), authority);
    }

    /** A key of an authority, such as {@code sign-1} or {@code decrypt-1}. */
    public VaultKey.Pair key(String authority, String label) {
        if (vault(authority).find(label) instanceof VaultResult.Done<VaultKey>(VaultKey.Pair pair)) {
            return pair;
        }
        throw new IllegalArgumentException(authority + " has no key " + label);
    }

    /** Signs with {@code sign-1} of an authority. */
    public Signer signer(String authority, MessageKind kind) {
        return new VaultSigner(vault(authority), key(authority, "sign-1"), kind);
    }

    @Override
    public void close() {
        vaults.values().forEach(KeyVault::close);
    }

    /** A token in memory whose keys are the same in every run. */
    public static Token memory(String name, InstantSource clock) {
        return new MemoryToken(name, clock);
    }

    private static KeyVault policed(Token token, Map<String, KeyPolicy> policies, InstantSource clock) {
        return PolicedVault.over(token, false, policies, new MemoryCounters(), clock);
    }

    private static Token fileToken(Path folder, String name, InstantSource clock) {
        try {
            Files.createDirectories(folder);
            Path pin = folder.resolve("token.pin");
            Files.writeString(pin, "pin of " + name + "\n", StandardCharsets.UTF_8);
            Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));
            return SoftToken.open(
                    name,
                    folder.resolve("token"),
                    PinSource.file(pin),
                    new BouncyCastleVerifier(),
                    new SecureRandom(),
                    clock);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    /** Keys in memory, drawn from a generator that is seeded with the token's name and the key's label. */
    private static final class MemoryToken implements Token {

        private final String name;
        private final InstantSource clock;
        private final Map<VaultKey, KeyPair> pairs = new ConcurrentHashMap<>();

        MemoryToken(String name, InstantSource clock) {
            this.name = name;
            this.clock = clock;
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
                    "keys of a test, in memory",
                    clock.instant(),
                    new VaultHealth.Counters(0, 0, 0, 0, 0, 0, 0, 0));
        }

        @Override
        public VaultResult<List<VaultKey>> find(KeyQuery query) {
            return VaultResult.done(
                    pairs.keySet().stream().filter(query::matches).toList());
        }

        @Override
        public VaultResult<VaultKey.Pair> generatePair(PairSpec spec) {
            KeyPair keys = KeyPair.generate(spec.curve(), random(spec.label()));
            Octets id = Octets.of(spec.label().getBytes(StandardCharsets.US_ASCII));
            VaultKey.Pair pair =
                    new VaultKey.Pair(id, spec.label(), spec.purpose(), keys.publicKey(), spec.extractable());
            pairs.put(pair, keys);
            return VaultResult.done(pair);
        }

        @Override
        public VaultResult<EcSignature> sign(VaultKey.Pair key, Digest digest) {
            return with(key, keys -> SoftwareSigner.deterministic(keys).sign(digest));
        }

        @Override
        public VaultResult<ImplicitIssue> issueImplicit(
                VaultKey.Pair key, PublicPoint requestPoint, ImplicitIssue.CertificateHash hash) {
            return with(key, keys -> {
                try (EcqvIssuance issuance = EcqvIssuance.start(requestPoint, new SecureRandom())) {
                    Digest e = hash.of(issuance.reconstructionValue());
                    return new ImplicitIssue(issuance.reconstructionValue(), issuance.finish(e, keys.privateKey()));
                }
            });
        }

        @Override
        public VaultResult<SecretOctets> agree(VaultKey.Pair key, PublicPoint peerPoint) {
            if (key.purpose() != KeyPurpose.AGREEMENT) {
                throw new IllegalArgumentException(key.label() + " is for " + key.purpose());
            }
            return with(key, keys -> keys.privateKey().agree(peerPoint));
        }

        @Override
        public VaultResult<VaultKey.Wrapping> generateWrapping(String label) {
            return wrapsNothing();
        }

        @Override
        public VaultResult<Octets> wrap(VaultKey.Wrapping wrapping, VaultKey.Pair key) {
            return wrapsNothing();
        }

        @Override
        public VaultResult<VaultKey.Pair> unwrap(
                VaultKey.Wrapping wrapping, Octets wrapped, PairSpec spec, PublicPoint publicKey) {
            return wrapsNothing();
        }

        @Override
        public VaultResult<VaultKey> destroy(VaultKey key) {
            KeyPair removed = pairs.remove(key);
            if (removed == null) {
                return missing(key);
            }
            removed.close();
            return VaultResult.done(key);
        }

        @Override
        public void close() {
            pairs.values().forEach(KeyPair::close);
            pairs.clear();
        }

        private <T> VaultResult<T> with(VaultKey key, Function<KeyPair, T> use) {
            KeyPair keys = pairs.get(key);
            return keys == null ? missing(key) : VaultResult.done(use.apply(keys));
        }

        private static <T> VaultResult<T> missing(VaultKey key) {
            return VaultResult.refused(new Refusal.KeyMissing("no key " + key.label()));
        }

        private static <T> VaultResult<T> wrapsNothing() {
            return VaultResult.refused(new Refusal.InvalidInput("this token wraps nothing"));
        }

        private SecureRandom random(String label) {
            try {
                SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
                random.setSeed((name + "/" + label).getBytes(StandardCharsets.UTF_8));
                return random;
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
