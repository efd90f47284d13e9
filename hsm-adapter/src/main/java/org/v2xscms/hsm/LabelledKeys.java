package org.v2xscms.hsm;

/** Keys of a vault that are made once and found by their labels ever after. */
public final class LabelledKeys {

    private LabelledKeys() {}

    /**
     * The key pair with the label of {@code spec}; made if there is none.
     *
     * @throws VaultRefusedException if the vault refuses
     * @throws IllegalStateException if the label names a key of another kind
     */
    public static VaultKey.Pair findOrGenerate(KeyVault vault, PairSpec spec) {
        return switch (vault.find(spec.label())) {
            case VaultResult.Done<VaultKey>(VaultKey.Pair pair)
            when pair.curve() == spec.curve() && pair.purpose() == spec.purpose() -> pair;
            case VaultResult.Done<VaultKey>(VaultKey other) ->
                throw new IllegalStateException(
                        "key " + other.label() + " is not for " + spec.purpose() + " on " + spec.curve());
            case VaultResult.Refused<VaultKey>(Refusal.KeyMissing _) -> require(vault.generatePair(spec));
            case VaultResult.Refused<VaultKey>(Refusal refusal) -> throw new VaultRefusedException(refusal);
        };
    }

    private static VaultKey.Pair require(VaultResult<VaultKey.Pair> result) {
        return switch (result) {
            case VaultResult.Done<VaultKey.Pair>(VaultKey.Pair pair) -> pair;
            case VaultResult.Refused<VaultKey.Pair>(Refusal refusal) -> throw new VaultRefusedException(refusal);
        };
    }
}
