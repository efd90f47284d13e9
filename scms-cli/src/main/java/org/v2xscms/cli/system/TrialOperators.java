package org.v2xscms.cli.system;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.hsm.KeyVault;
import org.v2xscms.hsm.LabelledKeys;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.VaultSigner;
import org.v2xscms.hsm.policy.KeyPolicy;
import org.v2xscms.kernel.authority.HomeVault;
import org.v2xscms.kernel.operator.OperatorCredential;

/**
 * The operators of a trial, each with a token in a folder of its own. In production each is another person with a token at
 * another desk.
 */
public final class TrialOperators implements AutoCloseable {

    /** Their names; a decision to revoke takes two. */
    public static final List<String> NAMES = List.of("ada", "bob");

    private static final String KEY = "operator-1";
    private static final int RATE = 100;

    private final DataFolder data;
    private final SignatureVerifier verifier;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Map<String, KeyVault> vaults = new HashMap<>();

    public TrialOperators(DataFolder data, SignatureVerifier verifier, SecureRandom random, InstantSource clock) {
        this.data = data;
        this.verifier = verifier;
        this.random = random;
        this.clock = clock;
    }

    /**
     * What an operator signs with, until this is closed.
     *
     * @throws IllegalArgumentException if there is no such operator
     */
    public OperatorCredential credential(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no operator " + name + "; there are " + String.join(", ", NAMES));
        }
        KeyVault vault = vaults.computeIfAbsent(
                name,
                operator -> HomeVault.open(
                        operator,
                        data.operator(operator),
                        false,
                        Map.of(KEY, KeyPolicy.of(MessageKind.SIGNED_REQUEST, RATE)),
                        verifier,
                        random,
                        clock));
        VaultKey.Pair key = LabelledKeys.findOrGenerate(vault, PairSpec.signing(KEY, Curve.NIST_P256));
        return new OperatorCredential(name, new VaultSigner(vault, key, MessageKind.SIGNED_REQUEST));
    }

    @Override
    public void close() {
        vaults.values().forEach(KeyVault::close);
        vaults.clear();
    }
}
