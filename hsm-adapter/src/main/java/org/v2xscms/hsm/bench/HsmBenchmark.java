package org.v2xscms.hsm.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.PinSource;
import org.v2xscms.hsm.Token;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.hsm.VaultState;
import org.v2xscms.hsm.pkcs11.BareToken;
import org.v2xscms.hsm.pkcs11.Pkcs11Library;
import org.v2xscms.hsm.pkcs11.Pkcs11Token;
import org.v2xscms.hsm.pkcs11.PoolLimits;
import org.v2xscms.hsm.pkcs11.SoftHsm;
import org.v2xscms.hsm.pkcs11.TokenSetup;
import org.v2xscms.hsm.policy.CounterFile;
import org.v2xscms.hsm.policy.KeyPolicy;
import org.v2xscms.hsm.policy.PolicedVault;
import org.v2xscms.hsm.soft.SoftToken;

/**
 * Signatures a second with P-256, for each back end and number of calling threads.
 *
 * <p>A PKCS#11 token is measured three ways: bare wrapper calls, which are the token's own limit; bare calls with each
 * signature verified as the adapter does; and the vault with policy, counter file, pool and verification. The adapter's
 * own cost is the last beside the second, in processor time for each signature, because a rate depends on what else the
 * machine does. The three take turns in short rounds and medians are printed. The vault has twice as many callers as
 * sessions, which keeps its sessions as busy as the bare ones are.
 */
public final class HsmBenchmark {

    private static final int ROUNDS = 7;
    private static final int CALLERS_PER_SESSION = 2;
    private static final Curve CURVE = Curve.NIST_P256;
    private static final String LABEL = "bench";

    private final Path directory;
    private final SignatureVerifier verifier;
    private final PrintStream out;
    private final Duration round;
    private final SecureRandom random;
    private final InstantSource clock;

    /**
     * Prepares a run.
     *
     * @param directory an empty directory for tokens and counters
     * @param round length of one measurement
     */
    public HsmBenchmark(
            Path directory,
            SignatureVerifier verifier,
            SecureRandom random,
            InstantSource clock,
            Duration round,
            PrintStream out) {
        this.random = random;
        this.clock = clock;
        this.directory = directory;
        this.verifier = verifier;
        this.round = round;
        this.out = out;
    }

    /** Measures the software token and, where it is installed, SoftHSM2. */
    public void run(List<Integer> threadCounts) throws IOException, InterruptedException {
        out.printf(
                Locale.ROOT,
                "%-8s %7s %8s %13s %8s %31s %12s%n",
                "token",
                "threads",
                "bare/s",
                "bare+verify/s",
                "vault/s",
                "CPU: token + verify + adapter",
                "adapter cost");
        softToken(threadCounts);
        Optional<Path> library = SoftHsm.locate();
        if (library.isPresent()) {
            softHsm(library.get(), threadCounts);
        } else {
            out.println("softhsm    not installed (package softhsm2), not measured");
        }
    }

    private void softToken(List<Integer> threadCounts) throws IOException, InterruptedException {
        PinSource pin = "benchmark"::toCharArray;
        Token token = SoftToken.open("soft", directory.resolve("soft"), pin, verifier, random, clock);
        try (PolicedVault vault = vault(token, "soft-counters")) {
            VaultKey.Pair key = value(vault.generatePair(PairSpec.signing(LABEL, CURVE)));
            for (int threads : threadCounts) {
                Load.Work sign = call -> value(vault.sign(key, MessageKind.CERTIFICATE, digest(call)));
                Load.run(threads, round, sign);
                Load.Sample sample = Load.run(threads, round.multipliedBy(ROUNDS), sign);
                out.printf(
                        Locale.ROOT,
                        "%-8s %7d %8s %13s %8.0f %31.0f us%n",
                        "soft",
                        threads,
                        "-",
                        "-",
                        sample.rate(),
                        sample.cpu());
            }
        }
    }

