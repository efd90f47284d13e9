package org.v2xscms.crypto.linkage;

import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.crypto.hash.HashFunction;

/**
 * How seeds evolve and values are made (IEEE 1609.2-2022 7.3.6 {@code SeedEvolutionFunctionIdentifier} and
 * {@code LvGenerationFunctionIdentifier}, plus the profile).
 *
 * @param hash of the seed evolution
 * @param cipher of the linkage values
 */
public record LinkageRules(LinkageProfile profile, HashFunction hash, SymmAlgorithm cipher) {

    /** seedEvoFn1-sha256 and lvGenFn1-aes128 in the deployed profile. */
    public static final LinkageRules CAMP =
            new LinkageRules(LinkageProfile.MOST_SIGNIFICANT, HashFunction.SHA256, SymmAlgorithm.AES128_CCM);

    /** seedEvoFn1-sm3 and lvGenFn1-sm4 in the deployed profile. */
    public static final LinkageRules CHINA =
            new LinkageRules(LinkageProfile.MOST_SIGNIFICANT, HashFunction.SM3, SymmAlgorithm.SM4_CCM);

    /** The same algorithms in the other profile. */
    public LinkageRules with(LinkageProfile other) {
        return new LinkageRules(other, hash, cipher);
    }

    void requireSame(LinkageRules other) {
        if (!equals(other)) {
            throw new IllegalArgumentException("mixes linkage rules " + this + " with " + other);
        }
    }
}