    private void softHsm(Path path, List<Integer> threadCounts) throws IOException, InterruptedException {
        PinSource pin = "12345678"::toCharArray;
        Pkcs11Library library = SoftHsm.prepare(path, directory.resolve("softhsm"));
        TokenSetup.initialise(library, LABEL, pin, pin);
        for (int threads : threadCounts) {
            CountDownLatch usable = new CountDownLatch(1);
            Token token = Pkcs11Token.open(
                    library,
                    LABEL,
                    pin,
                    PoolLimits.usual().withThreads(threads),
                    verifier,
                    random,
                    clock,
                    (name, from, to, reason) -> {
                        if (to == VaultState.USABLE) {
                            usable.countDown();
                        }
                    });
            try (PolicedVault vault = vault(token, "softhsm-counters-" + threads)) {
                if (!usable.await(1, TimeUnit.MINUTES)) {
                    throw new IOException("SoftHSM2 is not usable: " + vault.health());
                }
                compare(library, pin, vault, threads);
            }
        }
        library.unload();
    }

    private void compare(Pkcs11Library library, PinSource pin, PolicedVault vault, int threads)
            throws IOException, InterruptedException {
        VaultKey.Pair key = value(vault.generatePair(PairSpec.signing(LABEL, CURVE)));
        try (BareToken bare = BareToken.open(library, LABEL, pin, key, threads)) {
            Load.Work bareSign = call -> bare.sign(call.thread(), digest(call));
            Load.Work bareVerified = call -> {
                Digest digest = digest(call);
                EcSignature signature = bare.sign(call.thread(), digest);
                require(verifier.verify(key.publicKey(), digest, signature).isValid());
            };
            Load.Work vaultSign = call -> value(vault.sign(key, MessageKind.CERTIFICATE, digest(call)));
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i <= ROUNDS; i++) {
                Round measured = new Round(
                        Load.run(threads, round, bareSign),
                        Load.run(threads, round, bareVerified),
                        Load.run(CALLERS_PER_SESSION * threads, round, vaultSign));
                // The first round warms up.
                if (i > 0) {
                    rounds.add(measured);
                }
            }
            out.printf(
                    Locale.ROOT,
                    "%-8s %7d %8.0f %13.0f %8.0f %8.0f + %3.0f + %3.0f us %11.1f%%%n",
                    "softhsm",
                    threads,
                    median(rounds, each -> each.bare().rate()),
                    median(rounds, each -> each.verified().rate()),
                    median(rounds, each -> each.vault().rate()),
                    median(rounds, each -> each.bare().cpu()),
                    median(rounds, each -> each.verified().cpu() - each.bare().cpu()),
                    median(rounds, each -> each.vault().cpu() - each.verified().cpu()),
                    100
                            * median(
                                    rounds,
                                    each -> each.vault().cpu() / each.verified().cpu() - 1));
        }
        value(vault.destroy(key));
    }

    /** Three measurements one after the other, in signatures a second. */
    private record Round(Load.Sample bare, Load.Sample verified, Load.Sample vault) {}

    private static double median(List<Round> rounds, ToDoubleFunction<Round> of) {
        return rounds.stream()
                .mapToDouble(of)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private PolicedVault vault(Token token, String counters) throws IOException {
        KeyPolicy unlimited = new KeyPolicy(Set.of(MessageKind.CERTIFICATE), 1_000_000, 1_000_000);
        return PolicedVault.over(
                token, false, Map.of(LABEL, unlimited), CounterFile.open(directory.resolve(counters)), clock);
    }

    private static Digest digest(Load.Call call) {
        String text = "certificate " + call.thread() + " " + call.number();
        return CURVE.hash().digest(Octets.of(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static void require(boolean valid) {
        if (!valid) {
            throw new IllegalStateException("a signature does not verify");
        }
    }

    private static <T> T value(VaultResult<T> result) {
        return switch (result) {
            case VaultResult.Done<T> done -> done.value();
            case VaultResult.Refused<T> refused ->
                throw new IllegalStateException(refused.refusal().reason());
        };
    }
}
